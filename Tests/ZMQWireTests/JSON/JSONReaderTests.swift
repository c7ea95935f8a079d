import Testing
import ZMQWire

@Suite struct JSONReaderTests {
  /// Reads `[["a",1],…]`-like lists of integers with the loop that generated code has.
  private func integers(_ reader: inout JSONReader, _ bytes: Span<UInt8>) throws(JSONFault) -> [Int] {
    var list: [Int] = []
    var more = try reader.beginArray(in: bytes)
    while more {
      list.append(try reader.readInt(in: bytes))
      more = try reader.elementFollows(in: bytes)
    }
    return list
  }

  @Test(
    "An array is read with any blanks",
    arguments: ["[1,2,3]", "[1, 2, 3]", " [ 1 , 2 , 3 ] ", "[\n\t1,\r\n\t2,\n\t3\n]\n", "[1,  2,   3]"])
  func arrays(text: String) throws {
    #expect(try reading(text, integers) == [1, 2, 3])
  }

  @Test("An empty array has no elements", arguments: ["[]", "[ ]", " [\n]"])
  func emptyArrays(text: String) throws {
    #expect(try reading(text, integers) == [])
  }

  /// Reads `x` and `y` in any order, as generated code does: the declared order by literals, the rest by name.
  private func point(_ reader: inout JSONReader, _ bytes: Span<UInt8>) throws(JSONFault) -> [Int] {
    guard try reader.beginObject(in: bytes) else { throw JSONFault(.missingMember, at: reader.offset) }
    if try reader.key("x", in: bytes) {
      let x = try reader.readInt(as: Int.self, in: bytes)
      guard try reader.memberFollows(in: bytes), try reader.key("long_y_name", in: bytes) else { return [x] }
      let y = try reader.readInt(as: Int.self, in: bytes)
      guard try !reader.memberFollows(in: bytes) else { throw JSONFault(.unknownMember, at: reader.offset) }
      return [x, y]
    }
    let key = try reader.readKey(in: bytes)
    guard key.matches("long_y_name", in: bytes), !key.matches("x", in: bytes) else {
      throw JSONFault(.unknownMember, at: key.start - 1)
    }
    let y = try reader.readInt(as: Int.self, in: bytes)
    guard try reader.memberFollows(in: bytes), try reader.key("x", in: bytes) else { return [-1, y] }
    let x = try reader.readInt(as: Int.self, in: bytes)
    _ = try reader.memberFollows(in: bytes)
    return [x, y]
  }

  @Test(
    "An object is read in any order, with any blanks and with keys spelled by escapes",
    arguments: [
      #"{"x":1,"long_y_name":2}"#, #"{"x": 1, "long_y_name": 2}"#, #" { "x" : 1 , "long_y_name" : 2 } "#,
      #"{"long_y_name":2,"x":1}"#, #"{"\u0078":1,"l\u006fng_y_n\u0061me":2}"#, #"{"l\u006Fng_y_name" : 2 ,"x":1}"#,
    ])
  func objects(text: String) throws {
    #expect(try reading(text, point) == [1, 2])
  }

