import SpecModel
import Testing

@Suite("Text has the columns that a terminal gives it")
struct TextWidthTests {
  @Test(
    "Wide 2, combining 0, emoji presentation 2",
    arguments: [
      ("", 0), ("ping", 4), ("日本", 4), ("ﾆﾎﾝ", 3), ("Ａ", 2), ("é", 1), ("e\u{301}", 1), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4),
      ("👩‍👩‍👧", 2), ("❤️‍🔥", 2), ("क्ष", 2), ("─│►◄", 4), ("a\u{200B}b", 2), ("\u{301}", 0), ("Ångström", 8), ("☃", 1),
      ("a\u{AD}b", 3),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    #expect(TextWidth.columns(of: Substring(text)) == columns)
  }

  @Test("A text is as wide as its characters")
  func sum() {
    for text in ["日本 ping e\u{301}👍🏽🇩🇪🇫🇷x", "👩‍👩‍👧한\u{1112}\u{1161}1️⃣"] {
      #expect(TextWidth.columns(of: text) == text.map { TextWidth.columns(of: String($0)) }.reduce(0, +))
    }
  }
}
