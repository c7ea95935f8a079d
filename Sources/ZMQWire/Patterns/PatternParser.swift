/// Makes the steps of a `TextPattern` from its expression, by recursive descent.
struct PatternParser {
  /// What is wrong with an expression.
  struct Problem: Error {
    /// In words that follow "expected".
    let expected: String

    init(_ expected: String) { self.expected = expected }
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  /// How many steps there may be: repetitions of repetitions would else fill the memory.
  private static let limit = 10_000

  init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func parse() -> Result<[TextPattern.Step], Problem> {
    do throws(Problem) {
      let steps = try alternatives()
      guard next == nil else { throw Problem("'(' in front of ')'") }
      return .success(steps + [.match])
    } catch {
      return .failure(error)
    }
  }

  /// `x|y|z`
  private mutating func alternatives() throws(Problem) -> [TextPattern.Step] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 64 else { throw Problem("fewer groups within one another") }
    var steps = try sequence()
    while take("|") {
      let other = try sequence()
      //  split 1, x+2   x…   jump end   y…
      steps =
        [.split(1, steps.count + 2)] + PatternParser.moved(steps, by: 1) + [.jump(steps.count + 2 + other.count)]
        + PatternParser.moved(other, by: steps.count + 2)
      try check(steps)
    }
    return steps
  }

  private mutating func sequence() throws(Problem) -> [TextPattern.Step] {
    var steps: [TextPattern.Step] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let item = try repeated(try atom())
      steps += PatternParser.moved(item, by: steps.count)
      try check(steps)
    }
    return steps
  }

  private func check(_ steps: [TextPattern.Step]) throws(Problem) {
    guard steps.count <= PatternParser.limit else { throw Problem("fewer repetitions of repetitions") }
  }

  /// Steps that begin at another place.
  private static func moved(_ steps: [TextPattern.Step], by distance: Int) -> [TextPattern.Step] {
    steps.map { step in
      switch step {
      case .split(let one, let other): .split(one + distance, other + distance)
      case .jump(let target): .jump(target + distance)
      case .take, .match: step
      }
    }
  }

  // MARK: How often

  private mutating func repeated(_ item: [TextPattern.Step]) throws(Problem) -> [TextPattern.Step] {
    let minimum: Int
    let maximum: Int?
    switch next {
    case "*": (minimum, maximum) = (0, nil)
    case "+": (minimum, maximum) = (1, nil)
    case "?": (minimum, maximum) = (0, 1)
    case "{":
      place += 1
      let least = try number()
      guard take(",") else {
        guard take("}") else { throw Problem("'}' behind a number of repetitions") }
        return try optionallyLazy(copies(item, least, least))
      }
      let most = next == "}" ? nil : try number()
      guard next == "}", most.map({ $0 >= least }) ?? true else { throw Problem("`{least,most}`") }
      (minimum, maximum) = (least, most)
    default: return item
    }
    place += 1
    return try optionallyLazy(copies(item, minimum, maximum))
  }

  /// `x*?` takes as little as it can, which makes no difference to whether the whole text matches.
  private mutating func optionallyLazy(_ steps: [TextPattern.Step]) throws(Problem) -> [TextPattern.Step] {
    _ = take("?")
    if let next, "*+?{".unicodeScalars.contains(next) { throw Problem("one repetition only") }
    return steps
  }

  private mutating func number() throws(Problem) -> Int {
    var value: Int?
    while let digit = next.flatMap({ Int(String($0)) }) {
      value = (value ?? 0) * 10 + digit
      guard value ?? 0 <= 1000 else { throw Problem("at most 1000 repetitions") }
      place += 1
    }
    guard let value else { throw Problem("a number of repetitions behind '{'") }
    return value
  }

  private func copies(
    _ item: [TextPattern.Step], _ minimum: Int, _ maximum: Int?
  ) throws(Problem) -> [TextPattern.Step] {
    guard item.count * max(minimum, maximum ?? 0) <= PatternParser.limit else {
      throw Problem("fewer repetitions of repetitions")
    }
    var steps: [TextPattern.Step] = []
    for _ in 0..<minimum { steps += PatternParser.moved(item, by: steps.count) }
    guard let maximum else {
      //  split 1, end   x…   jump back
      let start = steps.count
      steps.append(.split(start + 1, start + item.count + 2))
      return steps + PatternParser.moved(item, by: start + 1) + [.jump(start)]
    }
    let end = steps.count + (maximum - minimum) * (item.count + 1)
    for _ in minimum..<maximum {
      steps.append(.split(steps.count + 1, end))
      steps += PatternParser.moved(item, by: steps.count)
    }
    return steps
  }

  // MARK: What stands there

  private mutating func atom() throws(Problem) -> [TextPattern.Step] {
    guard let scalar = next else { return [] }
    place += 1
    switch scalar {
    case ".": return [.take(.any)]
    case "[": return [.take(try brackets())]
    case "\\": return [.take(try escape())]
    case "(":
      if take("?"), !take(":") { throw Problem("`(?:` or `(`: nothing looks ahead or back here") }
      let steps = try alternatives()
      guard take(")") else { throw Problem("')'") }
      return steps
    case "^":
      guard place == 1 else { throw Problem("`^` at the beginning only") }
      return []
    case "$":
      guard next == nil else { throw Problem("`$` at the end only") }
      return []
    case "*", "+", "?", "{": throw Problem("something in front of '\(scalar)'")
    default: return [.take(ScalarSet(scalar))]
    }
  }

  private mutating func brackets() throws(Problem) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet([])
    var isFirst = true
    while let scalar = next {
      place += 1
      if scalar == "]", !isFirst { return isNegated ? set.negated : set }
      isFirst = false
      let low = scalar == "\\" ? try escape() : ScalarSet(scalar)
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        set.formUnion(low)
        continue
      }
      place += 1
      let end = scalars[place]
      place += 1
      let high = end == "\\" ? try escape() : ScalarSet(end)
      guard let first = low.only, let last = high.only, first <= last else {
        throw Problem("a range from the lower to the higher character")
      }
      set.formUnion(ScalarSet([first...last]))
    }
    throw Problem("']'")
  }

  private mutating func escape() throws(Problem) -> ScalarSet {
    guard let scalar = next else { throw Problem("a character behind '\\'") }
    place += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.negated
    case "w": return .word
    case "W": return ScalarSet.word.negated
    case "s": return .blanks
    case "S": return ScalarSet.blanks.negated
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "t": return ScalarSet("\t")
    case "f": return ScalarSet("\u{0C}")
    case "v": return ScalarSet("\u{0B}")
    case "x": return try hexadecimal(digits: 2)
    case "u": return try hexadecimal(digits: 4)
    case "a"..."z", "A"..."Z", "0"..."9": throw Problem("an escape that is known, found '\\\(scalar)'")
    default: return ScalarSet(scalar)
    }
  }

  private mutating func hexadecimal(digits: Int) throws(Problem) -> ScalarSet {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = next.flatMap({ UInt8(exactly: $0.value) }).flatMap(Hexadecimal.value) else {
        throw Problem("\(digits) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw Problem("a character and not half of one") }
    return ScalarSet(scalar)
  }
}

extension ScalarSet {
  /// The only scalar in it.
  fileprivate var only: UInt32? {
    guard ranges.count == 1, !isNegated, let range = ranges.first, range.lowerBound == range.upperBound else {
      return nil
    }
    return range.lowerBound
  }
}
