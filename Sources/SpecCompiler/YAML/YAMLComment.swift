import SpecModel

/// A comment of a YAML file: from its `#` to the end of its line.
struct YAMLComment: Sendable, Hashable {
  /// The text, `#` included, without blanks at its end.
  var text: String
  /// Where it stands.
  var range: SourceRange
  /// How many blanks part it from what stands before it in its line; nil where nothing does.
  var gap: Int?

  /// Whether its line has nothing else.
  var standsAlone: Bool { gap == nil }
}
