import Testing
import ZMQWire

/// What a peer may send to cost a receiver time, memory or its life.
@Suite(.serialized) struct MessagePackHostileTests {
  private func within<Value>(_ limit: Duration, _ body: () throws -> Value) rethrows -> Value {
    let start = ThreadTime.now
    let value = try body()
    #expect(ThreadTime.now - start < limit)
    return value
  }

  /// `["ping", [5, -1.5, true, nil, 40000], {"key": "välue", "z": [[], {}]}]`
  private let document: [UInt8] =
    [0x93, 0xA4] + Array("ping".utf8) + [0x95, 5, 0xCB, 0xBF, 0xF8, 0, 0, 0, 0, 0, 0, 0xC3, 0xC0, 0xCD, 0x9C, 0x40]
    + [0x82, 0xA3] + Array("key".utf8) + [0xD9, 6] + Array("välue".utf8) + [0xA1, 0x7A, 0x92, 0x90, 0x80]

  @Test("Every prefix of a document is refused, and the report stands on broken bytes as well")
  func prefixes() {
    #expect(skippingFault(document) == nil)
    for length in 0..<document.count {
      let prefix = Array(document[..<length])
      let skipped = skippingFault(prefix)
      #expect(skipped != nil)
      #expect(unpackingFault(JSONValue.self, prefix)?.offset == skipped?.offset)
      guard let skipped else { continue }
      #expect(skipped.offset <= length)
      let report = WireError(skipped, frame: 0, in: prefix.span)
      #expect(report.reason == .notMessagePack)
      #expect(report.description.hasPrefix("frame 0, byte "))
    }
  }

  @Test("One byte changed anywhere gives a value or a fault within the bytes, and a report that prints")
  func changedBytes() {
    for index in document.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = document
        bytes[index] = byte
        let fault = unpackingFault(JSONValue.self, bytes)
        // What has no place in a tree can be skipped all the same.
        if skippingFault(bytes) != nil { #expect(fault != nil) }
        guard let fault else { continue }
        #expect(fault.offset >= 0 && fault.offset <= bytes.count)
        let report = WireError(fault, frame: 0, in: bytes.span).description
        #expect(!report.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }

  @Test("Random bytes give a value or a fault within the bytes, and what skips refuses what reads refuses")
  func randomBytes() {
    var generator = SplitMix(seed: 31)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        // Containers, heads of every length and small numbers.
        Bool.random(using: &generator)
          ? UInt8.random(in: 0x80...0xDF, using: &generator) : UInt8.random(in: 0...4, using: &generator)
      }
      let skipped = skippingFault(bytes)
      let read = unpackingFault(JSONValue.self, bytes)
      if skipped != nil { #expect(read != nil) }
      guard let read else { continue }
      #expect(read.offset >= 0 && read.offset <= bytes.count)
      #expect(WireError(read, frame: 0, in: bytes.span).frame == 0)
    }
  }

  @Test(
    "Ten thousand levels are refused at the limit",
    arguments: [[0x91], [0x81, 0xA1, 0x61], [0x91, 0x81, 0xC0]] as [[UInt8]])
  func levels(opening: [UInt8]) throws {
    let bytes: [UInt8] = Array(repeating: opening, count: 10_000).joined() + [0xC0]
    let found = within(.seconds(2)) { skippingFault(bytes) }
    let fault = try #require(found)
    #expect(fault.reason == .tooDeep)
    if opening.last != 0xC0 { #expect(unpackingFault(JSONValue.self, bytes) == fault) }
    let report = WireError(fault, frame: 0, in: bytes.span)
    #expect(report.reason == .tooDeep)
    #expect(report.found.hasPrefix("a"))
  }

  @Test("The deepest limit does not exhaust the stack of a test's thread, and the counts of all levels are kept")
  func deepest() throws {
    let limits = CodecLimits(depth: .max)
    // Each array but the innermost has a second element behind it.
    let bytes = Array(repeating: UInt8(0x92), count: 512) + [1] + Array(repeating: UInt8(2), count: 512)
    let value = try unpacking(bytes, limits: limits) { reader, bytes throws(MessagePackFault) in
      try reader.readValue(in: bytes)
    }
    #expect(try packed(value) == bytes)
    try unpacking(bytes, limits: limits) { reader, bytes throws(MessagePackFault) in try reader.skipValue(in: bytes) }
    #expect(
      unpackingFault([0x91] + bytes) { reader, bytes throws(MessagePackFault) in
        reader = MessagePackReader(limits: limits)
        try reader.skipValue(in: bytes)
      } == MessagePackFault(.tooDeep, at: 512))
  }

  @Test(
    "A length or count that the frame cannot hold is refused before anything is done with it",
    arguments: [
      [0xDB, 0xFF, 0xFF, 0xFF, 0xFF, 0x78], [0xC6, 0xFF, 0xFF, 0xFF, 0xFF, 0x78],
      [0xC9, 0xFF, 0xFF, 0xFF, 0xFF, 5, 0], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2],
      [0xDF, 0xFF, 0xFF, 0xFF, 0xFF, 0xA1, 0x61, 1], [0xDE, 0, 2, 0xA1, 0x61, 1], [0xDC, 0, 3, 1, 2], [0xA2, 0x78],
      [0xC4, 2, 0], [0x92, 1], [0x82, 0xA1, 0x61, 1], [0xD8, 5] + Array(repeating: 0, count: 15),
    ] as [[UInt8]])
  func lies(bytes: [UInt8]) {
    let expected = MessagePackFault(.truncated, at: 0)
    within(.seconds(1)) {
      for _ in 0..<1000 { if skippingFault(bytes) != expected { Issue.record("\(bytes) was not refused") } }
      let others: [MessagePackFault?] = [
        unpackingFault([Int].self, bytes), unpackingFault([String: Int].self, bytes),
        unpackingFault(String.self, bytes),
        unpackingFault(bytes) { reader, bytes throws(MessagePackFault) in try reader.readBytes(in: bytes) },
      ]
      #expect(others.allSatisfy { $0 != nil })
      #expect(others.contains(expected) || bytes[0] == 0xC9 || bytes[0] == 0xD8)
    }
    #expect(WireError(expected, frame: 0, in: bytes.span).reason == .notMessagePack)
  }

