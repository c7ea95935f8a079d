import Testing

/// Texts that are not YAML: one finding each, at the place where something must be changed.
@Suite struct YAMLComplaintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var finding: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ finding: String) {
      self.text = text
      self.finding = finding
    }
  }

  static let cases = [
    Case("a: 1\nb:\n\tc: 5\n", "3:1-3:2 ZS0002 expected blanks, found a tab"),
    Case("a:\n  b: |\n\tx\n", "3:1-3:2 ZS0002 expected blanks, found a tab"),
    Case("a: b: c\n", "1:5-1:6 ZS0001 a `:` cannot stand here"),
    Case("a: 1\nprotocol\nb: 2\n", "2:1-2:9 ZS0001 expected `:` behind the key 'protocol'"),
    Case("a: \"x\ny\n", "1:4-1:5 ZS0001 the quoted text that begins here does not end"),
    Case("a: { b: c\nd: 5\n", "2:2-2:3 ZS0001 expected `,` or `}`, found `:`"),
    Case("a: [ b\nd: 5\n", "2:2-2:3 ZS0001 expected `,` or `]`, found `:`"),
    Case("a: [ b", "1:7-1:7 ZS0001 expected `,` or `]`, found the end of the file"),
    Case("a:\n    b: x\n  c: y\n", "3:3-3:4 ZS0001 expected a key or the end of the mapping, found `c`"),
    Case("- a\nb: 1\n", "2:1-2:2 ZS0001 expected `- ` or the end of the list, found `b`"),
    Case("a: @x\n", "1:4-1:5 ZS0001 a text cannot begin with `@`"),
    Case("a: `x`\n", "1:4-1:5 ZS0001 a text cannot begin with a backtick"),
    Case("a: *\n", "1:5-1:5 ZS0001 a name of an anchor or alias was expected"),
    Case("a: - b\n", "1:4-1:5 ZS0001 a list cannot begin here"),
    Case("a: \"\\q\"\n", "1:5-1:6 ZS0001 YAML does not know the escape `\\q`"),
    Case("a: 'x\n--- y'\n", "2:1-2:2 ZS0001 a quoted text cannot contain a line that begins with `---` or `...`"),
    Case("a:\n  - b\n=======\n  - c\n", "3:1-3:2 ZS0001 a merge is not finished: found `=======`"),
    Case("a: 1\n>>>>>>> theirs\nb: 2\n", "2:1-2:2 ZS0001 a merge is not finished: found `>>>>>>> theirs`"),
    Case("a: { b: c{d} }\n", "1:10-1:11 ZS0001 expected `,` or `}`, found `{`"),
    Case("a: ]\n", "1:4-1:5 ZS0001 expected a value, found `]`"),
    Case("a: [}\n", "1:5-1:6 ZS0001 expected a value, found `}`"),
    Case("a: |9x\n", "1:6-1:7 ZS0001 the text is not YAML: did not find expected comment or line break"),
  ]

  @Test(arguments: cases) func `one finding`(example: Case) {
    #expect(Found.lines(example.text) == [example.finding])
  }

  @Test(arguments: [
    (
      "a: 1\nb:\n   c: 2\n  d: 3\n",
      [
        "2:1-2:3: by its indentation it stands below this line",
        "3:4-3:8: this one begins in column 4, the other in column 3",
      ]
    ),
    ("a: 1\nb: {}\n  d: 3\n", ["2:1-2:6: by its indentation it stands below this line"]),
    ("a:\nb: [ 1 ]\n  d: 3\n", ["2:1-2:9: by its indentation it stands below this line"]),
    ("  a: 1\n\nb: 2\n", ["1:3-1:7: this one begins in column 3, the other in column 1"]),
    ("a:\n  countz many\n  b: 2\n", ["2:3-2:14: the text on this line goes on in line 3"]),
    ("a:\n  -b: 1\n  - c: 1\n", ["2:3-2:8: this one does not begin with `- `, the other does"]),
    ("- a: 1\n# or\nb: 2\n", ["1:1-1:7: this one begins with `- `, the other does not"]),
    ("a: \"x\nb: 1\nc: \"y\"\n", ["1:4-1:5: the text in quotes that ends in line 3 begins here"]),
    ("a:\n  b #: 1\n  c: 1\n", ["2:3-2:9: this line has no `:`"]),
    ("a: b: c\n", []),
  ]) func `a note points at the line above that is at fault`(text: String, notes: [String]) {
    let lines = Found.all(text)[0].split(separator: "\n").filter { $0.hasPrefix("  note ") }
    #expect(lines.map { String($0.dropFirst(7)) } == notes)
  }

  @Test func `where something does not end, a note tells where it began`() {
    #expect(
      Found.all("a: { b: c\nd: 5\n") == [
        """
        2:2-2:3 ZS0001 expected `,` or `}`, found `:`
          help: close the mapping with `}`, and part its keys by commas
          note 1:4-1:5: the mapping in braces begins here
        """
      ])
  }
}
