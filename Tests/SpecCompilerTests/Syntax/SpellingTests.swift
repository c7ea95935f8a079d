@testable import SpecCompiler
import Testing

/// Suggestions for misspelt names.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("witin", "within", 1),
  ])
  func `the distance of Damerau and Levenshtein`(a: String, b: String, distance: Int) {
    #expect(Spelling.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    #expect(Spelling.distance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == distance)
  }

  @Test func `the nearest is near enough to be meant`() {
    let names = ["sockets", "socket", "about"]
    #expect(Spelling.nearest(to: "sokets", among: names) == "sockets")
    #expect(Spelling.nearest(to: "SOCKET", among: names) == "socket")
    #expect(Spelling.nearest(to: "abuot", among: names) == "about")
    #expect(Spelling.nearest(to: "chains", among: names) == nil)
    #expect(Spelling.nearest(to: "C", among: ["A", "B"]) == nil)
    #expect(Spelling.nearest(to: String(repeating: "a", count: 1000), among: names) == nil)
  }
}