  @Test("A million equal keys are refused at the second, a million different ones cost no square")
  func manyKeys() {
    let equal: [UInt8] = [0xDF, 0, 0x0F, 0x42, 0x40] + (0..<1_000_000).flatMap { _ in [0xA1, 0x61, 1] as [UInt8] }
    #expect(within(.seconds(2)) { skippingFault(equal) } == MessagePackFault(.duplicateKey, at: 8))
    var different: [UInt8] = [0xDF, 0, 0x0F, 0x42, 0x41]
    for index in 0..<1_000_000 {
      let key = Array("\(index)".utf8)
      different += [0xA0 | UInt8(key.count)] + key + [1]
    }
    let last = different.count
    different += [0xA2, 0x37, 0x37, 1]
    #expect(within(.seconds(60)) { skippingFault(different) } == MessagePackFault(.duplicateKey, at: last))
    #expect(within(.seconds(60)) { unpackingFault(JSONValue.self, different) } == .init(.duplicateKey, at: last))
  }

  @Test("A key given twice is found in any form, and keys of other kinds in what is skipped")
  func duplicates() {
    let twice: [UInt8] = [0x82, 0xA1, 0x61, 1, 0xD9, 1, 0x61, 2]
    #expect(skippingFault(twice) == MessagePackFault(.duplicateKey, at: 4))
    #expect(unpackingFault(JSONValue.self, twice) == MessagePackFault(.duplicateKey, at: 4))
    #expect(unpackingFault([String: Int].self, twice) == MessagePackFault(.duplicateKey, at: 4))
    #expect(skippingFault([0x82, 5, 1, 5, 2]) == MessagePackFault(.duplicateKey, at: 3))
    #expect(skippingFault([0x82, 0x91, 5, 1, 0x91, 5, 2]) == MessagePackFault(.duplicateKey, at: 4))
    // The string "a" and the byte 'a' are two keys.
    #expect(skippingFault([0x82, 0xA1, 0x61, 1, 0xC4, 1, 0x61, 2]) == nil)
    #expect(unpackingFault(JSONValue.self, [0x81, 5, 1]) == MessagePackFault(.expectedStringAsKey, at: 1))
    #expect(unpackingFault([String: Int].self, [0x81, 5, 1]) == MessagePackFault(.expectedStringAsKey, at: 1))
    // The members of an object within do not count.
    #expect(skippingFault([0x82, 0xA1, 0x61, 0x81, 0xA1, 0x62, 1, 0xA1, 0x62, 2]) == nil)
  }

  @Test("A string of 100 MB is read, and one that is said to be longer refused")
  func longStrings() throws {
    var bytes = [UInt8](repeating: 0x78, count: 100_000_005)
    bytes.replaceSubrange(0..<5, with: [0xDB, 0x05, 0xF5, 0xE1, 0x00])
    try within(.seconds(20)) {
      let text = try unpacking(String.self, bytes)
      #expect(text.utf8.count == 100_000_000)
      #expect(skippingFault(bytes) == nil)
      bytes[4] = 1
      #expect(skippingFault(bytes) == MessagePackFault(.truncated, at: 0))
    }
  }
}
