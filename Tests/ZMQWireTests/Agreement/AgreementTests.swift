import Foundation
import Testing
import ZMQWire

/// Python's json and msgpack are the judges. Ten thousand documents each way; ZMQSPEC_DOCUMENTS asks for more.
@Suite struct AgreementTests {
  private static let count = ProcessInfo.processInfo.environment["ZMQSPEC_DOCUMENTS"].flatMap(Int.init) ?? 10_000

  /// Rounds that fit into memory, each with a seed of its own.
  private static let rounds = (0..<(count + 49_999) / 50_000).map { round in
    (seed: round, count: min(50_000, count - round * 50_000))
  }

  @Test("What we write of a random document, Python's json and msgpack read alike and write alike, to the byte")
  func written() async throws {
    for round in Self.rounds {
      var generator = SplitMix(seed: 1000 + UInt64(round.seed))
      var pairs = FrameWriter()
      for _ in 0..<round.count {
        let document = RandomDocument.make(using: &generator)
        let text = try ZMQWireTests.written { writer throws(UnencodableValue) in try writer.write(document) }
        try pairs.text(text, length: UInt32.self, "text")
        try pairs.bytes(try packed(document), length: UInt32.self, "packed")
      }
      pairs.endFrame()
      let answer = String(decoding: try await Python.run(["check"], input: pairs.frames[0]), as: UTF8.self)
      #expect(answer == "\(round.count) documents\n", "\(answer.prefix(2000))")
    }
  }

  @Test("What Python writes of a random document, we read alike from JSON and MessagePack, and write as msgpack does")
  func read() async throws {
    for round in Self.rounds {
      let output = try await Python.run(["make", "\(round.count)", "\(round.seed)"])
      var pairs = BodyReader(StoredFrames([output]))
      for _ in 0..<round.count {
        let text = try pairs.readBytes(length: UInt32.self, "text")
        let bytes = try pairs.readBytes(length: UInt32.self, "packed")
        let document = try reading(text) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
        let unpacked = try unpacking(JSONValue.self, bytes)
        guard document == unpacked, try packed(document) == bytes else {
          Issue.record("\(String(decoding: text, as: UTF8.self)) is read otherwise from JSON, or from MessagePack")
          return
        }
        // Canonical, whatever it was: what is written is read as the same and written so again.
        let canonical = try ZMQWireTests.written { writer throws(UnencodableValue) in try writer.write(document) }
        let again = try reading(canonical) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes) }
        guard again == document else {
          Issue.record("\(canonical) is read otherwise than \(String(decoding: text, as: UTF8.self))")
          return
        }
        try skipBoth(text, bytes)
      }
      try pairs.endFrame()
    }
  }

  private func skipBoth(_ text: [UInt8], _ bytes: [UInt8]) throws {
    try reading(text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
    try unpacking(bytes) { reader, bytes throws(MessagePackFault) in try reader.skipValue(in: bytes) }
  }

  @Test("Bytes and moments that Python packs are read exactly, and packed as it does")
  func scalars() async throws {
    let count = 2000
    var pairs = BodyReader(StoredFrames([try await Python.run(["scalars", "\(count)", "7"])]))
    for _ in 0..<2 * count {
      let text = try pairs.readText(length: UInt32.self, "text")
      let bytes = try pairs.readBytes(length: UInt32.self, "packed")
      if text.hasPrefix("x") {
        let blob = try unpacking(bytes) { reader, bytes throws(MessagePackFault) in try reader.readBytes(in: bytes) }
        let digits = blob.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect("x" + digits == text)
        #expect(try packed { writer throws(UnencodableValue) in try writer.pack(binary: blob) } == bytes)
      } else {
        let moment = try #require(Timestamp(String(text.dropFirst())))
        #expect(try unpacking(Timestamp.self, bytes) == moment)
        #expect(try packed(moment) == bytes)
      }
    }
    try pairs.endFrame()
  }
}
