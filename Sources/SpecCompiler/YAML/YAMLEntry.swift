import SpecModel

/// A key of a mapping with its value.
struct YAMLEntry: Sendable, Hashable {
  /// The key.
  var key: YAMLScalar
  /// Where the key stands.
  var keyRange: SourceRange
  /// The value.
  var value: YAMLNode

  /// The key as a name with its place.
  var name: NameSpec { NameSpec(key.text, at: keyRange) }
  /// The key as a text with its place.
  var keyText: TextSyntax { TextSyntax(key, at: keyRange) }
  /// Key and value.
  var range: SourceRange { SourceRange(keyRange.start, max(keyRange.end, value.range.end)) }
}
