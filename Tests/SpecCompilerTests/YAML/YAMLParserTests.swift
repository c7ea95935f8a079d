@testable import SpecCompiler
import SpecModel
import Testing

/// Nodes with their exact ranges.
@Suite struct YAMLParserTests {
  /// The tree as text, one node in each line, and no findings.
  private func tree(_ text: String) -> String {
    let (root, findings) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    #expect(findings.isEmpty)
    return root.map { dump($0, "") } ?? "nothing"
  }

  private func dump(_ node: YAMLNode, _ indent: String) -> String {
    let place = "\(indent)\(Found.place(node.range)) "
    switch node.content {
    case .scalar(let scalar): return place + "\(scalar.style) \(scalar.text.debugDescription)"
    case .refused: return place + "refused"
    case .sequence(let items): return ([place + "list"] + items.map { dump($0, indent + "  ") }).joined(separator: "\n")
    case .mapping(let entries):
      let lines = entries.map { entry in
        "\(indent)  \(Found.place(entry.keyRange)) \(entry.key.text):\n" + dump(entry.value, indent + "    ")
      }
      return ([place + "mapping"] + lines).joined(separator: "\n")
    }
  }

  @Test func `a block mapping ends with its last child, not where the next token begins`() {
    #expect(
      tree("a:\n  b: 1\n\n# remark\nc: 2\n") == """
        1:1-5:5 mapping
          1:1-1:2 a:
            2:3-2:7 mapping
              2:3-2:4 b:
                2:6-2:7 plain "1"
          5:1-5:2 c:
            5:4-5:5 plain "2"
        """)
  }

  @Test func `a block list, also one that is not indented`() {
    #expect(
      tree("a:\n- x\n-   y\nb:\n  -\n") == """
        1:1-5:4 mapping
          1:1-1:2 a:
            2:1-3:6 list
              2:3-2:4 plain "x"
              3:5-3:6 plain "y"
          4:1-4:2 b:
            5:3-5:4 list
              5:4-5:4 plain ""
        """)
  }

  @Test func `brackets and braces belong to their nodes, a pair in a list has none`() {
    #expect(
      tree("[ a, { b: c } , d: [] ]\n") == """
        1:1-1:24 list
          1:3-1:4 plain "a"
          1:6-1:14 mapping
            1:8-1:9 b:
              1:11-1:12 plain "c"
          1:17-1:22 mapping
            1:17-1:18 d:
              1:20-1:22 list
        """)
  }

  @Test func `an open parenthesis that is no text's does not join the items of a list`() {
    #expect(
      tree("[ text: (, $args..., text: ) ]\n") == """
        1:1-1:31 list
          1:3-1:10 mapping
            1:3-1:7 text:
              1:9-1:10 plain "("
          1:12-1:20 plain "$args..."
          1:22-1:29 mapping
            1:22-1:26 text:
              1:28-1:29 plain ")"
        """)
  }

  @Test func `texts of several lines`() {
    #expect(
      tree("a: one\n  two\nb: \"x\n  y\"\nc: |\n  p\n\n  q  \n\n\nd: >-\n  z\n# end\ne: |\n") == """
        1:1-14:5 mapping
          1:1-1:2 a:
            1:4-2:6 plain "one two"
          3:1-3:2 b:
            3:4-4:5 doubleQuoted "x y"
          5:1-5:2 c:
            5:4-8:4 block "p\\n\\nq  \\n"
          11:1-11:2 d:
            11:4-12:4 block "z"
          14:1-14:2 e:
            14:4-14:5 block ""
        """)
  }

  @Test func `columns count Unicode scalars, and escapes are undone`() {
    #expect(
      tree("'größe': 'it''s' # 👩‍🚀\nb: \"👩‍🚀\\n\" \n") == """
        1:1-2:11 mapping
          1:1-1:8 größe:
            1:10-1:17 singleQuoted "it\\'s"
          2:1-2:2 b:
            2:4-2:11 doubleQuoted "👩‍🚀\\n"
        """)
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func `lines are counted as libyaml counts them`(lineBreak: String) {
    let text = ["a: 1", "", "b: 2", ""].joined(separator: lineBreak)
    let source = SourceText(name: "t", text: text)
    #expect(source.lines == ["a: 1", "", "b: 2", ""])
    #expect(
      tree(text) == """
        1:1-3:5 mapping
          1:1-1:2 a:
            1:4-1:5 plain "1"
          3:1-3:2 b:
            3:4-3:5 plain "2"
        """)
  }

  @Test func `a vertical tab or a form feed ends no line`() {
    #expect(SourceText(name: "t", text: "a\u{B}b\u{C}c").lines == ["a\u{B}b\u{C}c"])
  }

  @Test func `a file may end without a line break`() {
    #expect(tree("a: 1") == "1:1-1:5 mapping\n  1:1-1:2 a:\n    1:4-1:5 plain \"1\"")
    #expect(tree("---") == "1:4-1:4 plain \"\"")
  }

  @Test func `a directive is no document`() {
    #expect(tree("%YAML 1.1\n---\na\n...\n") == "3:1-3:2 plain \"a\"")
  }
}
