import Testing
import ZMQWire

@Suite struct TextPatternTests {
  @Test("Every small expression matches the same short texts as its definition says")
  func exhaustive() {
    let expressions = Expression.all()
    #expect(expressions.count > 3000)
    let texts =
      Self.texts(of: ["a", "b", "\n"], upTo: 3) + Self.texts(of: ["a", "b"], upTo: 4).filter { $0.count == 4 }
    for expression in expressions {
      let pattern = TextPattern(expression.text)
      for text in texts where pattern.matches(String(text)) != expression.matches(text) {
        Issue.record("\(expression.text) and \(text.debugDescription)")
        return
      }
    }
  }

  /// Every text of at most so many of these characters.
  private static func texts(of alphabet: [Character], upTo length: Int) -> [[Character]] {
    var texts: [[Character]] = [[]]
    var last = texts
    for _ in 0..<length {
      last = last.flatMap { text in alphabet.map { text + [$0] } }
      texts += last
    }
    return texts
  }

  @Test(
    "Classes, escapes and anchors mean what the documentation says",
    arguments: [
      ("[a-c_]", ["a", "b", "c", "_"], ["d", "-", "", "ab"]), ("[^a-c]", ["d", "\n", "é"], ["a", ""]),
      ("[]a]", ["]", "a"], ["[", "]a"]), ("[a-]", ["a", "-"], ["b"]), ("[\\d\\-x]", ["7", "-", "x"], ["d", "\\"]),
      ("[^\\D]", ["7"], ["d"]), ("[\\Da]", ["a", "b"], ["7"]),
      ("\\d", ["0", "9"], ["a", "٣"]), ("\\w+", ["aZ_9"], ["é", "-", ""]), ("\\s", [" ", "\t", "\u{A0}"], ["a", ""]),
      ("\\D\\W\\S", ["a-b", "é b".replacing(" ", with: "-")], ["1-b", "aab", "a- "]),
      (".", ["a", "é", "𝄞"], ["\n", "\r", "\u{2028}", ""]), ("\\.", ["."], ["a"]), ("\\/\\\\", ["/\\"], ["//"]),
      ("\\n\\t\\r\\f\\v", ["\n\t\r\u{0C}\u{0B}"], ["nt"]), ("\\u00e9\\x41", ["éA"], ["eA"]),
      ("^ab$", ["ab"], ["xab", "abx", "^ab$"]), ("", [""], ["a"]), ("(?:ab|c)d", ["abd", "cd"], ["abcd", "d"]),
      ("a|b|", ["a", "b", ""], ["ab"]), ("a{3}", ["aaa"], ["aa", "aaaa"]), ("a{2,}", ["aa", "aaaaa"], ["a", ""]),
      ("a{0,2}b", ["b", "aab"], ["aaab"]), ("a{0}", [""], ["a"]), ("a+?b*?", ["a", "aabb"], ["b"]),
      ("(a|b)*c", ["c", "abbac"], ["abb"]), ("\u{10FFFF}", ["\u{10FFFF}"], ["x"]),
      // A text is its scalars: the two spellings of é are two texts.
      ("é", ["\u{E9}"], ["e\u{301}"]),
    ] as [(String, [String], [String])])
  func meaning(expression: String, matching: [String], others: [String]) {
    #expect(TextPattern.problem(in: expression) == nil)
    let pattern = TextPattern(expression)
    for text in matching { #expect(pattern.matches(text), "\(text.debugDescription)") }
    for text in others { #expect(!pattern.matches(text), "\(text.debugDescription)") }
  }

  @Test(
    "What is no expression says what was expected, and matches nothing",
    arguments: [
      ("(a", "')'"), ("a)", "'(' in front of ')'"), ("[a", "']'"), ("*a", "something in front of '*'"),
      ("a**", "one repetition only"), ("a{", "a number of repetitions behind '{'"),
      ("a{2", "'}' behind a number of repetitions"), ("a{3,2}", "`{least,most}`"),
      ("a{1001}", "at most 1000 repetitions"), ("((a{100}){100}){100}", "fewer repetitions of repetitions"),
      ("a^", "`^` at the beginning only"), ("$a", "`$` at the end only"), ("\\", "a character behind '\\'"),
      ("\\q", "an escape that is known, found '\\q'"), ("\\1", "an escape that is known, found '\\1'"),
      ("\\u12", "4 hexadecimal digits"), ("\\xg0", "2 hexadecimal digits"),
      ("\\ud800", "a character and not half of one"), ("[b-a]", "a range from the lower to the higher character"),
      ("[\\d-z]", "a range from the lower to the higher character"),
      ("(?=a)", "`(?:` or `(`: nothing looks ahead or back here"),
      ("(?<!a)", "`(?:` or `(`: nothing looks ahead or back here"),
      (String(repeating: "(", count: 100), "fewer groups within one another"),
    ])
  func problems(expression: String, expected: String) {
    #expect(TextPattern.problem(in: expression) == expected)
    #expect(!TextPattern(expression).matches(""))
    #expect(!TextPattern(expression).matches("a"))
  }

  @Test(
    "Expressions that keep other engines busy for hours take time in proportion to the text",
    arguments: ["(a*)*b", "(a|aa)+b", "(a?){30}a{30}b", "(.*)(.*)(.*)(.*)b", "((a+)+)+b"])
  func hostile(expression: String) {
    let pattern = TextPattern(expression)
    let text = String(repeating: "a", count: 20_000)
    let start = ThreadTime.now
    #expect(!pattern.matches(text))
    #expect(ThreadTime.now - start < .seconds(20))
    let short = String(repeating: "a", count: 40)
    #expect(pattern.matches(short + "b"))
  }
}

/// An expression as what it is made of, with the meaning that the definition of regular expressions gives it.
private indirect enum Expression {
  case letter(Character)
  case anything
  case then(Expression, Expression)
  case either(Expression, Expression)
  case repeated(Expression, String, Int, Int?)

  /// All of three leaves, with at most two operations on the way to each.
  static func all() -> [Expression] {
    let leaves: [Expression] = [.letter("a"), .letter("b"), .anything]
    return grown(grown(leaves))
  }

  private static func grown(_ some: [Expression]) -> [Expression] {
    let repetitions: [(String, Int, Int?)] = [
      ("*", 0, nil), ("+", 1, nil), ("?", 0, 1), ("{2}", 2, 2), ("{1,2}", 1, 2), ("{2,}", 2, nil),
    ]
    return some + some.flatMap { one in repetitions.map { .repeated(one, $0, $1, $2) } }
      + some.flatMap { one in some.flatMap { [.then(one, $0), .either(one, $0)] } }
  }

  var text: String {
    switch self {
    case .letter(let letter): String(letter)
    case .anything: "."
    case .then(let one, let other): "(\(one.text))(?:\(other.text))"
    case .either(let one, let other): "(\(one.text)|\(other.text))"
    case .repeated(let item, let sign, _, _): "(\(item.text))\(sign)"
    }
  }

  func matches(_ text: [Character]) -> Bool { ends(in: text, from: 0).contains(text.count) }

  /// Where a match that begins at `start` may end.
  private func ends(in text: [Character], from start: Int) -> Set<Int> {
    switch self {
    case .letter(let letter): return start < text.count && text[start] == letter ? [start + 1] : []
    case .anything: return start < text.count && text[start] != "\n" ? [start + 1] : []
    case .then(let one, let other):
      return Set(one.ends(in: text, from: start).flatMap { other.ends(in: text, from: $0) })
    case .either(let one, let other):
      return one.ends(in: text, from: start).union(other.ends(in: text, from: start))
    case .repeated(let item, _, let least, let most):
      var places: Set<Int> = [start]
      var found: Set<Int> = least == 0 ? places : []
      // More rounds than there are characters find nothing new.
      for round in 1...max(most ?? text.count + least, 1) {
        places = Set(places.flatMap { item.ends(in: text, from: $0) })
        if round >= least, round <= most ?? .max { found.formUnion(places) }
      }
      return found
    }
  }
}