  @Test(
    "A token is told by a call as it is in line",
    arguments: [
      (#""ping""#, true), (#""p\u0069ng""#, true), (#""pin""#, false), (#""pings""#, false), (#""PING""#, false),
      (#""""#, false),
    ])
  func spelling(text: String, isPing: Bool) throws {
    let bytes = Array(text.utf8)
    var reader = JSONReader()
    let token = try reader.readToken(in: bytes.span)
    let (called, inLine) = (token.isSpelled("ping", in: bytes.span), token.matches("ping", in: bytes.span))
    #expect(called == isPing)
    #expect(inLine == isPing)
  }

  @Test(
    "A key that is not the literal leaves the cursor",
    arguments: [#""xy":1"#, #""":1"#, #""y":1"#, #""\u0079":1"#, #""x\u0000":1"#, #""X":1"#, #""x\/":1"#])
  func otherKeys(text: String) throws {
    let bytes = Array(text.utf8)
    var reader = JSONReader()
    let isConsumed = try reader.key("x", in: bytes.span)
    #expect(!isConsumed)
    #expect(reader.offset == 0)
  }

  @Test(
    "A key is consumed as our own writer spells it, with one blank behind it or none, and else left",
    arguments: [
      (#""x":1"#, 4), (#""x": 1"#, 5), (#""x":  1"#, 5), (#""x":"#, 4), (#""x" :1"#, 0), (#" "x":1"#, 0),
      (#""\u0078":1"#, 0),
      (#""X":1"#, 0), (#""xy":1"#, 0), (#""x"}"#, 0), (#""x""#, 0), (#""x"#, 0), ("\"", 0), ("", 0), ("5", 0),
    ])
  func consumedKeys(text: String, offset: Int) {
    var reader = JSONReader()
    let isConsumed = reader.consumeKey("x", in: Array(text.utf8).span)
    #expect(isConsumed == (offset > 0))
    #expect(reader.offset == offset)
  }

  @Test("A key of any length is consumed whole, and its beginning or another one is not")
  func consumedLongKeys() {
    let text = Array(#""abcdefghijklmnopqrstuvwxyz":1"#.utf8)
    for count in 0...text.count {
      var reader = JSONReader()
      let isConsumed = reader.consumeKey("abcdefghijklmnopqrstuvwxyz", in: Array(text[..<count]).span)
      #expect(isConsumed == (count >= 29))
    }
    for place in 0..<29 {
      var other = text
      other[place] ^= 1
      var reader = JSONReader()
      let isConsumed = reader.consumeKey("abcdefghijklmnopqrstuvwxyz", in: other.span)
      #expect(!isConsumed)
      #expect(reader.offset == 0)
    }
  }

  @Test("Outside the text there is no key", arguments: [Int.min, -1, 4, Int.max])
  func outside(offset: Int) {
    var reader = JSONReader()
    reader.offset = offset
    let isConsumed = reader.consumeKey("x", in: Array("\"x\":".utf8).span)
    #expect(!isConsumed)
  }

  @Test("What is no key is a fault", arguments: ["5", "", "}", "null"])
  func noKeys(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.key("x", in: bytes) }
        == JSONFault(.expectedKey, at: 0))
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readKey(in: bytes) }
        == JSONFault(.expectedKey, at: 0))
  }

  /// Every way to spell a string must match its literal, and no other string may; literals of lengths around the words.
  @Test("A string matches a literal in every spelling, and only that literal")
  func literals() throws {
    try check("", #""""#)
    try check("p", #""p""#, #""\u0070""#)
    try check("pi", #""pi""#)
    try check("pin", #""pin""#)
    try check("ping", #""ping""#, #""p\u0069ng""#, #""\u0070\u0069\u006e\u0067""#)
    try check("pings", #""pings""#)
    try check("sevenby", #""sevenby""#)
    try check("eightbyt", #""eightbyt""#, #""eightby\u0074""#)
    try check("ninebytes", #""ninebytes""#)
    try check("sixteen byte lit", #""sixteen byte lit""#)
    try check("a literal of twenty-seven b", #""a literal of twenty-seven b""#)
    try check("naïve €", #""naïve €""#, #""na\u00efve \u20AC""#)
    try check("𝄞", #""𝄞""#, #""\ud834\udd1e""#)
    try check("a/b", #""a/b""#, #""a\/b""#)
    // Literals that JSON must escape.
    try check("say \"yes\"", #""say \"yes\"""#, #""say \u0022yes\u0022""#)
    try check("back\\slash", #""back\\slash""#)
    try check("b\\t", #""b\\t""#)
    try check("tab\tbed", #""tab\tbed""#, #""tab\u0009bed""#)
  }

  private func check(_ literal: StaticString, _ spellings: String..., line: SourceLocation = #_sourceLocation) throws {
    for spelling in spellings {
      for text in [spelling, " \n" + spelling, spelling + "         "] {
        let bytes = Array(text.utf8)
        var reader = JSONReader()
        let isConsumed = try reader.string(literal, in: bytes.span)
        #expect(isConsumed, "\(text)", sourceLocation: line)
        try reader.end(in: bytes.span)
        reader = JSONReader()
        let token = try reader.readToken(in: bytes.span)
        let isMatch = token.matches(literal, in: bytes.span)
        #expect(isMatch, "\(text)", sourceLocation: line)
        let content = token.string(in: bytes.span)
        #expect(content == literal.description, sourceLocation: line)
        let member = Array((spelling + ":1").utf8)
        reader = JSONReader()
        let isKey = try reader.key(literal, in: member.span)
        #expect(isKey, "\(text)", sourceLocation: line)
        let value = try reader.readInt(as: Int.self, in: member.span)
        #expect(value == 1, sourceLocation: line)
      }
    }
    // One byte changed, left out or added is another string.
    let utf8 = Array(literal.description.utf8)
    var others = [utf8 + [UInt8(ascii: "!")], [UInt8(ascii: "!")] + utf8]
    for index in utf8.indices where utf8[index] < 0x80 {
      var changed = utf8
      changed[index] = UInt8(ascii: "!")
      others.append(changed)
      changed.remove(at: index)
      others.append(changed)
    }
    for other in others {
      let text = try written { writer in writer.write(String(decoding: other, as: UTF8.self)) }
      let bytes = Array(text.utf8)
      var reader = JSONReader()
      let isConsumed = try reader.string(literal, in: bytes.span)
      #expect(!isConsumed, "\(text)", sourceLocation: line)
      #expect(reader.offset == 0)
      let token = try reader.readToken(in: bytes.span)
      let isMatch = token.matches(literal, in: bytes.span)
      #expect(!isMatch, "\(text)", sourceLocation: line)
    }
  }

  @Test("A literal never matches bytes that JSON forbids in a string, however long it is")
  func forbiddenBytes() throws {
    let short = fault(in: "\"tab\tbed\"") { reader, bytes throws(JSONFault) in
      try reader.string("tab\tbed", in: bytes)
    }
    #expect(short == JSONFault(.controlCharacter, at: 4))
    let long = fault(in: "\"a long tab\tbed\"") { reader, bytes throws(JSONFault) in
      try reader.string("a long tab\tbed", in: bytes)
    }
    #expect(long == JSONFault(.controlCharacter, at: 11))
    // Here the string ends after three letters, and five.
    for text in ["\"say\"y\"", "\"maybe\"yes, or no\""] {
      let bytes = Array(text.utf8)
      var reader = JSONReader()
      let isShort = try reader.string("say\"y", in: bytes.span)
      let isLong = try reader.string("maybe\"yes, or no", in: bytes.span)
      #expect(!isShort && !isLong)
      #expect(reader.offset == 0)
    }
  }

  @Test("A message type that is no string is a fault", arguments: ["5", "", "[\"ping\"]", "null"])
  func noStrings(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.string("ping", in: bytes) }
        == JSONFault(.expectedString, at: 0))
  }

  @Test(
    "Looking ahead tells the kind and does not move",
    arguments: [
      ("null", .null), (" true", .bool), ("false", .bool), ("\n-1", .number), ("9", .number), ("\"", .string),
      ("[", .array),
      ("\t{", .object), ("", .none), ("]", .none), ("  ", .none), ("x", .none), ("+1", .none),
    ] as [(String, JSONValueKind)])
  func peek(text: String, kind: JSONValueKind) {
    let bytes = Array(text.utf8)
    let reader = JSONReader()
    let found = reader.peek(in: bytes.span)
    #expect(found == kind)
    #expect(reader.offset == 0)
  }

  @Test("null is consumed where it is the value, and nothing else is")
  func null() throws {
    let isConsumed = try reading(" null ") { reader, bytes throws(JSONFault) in try reader.consumeNull(in: bytes) }
    #expect(isConsumed)
    let bytes = Array("5".utf8)
    var reader = JSONReader()
    let isNull = try reader.consumeNull(in: bytes.span)
    #expect(!isNull)
    let value = try reader.readInt(as: Int.self, in: bytes.span)
    #expect(value == 5)
    #expect(
      fault(in: "nul") { reader, bytes throws(JSONFault) in try reader.consumeNull(in: bytes) }
        == JSONFault(.expectedNull, at: 0))
  }

  @Test("A Boolean is true or false", arguments: [("true", true), (" false", false), ("false ", false)])
  func booleans(text: String, expected: Bool) throws {
    #expect(try reading(text) { reader, bytes throws(JSONFault) in try reader.readBool(in: bytes) } == expected)
  }

  @Test(
    "What is neither true nor false is no Boolean",
    arguments: ["1", "0", "\"true\"", "null", "True", "tru", "fals", ""])
  func notBooleans(text: String) {
    #expect(
      fault(in: text) { reader, bytes throws(JSONFault) in try reader.readBool(in: bytes) }
        == JSONFault(.expectedBool, at: 0))
  }

  @Test("The depth is counted across arrays and objects and given back at their end")
  func depth() throws {
    let limits = CodecLimits(depth: 3)
    let allowed = #"[[[1],[2],{"a":3}],{"b":[]},{"c":{}}]"#
    #expect(throws: Never.self) {
      try reading(allowed, limits: limits) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
    }
    #expect(throws: JSONFault(.tooDeep, at: 3)) {
      try reading("[[[[]]]]", limits: limits) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
    }
    #expect(throws: JSONFault(.tooDeep, at: 7)) {
      try reading(#"[[{"a":{}}]]"#, limits: limits) { reader, bytes throws(JSONFault) in try reader.readValue(in: bytes)
      }
    }
  }

  @Test(
    "Limits are held between 1 and the deepest", arguments: [(Int.min, 1), (0, 1), (1, 1), (64, 64), (Int.max, 512)])
  func limits(asked: Int, given: Int) {
    #expect(CodecLimits(depth: asked).depth == given)
  }
}
