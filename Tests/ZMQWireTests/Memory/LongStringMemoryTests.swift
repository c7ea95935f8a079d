import Testing
import ZMQWire

/// What a string of 100 MB costs who reads it, in megabytes beyond the frame itself. Each case runs in a process of its
/// own, so that its peak is nobody else's.
@Suite(.serialized, .enabled(if: PeakMemory.isPlain))
struct LongStringMemoryTests {
  /// What reading needs that does not grow with the frame, with room for pages of the allocator's and of code.
  private static let little = 10

  /// Reads a frame in the process of a case, and prints what that has cost.
  private static func measure(_ frame: () -> [UInt8], _ read: ([UInt8]) throws -> Void) throws {
    let frame = frame()
    let before = PeakMemory.megabytes
    try #require(before >= frame.count / 1_000_000)
    try read(frame)
    print("\(PeakMemory.megabytes - before) MB")
  }

  /// Demands that it is at most so much.
  private func demand(_ limit: Int, _ result: ExitTest.Result?) throws {
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let figure = try #require(output.firstMatch(of: /(\d+) MB/)?.1)
    #expect(try #require(Int(figure)) <= limit)
  }

  /// `"xxx…"`, as JSON has it.
  private static func json() -> [UInt8] {
    var frame = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
    frame[0] = UInt8(ascii: "\"")
    frame[frame.count - 1] = UInt8(ascii: "\"")
    return frame
  }

  /// The same without its end.
  private static func unterminated() -> [UInt8] {
    var frame = json()
    frame[frame.count - 1] = UInt8(ascii: "x")
    return frame
  }

  /// The same with an escape in its middle.
  private static func escaped() -> [UInt8] {
    var frame = json()
    frame[50_000_000] = UInt8(ascii: "\\")
    frame[50_000_001] = UInt8(ascii: "n")
    return frame
  }

  /// What MessagePack has for it, behind a head of five bytes.
  private static func messagePack() -> [UInt8] {
    var frame = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_005)
    for (index, byte) in ([0xDB, 0x05, 0xF5, 0xE1, 0x00] as [UInt8]).enumerated() { frame[index] = byte }
    return frame
  }

  /// The same with one byte more in its head than there is.
  private static func truncated() -> [UInt8] {
    var frame = messagePack()
    frame[4] = 1
    return frame
  }

  @Test("JSON, taken as a String: one copy")
  func ownedJSON() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.json) { frame in
        let text = try reading(frame) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
        #expect(text.utf8.count == 99_999_998)
      }
    }
    try demand(100 + Self.little, result)
  }

  @Test("JSON with an escape, taken as a String: a copy, and what it is decoded into")
  func escapedJSON() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.escaped) { frame in
        let text = try reading(frame) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) }
        #expect(text.utf8.count == 99_999_997)
      }
    }
    try demand(200 + Self.little, result)
  }

  @Test("JSON, taken as a view or skipped: next to nothing")
  func viewedJSON() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.json) { frame in
        let text = try reading(frame) { reader, bytes throws(JSONFault) in try reader.readText(in: bytes) }
        #expect(text.withUTF8(in: frame.span) { $0.count } == 99_999_998)
        try reading(frame) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
      }
    }
    try demand(Self.little, result)
  }

  @Test("JSON, refused as unterminated or as no integer, the report with it: next to nothing")
  func refusedJSON() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.unterminated) { frame in
        #expect(fault(in: frame) { reader, bytes throws(JSONFault) in try reader.readString(in: bytes) } != nil)
        let faults = [
          fault(in: frame) { reader, bytes throws(JSONFault) in try reader.readText(in: bytes) },
          fault(in: frame) { reader, bytes throws(JSONFault) in try reader.readInt(as: Int.self, in: bytes) },
        ]
        for fault in faults {
          let report = WireError(try #require(fault), frame: 0, in: frame.span)
          #expect(report.description.utf8.count < 200)
        }
      }
    }
    try demand(Self.little, result)
  }

  @Test("a hundred million brackets, refused at the limit of depth: next to nothing")
  func refusedDepth() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure({ [UInt8](repeating: UInt8(ascii: "["), count: 100_000_000) }) { frame in
        let fault = try #require(
          fault(in: frame, limits: CodecLimits(depth: .max)) { reader, bytes throws(JSONFault) in
            try reader.readValue(in: bytes)
          })
        #expect(WireError(fault, frame: 0, in: frame.span).reason == .tooDeep)
      }
    }
    try demand(Self.little, result)
  }

  @Test("MessagePack, taken as a String: one copy")
  func ownedMessagePack() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.messagePack) { frame in
        let text = try unpacking(String.self, frame)
        #expect(text.utf8.count == 100_000_000)
      }
    }
    try demand(100 + Self.little, result)
  }

  @Test("MessagePack, skipped: next to nothing")
  func skippedMessagePack() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.messagePack) { frame in #expect(skippingFault(frame) == nil) }
    }
    try demand(Self.little, result)
  }

  @Test("MessagePack, refused as truncated or as no integer, the report with it: next to nothing")
  func refusedMessagePack() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure(Self.truncated) { frame in
        for fault in [unpackingFault(String.self, frame), unpackingFault(Int.self, frame)] {
          let report = WireError(try #require(fault), frame: 0, in: frame.span)
          #expect(report.description.utf8.count < 200)
        }
      }
    }
    try demand(Self.little, result)
  }

  @Test("a hundred million arrays of MessagePack, refused at the limit of depth: next to nothing")
  func refusedPackedDepth() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try Self.measure({ [UInt8](repeating: 0x91, count: 100_000_000) }) { frame in
        let fault = try #require(unpackingFault(JSONValue.self, frame))
        #expect(WireError(fault, frame: 0, in: frame.span).reason == .tooDeep)
      }
    }
    try demand(Self.little, result)
  }
}
