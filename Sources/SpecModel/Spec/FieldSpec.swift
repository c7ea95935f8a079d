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
  /// `minimum:`, `maximum:`, `length:`, `pattern:`.
  public var constraints: ConstraintSpec
  /// `since:`, the version of the protocol that brought it.
  public var since: String?
  /// `deprecated:`, why it should no longer be used.
  public var deprecated: String?
  /// Whether it is `rest...`: it collects all further arguments, each of its element's type; `type` is a list.
  public var isRest: Bool
  /// In a layout's `fields`: where its value comes from, if not from the sender.
  public var source: FieldSourceSpec?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A field.
  public init(
    name: NameSpec, type: TypeReference, typeRange: SourceRange, defaultValue: ValueSpec? = nil,
    about: String? = nil, example: ValueSpec? = nil, constraints: ConstraintSpec = ConstraintSpec(),
    since: String? = nil, deprecated: String? = nil, isRest: Bool = false, source: FieldSourceSpec? = nil,
    extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.type = type
    self.typeRange = typeRange
    self.defaultValue = defaultValue
    self.about = about
    self.example = example
    self.constraints = constraints
    self.since = since
    self.deprecated = deprecated
    self.isRest = isRest
    self.source = source
    self.extensions = extensions
  }

  /// Whether a message is complete without it: it is optional, has a default, or collects what is there.
  public var mayBeAbsent: Bool { type.isOptional || defaultValue != nil || isRest }
}
