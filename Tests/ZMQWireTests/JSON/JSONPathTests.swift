import Testing
import ZMQWire

@Suite struct JSONPathTests {
  /// The offset is that of the first `§`, which is taken out.
  private func path(_ marked: String) -> String {
    var bytes = Array(marked.utf8)
    guard let offset = bytes.firstIndex(of: 0xC2) else { return "no mark" }
    bytes.removeSubrange(offset...offset + 1)
    return JSONPath.locate(offset: offset, in: bytes.span).description
  }

  @Test(
    "A byte is located in the value it lies in",
    arguments: [
      ("§5", ""), (" § 5", ""), ("[§5]", "[0]"), ("[1,§2]", "[1]"), ("[1, 2, §3]", "[2]"),
      (#"["ping",["fi§ve"],{}]"#, "[1][0]"),
      (#"{"a":§1}"#, ".a"), (#"{"a":1,"b":{"c":[1,§2]}}"#, ".b.c[1]"), (#"{"a key":§1}"#, #"["a key"]"#),
      (#"["m",[{"points":[0,1,2,{"x":§"one"}]}],{}]"#, "[1][0].points[3].x"),
      (#"{"a]}\"[,":[1],"b":§2}"#, ".b"), (#"{"\u0061":§1}"#, ".a"), (#"["a,b",§1]"#, "[1]"), (#"{"":§1}"#, #"[""]"#),
      (#"[[],{},[[]],§1]"#, "[3]"), (#"{"é":§1}"#, #"["é"]"#), ("{\"a\\n\":§1}", "[\"a\\n\"]"),
      (#"{"a":{"b":1},"c":§1}"#, ".c"),
    ])
  func values(marked: String, expected: String) {
    #expect(path(marked) == expected)
  }

  @Test(
    "A key, a bracket and a comma belong to the container around them",
    arguments: [
      (#"{"a":1,§"b":2}"#, ""), (#"{"x":{"a":1,"§b":2}}"#, ".x"), ("[[1§]]", "[0]"), ("[[1§,2]]", "[0]"),
      (#"{"a":{"b":1§}}"#, ".a"),
      ("[[§]]", "[0]"), (#"{"a":[§}"#, ".a"), (#"[{§x}]"#, "[0]"), (#"[{"a"§:1}]"#, "[0].a"),
    ])
  func containers(marked: String, expected: String) {
    #expect(path(marked) == expected)
  }

  @Test(
    "A text that ends too early is located where it ends",
    arguments: [
      ("[1,[2§", "[1][0]"), (#"{"a":"xy§"#, ".a"), (#"{"a§"#, ""), ("[1,§", "[1]"), ("§", ""), ("]§", ""),
      ("[1]],§", ""), (#"1,"a",§2"#, ""),
    ])
  func broken(marked: String, expected: String) {
    #expect(path(marked) == expected)
  }

  @Test("An offset beyond the text, or before it, is no crash", arguments: [Int.min, -1, 1000, Int.max])
  func anyOffset(offset: Int) {
    let bytes = Array(#"{"a":[1,2]}"#.utf8)
    let path = JSONPath.locate(offset: offset, in: bytes.span)
    #expect(path == [])
  }

  @Test("A key of a peer is shortened and prints")
  func hostileKeys() {
    let bytes = Array("{\"\(String(repeating: "x", count: 100))\":[0]}".utf8)
    let path = JSONPath.locate(offset: 105, in: bytes.span).description
    #expect(path == "[\"\(String(repeating: "x", count: 39))…\"][0]")
    #expect(JSONPath([.member("\u{1B}[31m\u{202E}"), .index(0)]).description == #"["\u{1B}[31m\u{202E}"][0]"#)
  }
}
