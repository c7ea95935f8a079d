/// A regular expression that the whole of a text must match: `pattern:` in a protocol file.
///
/// It is an engine of its own, because a peer chooses the text: the engines at hand go back and try again, so that
/// thirty letters can keep them busy for minutes. This one looks at each scalar once for each state that it could be in
/// (Thompson, "Regular Expression Search Algorithm", 1968): the time is at most the product of both lengths.
///
/// ```
/// abc  .  [a-z_]  [^"]  \d \w \s \D \W \S  \. \/ \\  \n \t \u00e9     what stands there
/// x*  x+  x?  x{3}  x{2,}  x{2,4}                                     how often
/// x|y  (x)  (?:x)                                                     one or the other; groups
/// ```
///
/// `^` and `$` may stand at the ends, where they say nothing new. What looks back or ahead is not there.
public struct TextPattern: Sendable {
  /// A step of the program that the expression becomes.
  enum Step: Sendable {
    /// Takes a scalar that is in the set.
    case take(ScalarSet)
    /// Goes on in both places.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// The end.
    case match
  }

  private let steps: [Step]

  /// The pattern of an expression; one that is none matches nothing.
  public init(_ expression: String) {
    var parser = PatternParser(expression)
    switch parser.parse() {
    case .success(let steps): self.steps = steps
    case .failure: steps = []
    }
  }

  /// What is wrong with an expression, in words that follow "expected"; nil where it is one.
  public static func problem(in expression: String) -> String? {
    var parser = PatternParser(expression)
    if case .failure(let problem) = parser.parse() { return problem.expected }
    return nil
  }

  /// Whether the whole text matches.
  public func matches(_ text: String) -> Bool {
    guard !steps.isEmpty else { return false }
    var now = StateSet(count: steps.count)
    var next = StateSet(count: steps.count)
    add(0, to: &now)
    for scalar in text.unicodeScalars {
      next.removeAll()
      for state in now.members {
        if case .take(let set) = steps[state], set.contains(scalar) { add(state + 1, to: &next) }
      }
      if next.members.isEmpty { return false }
      swap(&now, &next)
    }
    return now.members.contains { if case .match = steps[$0] { true } else { false } }
  }

  /// Adds a state and all that it leads to without taking anything.
  private func add(_ state: Int, to set: inout StateSet) {
    var open = [state]
    while let state = open.popLast() {
      guard set.insert(state) else { continue }
      switch steps[state] {
      case .split(let one, let other): open += [other, one]
      case .jump(let target): open.append(target)
      case .take, .match: break
      }
    }
  }

  /// Some of the states, each once.
  private struct StateSet {
    private(set) var members: [Int] = []
    private var isIn: [Bool]

    init(count: Int) { isIn = Array(repeating: false, count: count) }

    mutating func insert(_ state: Int) -> Bool {
      if isIn[state] { return false }
      isIn[state] = true
      members.append(state)
      return true
    }

    mutating func removeAll() {
      for state in members { isIn[state] = false }
      members.removeAll(keepingCapacity: true)
    }
  }
}
