import SpecModel

/// A node of the YAML file, with its exact range.
struct YAMLNode: Sendable, Hashable {
  /// What the node is.
  enum Content: Sendable, Hashable {
    /// A text with its style.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, each key once, in the order of the file.
    case mapping([YAMLEntry])
    /// Something that was refused and reported, such as an alias: later stages pass over it in silence.
    case refused
  }

  /// What the node is.
  var content: Content
  /// From its first character to its last; a block collection ends with its last child.
  var range: SourceRange
  /// Whether it is a list in brackets or a mapping in braces, and not one in lines or a pair within brackets.
  var hasBrackets = false

  /// Whether nothing is written: `ping:` or `ping: ~`, `ping: null`.
  var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.isNull } else { false }
  }

  /// What the node is, in a message: `a list`.
  var kindPhrase: String {
    switch content {
    case .scalar(let scalar) where scalar.isNull: "nothing"
    case .scalar(let scalar): (scalar.style == .plain ? "" : "the text ") + Prose.quoted(scalar.text)
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .refused: "something that was refused"
    }
  }
}
