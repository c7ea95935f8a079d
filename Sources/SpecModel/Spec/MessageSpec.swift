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
  /// `since:`, the version of the protocol that brought it.
  public var since: String?
  /// `deprecated:`, why it should no longer be used.
  public var deprecated: String?
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A message.
  public init(
    name: NameSpec, wireType: String, wireNumber: Int64? = nil, wireTypeRange: SourceRange, about: String? = nil,
    args: [FieldSpec] = [], kwargs: [FieldSpec] = [], layout: LayoutReference = .triple, since: String? = nil,
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
    self.since = since
    self.deprecated = deprecated
    self.extensions = extensions
  }

  /// Positional arguments, then keyword arguments.
  public var fields: [FieldSpec] { args + kwargs }
}
