import SpecModel
import Testing

/// Enums, records and unions.
@Suite struct TypeDeclarationTests {
  private func found(_ type: String) -> [String] {
    Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes:\n  T: \(type)\n").filter { !$0.contains("warning") }
  }

  @Test func `cases are texts in every version of YAML`() {
    #expect(
      found("{ enum: [ red, red, no, 1, \"2\" ] }").prefix(4) == [
        """
        5:21-5:24 ZS1005 the case 'red' stands twice
          help: remove one of the two
          note 5:16-5:19: 'red' stands first here
        """,
        """
        5:26-5:28 ZS0029 expected a case of the enum as a text, found 'no', which YAML does not read as a text
          help: write "no" in quotes
        """,
        """
        5:30-5:31 ZS0029 expected a case of the enum as a text, found '1', which YAML does not read as a text
          help: write "1" in quotes
        """,
        """
        5:34-5:35 ZS0023 '2' cannot be the name of a case of an enum: it begins with `2`
          help: a name begins with a letter from a to z, and goes on with such letters, digits, `_` and `-`
        """,
      ])
  }

  @Test func `an enum, a record or a union, not two, not none`() {
    let help =
      "  help: write `{ enum: [ red, green ] }`, `{ record: { x: float } }` or `{ union: { circle: Circle } }`"
    #expect(
      found("{ enum: [ a ], record: { a: int } }") == [
        "5:21-5:27 ZS0038 a type is an `enum`, a `record` or a `union`, found two of them\n\(help)\n"
          + "  note 5:8-5:12: `enum` stands here"
      ])
    #expect(found("{}") == ["5:3-5:4 ZS0021 a type needs one of the keys `enum`, `record` and `union`\n\(help)"])
    #expect(found("int") == ["5:6-5:9 ZS0022 expected the type 'T' as a mapping, found 'int'\n\(help)"])
    #expect(
      found("{ enum: [] }") == [
        "5:14-5:16 ZS0042 an `enum` needs at least one case\n  help: write `[ red, green, blue ]`"
      ])
    #expect(
      found("{ enum: [ a ], unknown: keep }") == [
        "5:21-5:28 ZS0038 `unknown` means nothing on an `enum`\n  help: remove it: it belongs to a `record`"
      ])
  }

  @Test func `a type cannot be called like a built-in one`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes: { list: { enum: [ a ] } }\n") == [
        "4:10-4:14 ZS1005 'list' is a built-in type\n  help: give the type another name, for example 'List'"
      ])
  }

  @Test func `a union of records, and what becomes of unknown members`() throws {
    let spec = try Resolved.spec(
      """
      zmqspec: 1
      protocol: t
      processes: {}
      types:
        Circle: { record: { r: float }, unknown: keep }
        Square: { record: { side: float } }
        Shape: { union: { circle: Circle, square: Square }, tag: kind }
        Other: { union: { circle: Circle } }

      """)
    guard case .union(let cases, let tag) = spec.types[2].kind, case .union(_, let other) = spec.types[3].kind else {
      Issue.record("expected unions")
      return
    }
    #expect(cases.map(\.name.text) == ["circle", "square"])
    #expect(cases.map(\.type) == [TypeID(0), TypeID(1)])
    #expect(tag.text == "kind")
    #expect(other.text == "type")
    #expect(spec.types.map(\.unknown) == [.keep, .refuse, .refuse, .refuse])
  }

  @Test func `a case of a union is a record`() {
    #expect(
      Found.lines(
        "zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes:\n  E: { enum: [ a ] }\n  T: { union: { e: E, i: int, n: N } }\n"
      )
        == [
          "6:20-6:21 ZS1054 a case of a union is a record, and 'E' is none",
          "6:26-6:29 ZS1054 a case of a union is a record, and 'int' is none",
          "6:34-6:35 ZS1004 no type is called 'N'",
        ])
  }
}
