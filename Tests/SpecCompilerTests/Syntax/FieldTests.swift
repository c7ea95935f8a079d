@testable import SpecCompiler
import SpecModel
import Testing

/// Fields in their three forms, type expressions, defaults.
@Suite struct FieldTests {
  private func fields(_ fields: String, types: String = "") throws -> [FieldSpec] {
    let text = Sample.args(fields) + types
    let (root, _) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    let (syntax, findings) = ProtocolSyntax.parse(try #require(root))
    let (spec, more) = Resolver.resolve(syntax)
    #expect(findings + more == [])
    return spec.messages[0].args
  }

  @Test func `the three forms`() throws {
    let all = try fields(
      "a: int, b: float = 1.5, c: { type: optional<list<map<T>>>, about: x, example: [ { k: 1 } ], default: [] }",
      types: "types: { T: { record: { x: int } } }\n")
    #expect(all.map(\.name.text) == ["a", "b", "c"])
    #expect(all.map(\.type) == [.int, .float, .optional(.list(.map(.named(TypeID(0)))))])
    #expect(all.map(\.typeRange.start.column) == [18, 26, 50])
    #expect(all[1].typeRange == SourceRange(line: 5, columns: 26..<31))
    #expect(all[1].defaultValue == ValueSpec(.float(1.5), at: SourceRange(line: 5, columns: 34..<37)))
    #expect(all[2].defaultValue?.content == .list([]))
    #expect(all[2].about == "x")
    guard case .list(let items)? = all[2].example?.content, case .map(let members)? = items.first?.content else {
      Issue.record("the example is no list of a map")
      return
    }
    #expect(members.map(\.key.text) == ["k"])
    #expect(members.map(\.value.content) == [.int(1)])
  }

  @Test(
    arguments: [
      ("int = 5", .int(5)), ("int = -5", .int(-5)), ("uint64 = 0xFFFFFFFFFFFFFFFF", .uint(.max)),
      ("float = 1", .int(1)), ("bool = true", .bool(true)), ("optional<int> = null", .null),
      ("string = red", .string("red")),
      ("string = \"a b\"", .string("a b")), ("string = 'it''s'", .string("it's")), ("string = \"now\"", .string("now")),
      ("string = \"\"", .string("")), ("string = two words", .string("two words")), ("string=x", .string("x")),
      ("list<int> = empty", .list([])), ("map<int> = empty", .map([])), ("string = empty", .string("")),
      ("optional<bytes> = empty", .string("")), ("empty = empty", .null), ("duration = 2s", .string("2s")),
      ("T = empty", .string("empty")), ("string = a=b", .string("a=b")),
    ] as [(String, ValueSpec.Content)])
  func `defaults behind an equals sign`(field: String, value: ValueSpec.Content) throws {
    let all = try fields("f: '\(field.replacing("'", with: "''"))'", types: "types: { T: { enum: [ empty ] } }\n")
    #expect(all.first?.defaultValue?.content == value)
  }

  @Test(arguments: [
    ("list<int", "5:26-5:27 ZS0030 expected `>` behind `list<…`, found the end"),
    ("foo<int>", "5:18-5:21 ZS0030 `foo` takes no type in brackets"),
    ("list", "5:18-5:22 ZS0030 expected `list<…>` with a type between the brackets"),
    ("list<>", "5:23-5:24 ZS0030 expected a type, found `>`"),
    ("map<int>>", "5:26-5:27 ZS0030 expected the end of the type, found `>`"),
    ("int int", "5:22-5:25 ZS0030 expected the end of the type, found `int`"),
    ("optional<optional<int>>", "5:18-5:41 ZS0030 an optional of an optional has two kinds of nothing"),
    ("list< map < flaot > >", "5:30-5:35 ZS1004 no type is called 'flaot'"),
    ("\"list<flaot>\"", "5:24-5:29 ZS1004 no type is called 'flaot'"),
    ("\"list<fl\\x61ot>\"", "5:18-5:34 ZS1004 no type is called 'flaot'"),
    ("int = ", "5:22-5:23 ZS0040 expected a value behind `=`, found nothing"),
    ("string = \"x", "5:27-5:29 ZS0040 the quoted text behind `=` does not end"),
    ("int = 017", "5:24-5:27 ZS0029 '017' is an octal number in YAML 1.1 and a decimal number in YAML 1.2"),
    ("bool = yes", "5:25-5:28 ZS0029 'yes' is a truth value in YAML 1.1 and a text in YAML 1.2"),
    ("int = 99999999999999999999", "5:24-5:44 ZS0041 '99999999999999999999' does not fit 64 bits"),
    ("{ type: int, default: 1_000 }", "5:40-5:45 ZS0029 '1_000' is a number in YAML 1.1 and a text in YAML 1.2"),
    ("[ int ]", "5:18-5:25 ZS0022 expected the type of 'f', found a list"),
    ("", "5:17-5:17 ZS0022 expected the type of 'f', found nothing"),
    ("{ type: [] }", "5:26-5:28 ZS0022 expected the type as a text, found a list"),
    (
      "timestamp = now",
      "5:30-5:33 ZS0047 `now` is where a layout's field gets its value from, found it elsewhere"
    ),
    (
      "int = fresh",
      "5:24-5:29 ZS0047 `fresh` is where a layout's field gets its value from, found it elsewhere"
    ),
    (
      "int = cause.id",
      "5:24-5:32 ZS0047 `cause.id` is where a layout's field gets its value from, found it elsewhere"
    ),
    (
      "string = sign(header)",
      "5:27-5:39 ZS0047 `sign(header)` is where a layout's field gets its value from, found it elsewhere"
    ),
    (
      "{ type: string, default: given }",
      "5:43-5:48 ZS0047 `given` is where a layout's field gets its value from, found it elsewhere"
    ),
    ("{ type: string, length: long }", "5:42-5:46 ZS0048 expected a length or a range of lengths, found 'long'"),
    ("{ type: string, length: 5..3 }", "5:42-5:46 ZS0048 expected a length or a range of lengths, found '5..3'"),
    ("{ type: string, length: -1 }", "5:42-5:44 ZS0048 expected a length or a range of lengths, found '-1'"),
    ("{ type: string, length: .. }", "5:42-5:44 ZS0048 expected a length or a range of lengths, found '..'"),
    ("{ type: string, pattern: '' }", "5:43-5:45 ZS0042 `pattern` is empty"),
  ])
  func `what is wrong with a field, to the character`(field: String, finding: String) {
    #expect(Found.lines(Sample.args("f: \(field)")) == [finding])
  }

  @Test(arguments: [
    ("string = \"fresh\"", "fresh"), ("string = 'now'", "now"), ("string = \"fresch\"", "fresch"),
    ("string = \"sign(a)\"", "sign(a)"), ("string = \"cause.id\"", "cause.id"),
    ("{ type: string, default: \"given\" }", "given"),
  ])
  func `in quotes, the default of a layout's field is a text`(field: String, text: String) throws {
    let file =
      "zmqspec: 1\nprotocol: t\nprocesses: {}\nlayouts: { l: { fields: { f: \(field) }, frames: [ text: $f ] } }\n"
    let found = try Resolved.spec(file).layouts[0].fields[0]
    #expect(found.defaultValue?.content == .string(text))
    #expect(found.source == nil)
  }

  @Test func `a type that is nearly right`() {
    #expect(
      Found.all(Sample.args("f: flaot")) == [
        """
        5:18-5:23 ZS1004 no type is called 'flaot'
          help: did you mean 'float'? write a built-in type such as `int` or `string`, or declare 'flaot' under `types`
        """
      ])
  }

  @Test func `types nested too deeply`() {
    let type = String(repeating: "list<", count: 100_000) + "int" + String(repeating: ">", count: 100_000)
    #expect(Found.lines(Sample.args("f: \(type)")) == ["5:103-5:104 ZS0030 types are nested deeper than 16 levels"])
  }

  @Test func `constraints`() throws {
    let spec = try Resolved.spec(
      Sample.args("f: { type: string, length: 1..64, pattern: \"[a-z]+\" }, g: { type: int, minimum: 0, maximum: 9 }"))
    let fields = spec.messages[0].args
    #expect(fields[0].constraints.length?.minimum == 1)
    #expect(fields[0].constraints.length?.maximum == 64)
    #expect(fields[0].constraints.pattern?.text == "[a-z]+")
    #expect(fields[1].constraints.minimum?.value.content == .int(0))
    #expect(fields[1].constraints.maximum?.value.content == .int(9))
    for (text, minimum, maximum) in [("3", 3, 3), ("1..", 1, nil), ("..8", nil, 8)] as [(String, Int?, Int?)] {
      let length = try Resolved.spec(Sample.args("f: { type: string, length: \(text) }")).messages[0].args[0]
        .constraints.length
      #expect(length?.minimum == minimum)
      #expect(length?.maximum == maximum)
    }
  }

  @Test func `further arguments`() throws {
    let spec = try Resolved.spec(Sample.args("first: int, others...: string"))
    #expect(spec.messages[0].args.map(\.isRest) == [false, true])
    #expect(spec.messages[0].args[1].type == .list(.string))
    #expect(spec.messages[0].bodyFrames(in: spec).notation == "['m, [first, others...], {}']")
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\nmessages:\n  m: {kwargs: { rest...: int } }\n") == [
        """
        5:17-5:24 ZS0060 `rest...` collects arguments, found it under `kwargs`
          help: write it as the last under `args`, or declare a field of the type `list<…>`
        """
      ])
  }
}
