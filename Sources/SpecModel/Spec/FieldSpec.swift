/// A field of a message or a record.
public struct FieldSpec: Sendable, Hashable, Encodable {
  /// The name, which is also the keyword on the wire.
  public var name: NameSpec
  /// The type.
  public var type: TypeReference
  /// Where the type is written.
  public var typeRange: SourceRange
  /// The value of a field that the sender may leave out.
  public var defaultValue: ValueSpec?
  /// `about:`, Markdown.
  public var about: String?
  /// `example:`, for pages and tests.
  public var example: ValueSpec?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A field.
  public init(
    name: NameSpec, type: TypeReference, typeRange: SourceRange, defaultValue: ValueSpec? = nil,
    about: String? = nil, example: ValueSpec? = nil, extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.type = type
    self.typeRange = typeRange
    self.defaultValue = defaultValue
    self.about = about
    self.example = example
    self.extensions = extensions
  }

  /// Whether a message is complete without it: it is optional or has a default.
  public var mayBeAbsent: Bool { type.isOptional || defaultValue != nil }
}
