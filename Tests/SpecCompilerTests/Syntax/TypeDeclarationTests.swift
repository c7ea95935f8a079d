import Testing

/// Enums and records.
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

  @Test func `an enum or a record, not both, not neither`() {
    let help = "  help: write `{ enum: [ red, green ] }` or `{ record: { x: float } }`"
    #expect(
      found("{ enum: [ a ], record: { a: int } }") == [
        "5:21-5:27 ZS0038 a type is an `enum` or a `record`, found both\n\(help)\n  note 5:8-5:12: `enum` stands here"
      ])
    #expect(found("{}") == ["5:3-5:4 ZS0021 a type needs the key `enum` or the key `record`\n\(help)"])
    #expect(found("int") == ["5:6-5:9 ZS0022 expected the type 'T' as a mapping, found 'int'\n\(help)"])
    #expect(
      found("{ enum: [] }") == [
        "5:14-5:16 ZS0042 an `enum` needs at least one case\n  help: write `[ red, green, blue ]`"
      ])
  }

  @Test func `a type cannot be called like a built-in one`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes: { list: { enum: [ a ] } }\n") == [
        "4:10-4:14 ZS1005 'list' is a built-in type\n  help: give the type another name, for example 'List'"
      ])
  }

  @Test func `unions come later, and their keys are not unknown`() {
    #expect(
      found("{ union: { a: A }, tag: kind, unknown: keep }").map { $0.prefix(17) } == [
        "5:8-5:13 ZS0090 `", "5:25-5:28 ZS0090 ", "5:36-5:43 ZS0090 ",
      ])
  }
}
