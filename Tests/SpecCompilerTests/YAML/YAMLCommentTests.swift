import SpecModel
import Testing

@testable import SpecCompiler

/// Comments with their places; what only looks like one is none.
@Suite struct YAMLCommentTests {
  /// `line:column text`, and the gap in front of one that stands behind something.
  private func comments(_ text: String) -> [String] {
    YAMLCommentScanner.comments(in: text).map { comment in
      #expect(comment.range.end.column - comment.range.start.column == comment.text.unicodeScalars.count)
      return "\(comment.range.start.line):\(comment.range.start.column) \(comment.text)"
        + (comment.gap.map { " (+\($0))" } ?? "")
    }
  }

  @Test func `alone and behind something`() {
    #expect(
      comments("# top\na: 1   # one\n\n  # between\nb: # none\n  c: 2 # two\t \n    # end") == [
        "1:1 # top", "2:8 # one (+3)", "4:3 # between", "5:4 # none (+1)", "6:8 # two (+1)", "7:5 # end",
      ])
  }

  @Test func `behind keys, dashes, brackets, commas and document marks`() {
    #expect(
      comments(
        "%YAML 1.1 # d\n--- # m\na:  # k\n  - # dash\n    x\n  - [ # open\n    y, # comma\n    z # last\n    ] # close\n... # e\n"
      )
        == [
          "1:11 # d (+1)", "2:5 # m (+1)", "3:5 # k (+2)", "4:5 # dash (+1)", "6:7 # open (+1)", "7:8 # comma (+1)",
          "8:7 # last (+1)", "9:7 # close (+1)", "10:5 # e (+1)",
        ])
  }

  @Test func `a number sign in a text is none`() {
    #expect(
      comments(
        "a: 'x # y'\nb: \"x # y\n  # z\"\nc: x#y\nd: |\n  # text\n  x # text\n# real\ne: >-\n  # text\n\n # real too\nf: 1\n"
      )
        == ["8:1 # real", "12:2 # real too"])
  }

  @Test func `behind the head of a block of text`() {
    #expect(
      comments("a: |  # one\n  # text\nb: >2- # two\n  x\nc: | # three\n# four\nd: |+\n\n  x\n\n# five\n") == [
        "1:7 # one (+2)", "3:8 # two (+1)", "5:6 # three (+1)", "6:1 # four", "11:1 # five",
      ])
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func `lines are counted as libyaml counts them`(lineBreak: String) {
    let text = ["# 日本", "größe: 'ü' # 👩‍🚀", "", "x: 1", "# end"].joined(separator: lineBreak)
    #expect(comments(text) == ["1:1 # 日本", "2:12 # 👩‍🚀 (+1)", "5:1 # end"])
  }

  @Test func `what comes before a fault is found`() {
    #expect(comments("a: 1 # one\nb: \"x\n# none") == ["1:6 # one (+1)"])
    #expect(comments("") == [])
    #expect(comments("#") == ["1:1 #"])
  }

  @Test func `a long line with many tokens is read once`() {
    let text = "a: [" + String(repeating: "x, ", count: 200_000) + "y] # end"
    let clock = ContinuousClock()
    let start = clock.now
    #expect(comments(text) == ["1:600008 # end (+1)"])
    #expect(clock.now - start < .seconds(10))
  }
}
