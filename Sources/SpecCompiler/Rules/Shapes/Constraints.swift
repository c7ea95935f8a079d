import SpecModel

/// What a field's constraints allow, apart from its type.
struct Constraints {
  private let spec: ConstraintSpec

  init(_ spec: ConstraintSpec) { self.spec = spec }

  /// Whether a text has the length and matches the pattern that are asked for.
  func allow(text: String) -> Bool { allow(count: text.unicodeScalars.count) && matchesPattern(text) }

  /// Whether so many scalars, bytes, elements or members are allowed.
  func allow(count: Int) -> Bool {
    count >= spec.length?.minimum ?? 0 && count <= spec.length?.maximum ?? .max
  }

  /// Whether the whole of a text matches the pattern; a pattern that cannot be read allows everything, and is told of by
  /// `PatternCanBeRead`.
  func matchesPattern(_ text: String) -> Bool {
    guard let pattern = spec.pattern, let expression = try? Regex(pattern.text) else { return true }
    return (try? expression.wholeMatch(in: text)) != nil
  }
}
