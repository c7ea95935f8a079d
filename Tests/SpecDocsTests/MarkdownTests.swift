import Testing

@testable import SpecDocs

@Suite("Markdown that GitHub shows as it was meant")
struct MarkdownTests {
  @Test("Code takes as many backticks as it needs, and stays one line")
  func code() {
    #expect(Markdown.code("list<int>") == "`list<int>`")
    #expect(Markdown.code("a`b") == "``a`b``")
    #expect(Markdown.code("`") == "`` ` ``")
    #expect(Markdown.code("a\nb") == "`a b`")
  }

  @Test("A block's fence is longer than any in it")
  func block() {
    #expect(Markdown.block("x", language: "json") == "```json\nx\n```")
    #expect(Markdown.block("```") == "````\n```\n````")
  }

  @Test("A cell is one line, its bars escaped once")
  func cells() {
    let table = Markdown.table(["a"], [["x | y"], [#"x \| y"#], ["one\ntwo\n\nthree"], [#"x \\| y"#]])
    #expect(table == "| a |\n|---|\n| x \\| y |\n| x \\| y |\n| one two<br>three |\n| x \\\\\\| y |")
  }

  @Test("Titles are plain text, about is the author's Markdown")
  func text() {
    #expect(Markdown.plain("a<b> *c* #1") == ##"a\<b\> \*c\* \#1"##)
    #expect(Markdown.prose("\n *a* <b>\n\n") == " *a* <b>")
    #expect(Markdown.prose(" \n") == nil)
    #expect(Markdown.slug(of: "What, a *day*!") == "what-a-day")
    #expect(Phrase.list(["a", "b", "c"]).plain == "a, b and c")
  }
}
