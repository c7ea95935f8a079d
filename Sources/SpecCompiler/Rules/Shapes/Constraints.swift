import SpecModel
import ZMQWire

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
    // The engine of the generated code, which takes no time that grows faster than the text.
    guard let pattern = spec.pattern?.text, TextPattern.problem(in: pattern) == nil else { return true }
    return TextPattern(pattern).matches(text)
  }
}
