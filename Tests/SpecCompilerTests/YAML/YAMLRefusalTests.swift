import Testing

/// What YAML has and protocol files do not.
@Suite struct YAMLRefusalTests {
  private let anchorHelp = """
      help: declare what is shared once under `types`, and name it where it is used; put a text that begins with `&` or \
    `*` in quotes
    """

  @Test func `anchors, aliases, tags and merge keys`() {
    let text = """
      zmqspec: 1
      protocol: &p t
      title: *p
      about: !!str x
      processes:
        <<: {a: b}
        A: !x { sockets: &s { a: REQ } }

      """
    #expect(
      Found.all(text) == [
        "2:11-2:13 ZS0009 a protocol file has no anchors, aliases or tags, found an anchor\n" + anchorHelp,
        "3:8-3:10 ZS0009 a protocol file has no anchors, aliases or tags, found an alias\n" + anchorHelp,
        "4:8-4:13 ZS0010 a protocol file has no anchors, aliases or tags, found a tag\n"
          + "  help: remove it: the type of a value is the type of its field",
        "6:3-6:5 ZS0011 a protocol file has no merge keys\n"
          + "  help: write the keys out, or declare what is shared once under `types`",
        "7:6-7:8 ZS0010 a protocol file has no anchors, aliases or tags, found a tag\n"
          + "  help: remove it: the type of a value is the type of its field",
        "7:20-7:22 ZS0009 a protocol file has no anchors, aliases or tags, found an anchor\n" + anchorHelp,
      ])
  }

  @Test func `an alias is not reported again for what it stands for`() {
    #expect(Found.codes("zmqspec: 1\nprotocol: t\nprocesses: *x\n") == ["ZS0009"])
  }

  @Test func `a duplicate key, with a note at the first`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprotocol: u\nprocesses: {A: {}, A: {}}\n").prefix(2) == [
        """
        3:1-3:9 ZS0012 the key `protocol` stands twice
          help: remove one of the two, or rename it
          note 2:1-2:9: `protocol` stands first here
        """,
        """
        4:20-4:21 ZS0012 the key `A` stands twice
          help: remove one of the two, or rename it
          note 4:13-4:14: `A` stands first here
        """,
      ])
  }

  @Test func `a second document`() {
    #expect(
      Found.all("zmqspec: 1\n---\nb: 2\n")[2] == """
        2:1-2:4 ZS0008 expected the end of the file, found a second YAML document
          help: write one protocol in each file, and remove this `---`
        """)
  }

  @Test func `keys that are no words`() {
    #expect(
      Found.lines("? [a, b]\n: 5\n{a: b}: 6\n").filter { $0.contains("ZS0013") } == [
        "1:3-1:9 ZS0013 expected a key, found a list",
        "3:1-3:7 ZS0013 expected a key, found a mapping",
      ])
  }

  @Test func `nesting deeper than 64 levels, in brackets and in blocks`() {
    #expect(
      Found.all(String(repeating: "[", count: 10_000)) == [
        """
        1:65-1:66 ZS0006 nodes are nested deeper than 64 levels
          help: no protocol needs that: look for a bracket that is never closed
        """
      ])
    let block = (0..<10_000).map { String(repeating: " ", count: min($0, 200)) + "a:\n" }.joined()
    #expect(Found.lines(block) == ["65:65-65:66 ZS0006 nodes are nested deeper than 64 levels"])
    let braces = String(repeating: "{a: ", count: 64) + "1" + String(repeating: "}", count: 64)
    #expect(!Found.codes(braces).contains("ZS0006"))
  }

  @Test(arguments: ["", "\n\n", "# a remark\n", "---\n", "---", "--- ~\n"])
  func `an empty file`(text: String) {
    #expect(Found.codes(text) == ["ZS0007"])
  }

  @Test func `an empty file is explained`() {
    #expect(
      Found.all("") == [
        """
        1:1-1:1 ZS0007 the file is empty: expected a protocol
          help: begin with the lines `zmqspec: 1` and `protocol: <name>`
        """
      ])
  }
}
