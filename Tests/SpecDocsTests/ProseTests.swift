import Testing

@testable import SpecDocs

@Suite("What authors write in Markdown, as blocks")
struct ProseTests {
  private func paragraph(_ text: String) -> Phrase? {
    guard case .paragraph(let phrase)? = Prose.blocks(of: text).first else { return nil }
    return phrase
  }

  @Test("Emphasis, code, links, escapes, line ends")
  func inlines() {
    #expect(paragraph("a *b* c") == Phrase([.text("a "), .emphasis("b"), .text(" c")]))
    #expect(paragraph("**b** __c__") == Phrase([.strong("b"), .text(" "), .strong("c")]))
    #expect(paragraph("snake_case_name, 2 * 3 * 4") == "snake_case_name, 2 * 3 * 4")
    #expect(paragraph("`` a`b `` `*`") == Phrase([.code("a`b"), .text(" "), .code("*")]))
    #expect(
      paragraph("see [RFC *7*](https://x/7 \"t\").")
        == Phrase([
          .text("see "), .reference(Phrase([.text("RFC "), .emphasis("7")]), to: "https://x/7"), .text("."),
        ]))
    #expect(paragraph("<https://x/>") == Phrase([.reference("https://x/", to: "https://x/")]))
    #expect(paragraph(#"\*no\* <b>html</b>"#) == "*no* <b>html</b>")
    #expect(paragraph("one\ntwo  \nthree") == Phrase([.text("one two"), .lineBreak, .text("three")]))
    #expect(paragraph("[no link] * `open") == "[no link] * `open")
  }

  @Test("Lists in lists, numbers, what goes on without being indented")
  func lists() {
    let blocks = Prose.blocks(
      of: "Text:\n* one\n  more\n  * inner\n* two\nlazy\n\n1. first\n\n   second paragraph\n2. last\n")
    var second = Block.Item("two lazy")
    second.number = nil
    let first = Block.Item("one more", [.list([Block.Item("inner")])])
    let numbered = Block.Item(number: 1, "first", [.paragraph("second paragraph")])
    #expect(
      blocks == [
        .paragraph("Text:"), .list([first, second]), .list([numbered, Block.Item(number: 2, "last")]),
      ])
  }

  @Test("Code, headings, tables, quotations, rules")
  func blocks() {
    let text =
      "# Title\n\n~~~json\n{}\n~~~\n\n    indented\n\n| a | b |\n|---|--:|\n| 1 | `x\\|y` |\n\n> said\n\n---\nend"
    #expect(
      Prose.blocks(of: text) == [
        .paragraph(.strong("Title")), .code("{}", language: ""), .code("indented", language: ""),
        .table(["a", "b"], [["1", Phrase([.code("x\\|y")])]]), .paragraph("said"), .paragraph("end"),
      ])
  }

  @Test("A remark of several paragraphs goes on below; in a cell it is one line")
  func expanded() {
    let phrase: Phrase = "\(Phrase.code("A")): \(Phrase([.prose("one\n\n* two")]))"
    #expect(
      Prose.structured([.paragraph(phrase)]) == [
        .paragraph(Phrase([.code("A"), .text(": "), .text("one")])), .list([Block.Item("two")]),
      ])
    #expect(
      Prose.structured([.table(["a"], [[Phrase([.prose("one\n\ntwo")])]])]) == [
        .table(["a"], [[Phrase([.text("one"), .lineBreak, .text("two")])]])
      ])
  }

  @Test("Whatever the text, reading it ends", arguments: 0..<300)
  func anything(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "* ", "1. ", "    ", "\n", "\n\n", "`", "```\n", "**", "_", "[a](", ")", "|", "|-|\n", "> ", "# ", "x", "\\", "<",
      ">",
    ]
    var text = ""
    for _ in 0..<40 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += pieces[Int(state % UInt64(pieces.count))]
    }
    // Nothing that an author wrote gets lost.
    let shown = Prose.structured([.prose(text)])
    #expect(!text.contains("x") || !shown.isEmpty)
  }
}
