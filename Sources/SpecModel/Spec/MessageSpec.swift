/// A declared kind of thing that is said.
public struct MessageSpec: Sendable, Hashable, Encodable {
  /// The declared name.
  public var name: NameSpec
  /// The string that names it on the wire: `wire:`, or else its name.
  public var wireType: String
  /// The number that names it on the wire, where `wire:` is one (`0x02`); `wireType` is its text as written.
  public var wireNumber: Int64?
  /// Where the wire type is written.
  public var wireTypeRange: SourceRange
  /// `about:`, Markdown.
  public var about: String?
  /// Positional arguments, in order.
  public var args: [FieldSpec]
  /// Keyword arguments.
  public var kwargs: [FieldSpec]
  /// Its layout: its own, or the protocol's.
  public var layout: LayoutReference
  /// `fields:`, the fields of its layout that are the same in every such message.
  public var fixedFields: [FixedFieldSpec]
  /// `since:`, the version of the protocol that brought it.
  public var since: String?
  /// `deprecated:`, why it should no longer be used.
  public var deprecated: String?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A message.
  public init(
    name: NameSpec, wireType: String, wireNumber: Int64? = nil, wireTypeRange: SourceRange, about: String? = nil,
    args: [FieldSpec] = [], kwargs: [FieldSpec] = [], layout: LayoutReference = .triple,
    fixedFields: [FixedFieldSpec] = [], since: String? = nil,
    deprecated: String? = nil, extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.wireType = wireType
    self.wireNumber = wireNumber
    self.wireTypeRange = wireTypeRange
    self.about = about
    self.args = args
    self.kwargs = kwargs
    self.layout = layout
    self.fixedFields = fixedFields
    self.since = since
    self.deprecated = deprecated
    self.extensions = extensions
  }

  /// Positional arguments, then keyword arguments.
  public var fields: [FieldSpec] { args + kwargs }
}

/// A field of a layout that is the same in every message of a kind: `number: 1`.
public struct FixedFieldSpec: Sendable, Hashable, Encodable {
  /// The place in `LayoutSpec.fields`.
  public var field: Int
  /// The name as written in the message.
  public var name: NameSpec
  /// The value.
  public var value: ValueSpec

  /// A fixed field.
  public init(field: Int, name: NameSpec, value: ValueSpec) {
    self.field = field
    self.name = name
    self.value = value
  }
}
