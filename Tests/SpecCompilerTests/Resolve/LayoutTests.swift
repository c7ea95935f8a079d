import SpecModel
import Testing

/// Layouts of the file's own: frames, trees, references, sources.
@Suite struct LayoutTests {
  private func file(_ layout: String, _ message: String, types: String = "{}") -> String {
    """
    zmqspec: 1
    protocol: t
    processes: {}
    types: \(types)
    layouts:
      l: \(layout)
    messages:
      m: \(message)

    """
  }

  /// The frames of a message, in the article's notation.
  @Test(arguments: [
    (
      "[ json: [ $type, $args, $kwargs ] ]", "{ layout: l, args: { a: int }, kwargs: { b: int } }", "['m, [a], {b: b}']"
    ),
    ("[ json: [ $type, $args... ] ]", "{ layout: l, args: { a: int, rest...: int } }", "['m, a, rest...']"),
    ("[ json: { type: $type, $kwargs... } ]", "{ layout: l, kwargs: { b: int } }", "['{type: m, b: b}']"),
    (
      "[ json: [ 0, \"x\", null, { deep: [ $data ] } ] ]", "{ layout: l, args: { a: int } }",
      "['0, \"x\", null, {deep: [a]}']"
    ),
    ("[ json: $kwargs ]", "{ layout: l, kwargs: { b: int } }", "['{b: b}']"),
    (
      "[ text: MDPW01, uint8: $type, $args... ]",
      "{ layout: l, wire: 0x02, args: { c: routing_id, e: empty, b...: bytes } }", "[\"MDPW01\", 0x02, c, '', b...]"
    ),
    (
      "[ text: $type, empty, empty: '', bytes: \"\\0\" ]", "{ layout: l, wire: HUGZ }",
      "[\"HUGZ\", '', '', \"\\u0000\"]"
    ),
    ("[ msgpack: [ $type, $args ] ]", "{ layout: l, args: { a: int } }", "[<m, [a]>]"),
    (
      "[ packed: [ uint16: 0xAAA1, uint8: $type, string8: $name, strings: $groups ], bytes: $parts... ]",
      "{ layout: l, wire: 1, args: { name: string, groups: list<string>, parts: list<bytes> } }",
      "[<0xAAA1, 1, name, groups>, parts...]"
    ),
    (
      "{ fields: { id: int = fresh, n: int }, frames: [ json: [ $id, $n ], uint16le: $n, $n ] }",
      "{ layout: l, fields: { n: 7 } }", "['id, 7', 7, 7]"
    ),
  ])
  func `frames`(layout: String, message: String, notation: String) throws {
    let spec = try Resolved.spec(file(layout, message))
    #expect(spec.messages[0].bodyFrames(in: spec).notation == notation)
  }

  @Test func `sources`() throws {
    let spec = try Resolved.spec(
      file(
        "{ fields: { a: int = fresh, b: timestamp = now, c: string = given, d: string = type, e: int = cause.x.id, "
          + "f: { type: string, default: \"sign(a, kwargs)\" }, g: int = 5 }, frames: [ $a ] }", "{ layout: l }"))
    let fields = spec.layouts[0].fields
    #expect(fields.map(\.source?.kind) == [.fresh, .now, .given, .type, .cause(["x", "id"]), nil, nil])
    #expect(fields[5].defaultValue?.content == .string("sign(a, kwargs)"))
    #expect(fields[6].defaultValue?.content == .int(5))
    let signed = try Resolved.spec(
      "zmqspec: 1\nprotocol: t\nprocesses: {}\nlayouts:\n  l:\n    fields:\n      s: string = sign(h, $kwargs)\n"
        + "      h: int\n    frames: [ text: $s ]\n")
    guard case .sign(let parts) = signed.layouts[0].fields[0].source?.kind else {
      Issue.record("expected a signature")
      return
    }
    #expect(parts.map(\.target) == [.field(1), .kwargs])
  }

  @Test(arguments: [
    ("[]", "ZS0042"), ("text", "ZS0022"), ("[ text ]", "ZS0046"), ("[ [ text: a ] ]", "ZS0046"),
    ("[ { text: a, uint8: 1 } ]", "ZS0046"), ("[ txt: a ]", "ZS0046"), ("[ text: ]", "ZS0022"),
    ("[ json: $5 ]", "ZS0046"),
    ("[ json: $data... ]", "ZS0046"), ("[ json: { $kwargs: 1 } ]", "ZS0046"), ("[ json: { $kwargs...: 1 } ]", "ZS0046"),
    ("[ packed: [ $args... ] ]", "ZS0046"), ("[ packed: x ]", "ZS0022"), ("[ empty: x ]", "ZS0046"),
    ("[ json: 017 ]", "ZS0029"),
    ("{ frames: [ empty ], fields: { type: int } }", "ZS1005"),
    ("{ fields: { a: int = cause. }, frames: [ empty ] }", "ZS0047"),
    ("{ fields: { a: int = fresh } }", "ZS0021"), ("{ fields: { a: flaot }, frames: [ empty ] }", "ZS1004"),
    ("{ fields: { a...: int }, frames: [ empty ] }", "ZS0060"),
  ])
  func `what is wrong with a layout`(layout: String, code: String) {
    #expect(Found.codes(file(layout, "{}")).filter { $0 != "ZS1009" } == [code])
  }

  @Test func `a layout cannot be called like a built-in one`() {
    let text = file("[ empty ]", "{}").replacing("  l:", with: "  pair:")
    #expect(Found.lines(text) == ["6:3-6:7 ZS1005 'pair' is a built-in layout"])
  }

  @Test func `the layout of the whole file may be one of its own`() throws {
    let spec = try Resolved.spec("layout: l\n" + file("[ text: $type ]", "{}"))
    #expect(spec.messages[0].layout == .declared(LayoutID(0)))
  }
}
