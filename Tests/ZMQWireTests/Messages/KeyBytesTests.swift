import Testing
import ZMQWire

/// Peers tell keys apart by their bytes. A String does not: "é" is equal to "e" with an accent behind it, and the sign of
/// the kelvin to the letter K.
@Suite("Keys are the same if their bytes are")
struct KeyBytesTests {
  static let both: [CodecLimits] = [.default, CodecLimits(duplicateKeys: .lastWins)]
  /// {"é":1,"é":2}, in two spellings.
  static let json = #"{"\u00e9":1,"e\u0301":2}"#
  static let packed: [UInt8] = [0x82, 0xA2, 0xC3, 0xA9, 1, 0xA3, 0x65, 0xCC, 0x81, 2]
  static let expectation = "expected no key that Unicode holds for the same as another one, found"

  @Test("a value of any kind keeps two that Unicode holds for one", arguments: both)
  func trees(limits: CodecLimits) throws {
    let tree = try reading(Self.json, limits: limits) { reader, bytes throws(JSONFault) in
      try reader.readValue(in: bytes)
    }
    #expect(tree == .object([.init("\u{E9}", 1), .init("e\u{301}", 2)]))
    #expect(tree["e\u{301}"] == 2)
    let packed = try unpacking(Self.packed, limits: limits) { reader, bytes throws(MessagePackFault) in
      try reader.readValue(in: bytes)
    }
    #expect(packed == tree)
  }

  @Test("the last of several values counts for its own key alone")
  func last() throws {
    let limits = CodecLimits(duplicateKeys: .lastWins)
    let tree = try reading(#"{"K":1,"\u212a":2,"K":3}"#, limits: limits) { reader, bytes throws(JSONFault) in
      try reader.readValue(in: bytes)
    }
    #expect(tree == .object([.init("K", 3), .init("\u{212A}", 2)]))
  }

  @Test("values are equal if their bytes are")
  func equality() {
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(JSONValue.object([.init("K", 1)]) != .object([.init("\u{212A}", 1)]))
    #expect(JSONValue.array(["K", ["a": nil]]) == .array(["K", ["a": nil]]))
  }

  @Test("a map cannot hold both, and says so", arguments: both)
  func maps(limits: CodecLimits) {
    let text = Array(Self.json.utf8)
    let fault = #expect(throws: JSONFault.self) {
      try reading(text, limits: limits) { reader, bytes throws(JSONFault) in
        try reader.read([String: Int].self, in: bytes)
      }
    }
    let rest = #expect(throws: JSONFault.self) {
      try reading(text, limits: limits) { reader, bytes throws(JSONFault) in
        var members: [String: Int] = [:]
        var more = try reader.beginObject(in: bytes)
        while more {
          try reader.readMember(into: &members, in: bytes)
          more = try reader.memberFollows(in: bytes)
        }
      }
    }
    #expect(rest == fault)
    #expect(
      fault.map { WireError($0, frame: 0, in: text.span).description }
        == #"frame 0, byte 12: \#(Self.expectation) "e\u0301""#)
    #expect(fault.map { WireError($0, frame: 0, in: text.span).reason } == .duplicateKey)
  }

  @Test("a map in MessagePack cannot either", arguments: both)
  func packedMaps(limits: CodecLimits) {
    let fault = #expect(throws: MessagePackFault.self) {
      try unpacking(Self.packed, limits: limits) { reader, bytes throws(MessagePackFault) in
        try reader.read([String: Int].self, in: bytes)
      }
    }
    let rest = #expect(throws: MessagePackFault.self) {
      try unpacking(Self.packed, limits: limits) { reader, bytes throws(MessagePackFault) in
        var members: [String: Int] = [:]
        var more = try reader.beginObject(in: bytes)
        while more {
          try reader.readMember(into: &members, in: bytes)
          more = try reader.memberFollows(in: bytes)
        }
      }
    }
    #expect(rest == fault)
    #expect(
      fault.map { WireError($0, frame: 0, in: Self.packed.span).description }
        == #"frame 0, byte 5: \#(Self.expectation) "e\u{301}""#)
  }

  @Test("a dictionary in a frame cannot either")
  func dictionaries() {
    let frame: [UInt8] = [0, 0, 0, 2, 2, 0xC3, 0xA9, 0, 0, 0, 0, 3, 0x65, 0xCC, 0x81, 0, 0, 0, 0]
    var body = BodyReader(StoredFrames([frame]))
    let error = #expect(throws: WireError.self) { try body.readDictionary("members") }
    #expect(error?.reason == .duplicateKey)
    #expect(error?.description == #"frame 0, byte 12, members[1]: \#(Self.expectation) "e\u{301}""#)
  }

  @Test("the same bytes twice are the same key, whatever the spelling", arguments: [#"{"K":1,"\u004b":2}"#])
  func same(text: String) throws {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.read([String: Int].self, in: bytes) }?.reason
        == .duplicateKey)
    let limits = CodecLimits(duplicateKeys: .lastWins)
    let map = try reading(text, limits: limits) { reader, bytes throws(JSONFault) in
      try reader.read([String: Int].self, in: bytes)
    }
    #expect(map == ["K": 2])
  }

  @Test("a member of a record is known by its bytes")
  func members() {
    let names: FieldNames = ["K", "longer-than-eight-K"]
    for key in ["\u{212A}", "longer-than-eight-\u{212A}"] {
      var given = GivenFields()
      #expect(
        fault(in: "\"\(key)\":") { reader, bytes throws(JSONFault) in
          try reader.readField(of: names, noting: &given, in: bytes)
        }?.reason == .unknownMember)
    }
  }
}
