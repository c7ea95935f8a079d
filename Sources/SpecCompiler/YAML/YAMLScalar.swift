/// A text in a YAML file, and how it is written: frames (`''`, `'ping, count'`) and values (`5`, `"5"`) mean
/// different things in different styles.
struct YAMLScalar: Sendable, Hashable {
  /// How a text is written.
  enum Style: Sendable, Hashable {
    /// Without quotes.
    case plain
    /// `'…'`
    case singleQuoted
    /// `"…"`
    case doubleQuoted
    /// `|` or `>` and an indented block.
    case block
  }

  /// The text, escapes and foldings undone.
  var text: String
  /// How it is written.
  var style: Style

  /// Whether every version of YAML reads this as null.
  var isNull: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) }
}
