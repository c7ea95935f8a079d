/// A declared kind of thing that is said.
public struct MessageSpec: Sendable, Hashable, Encodable {
  /// The declared name.
  public var name: NameSpec
  /// The string that names it on the wire: `wire:`, or else its name.
  public var wireType: String
  /// Where the wire type is written.
  public var wireTypeRange: SourceRange
  /// `about:`, Markdown.
  public var about: String?
  /// Positional arguments, in order.
  public var args: [FieldSpec]
  /// Keyword arguments.
  public var kwargs: [FieldSpec]
  /// Its layout: its own, or the protocol's.
  public var layout: LayoutSpec
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A message.
  public init(
    name: NameSpec, wireType: String, wireTypeRange: SourceRange, about: String? = nil, args: [FieldSpec] = [],
    kwargs: [FieldSpec] = [], layout: LayoutSpec = .triple, extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.wireType = wireType
    self.wireTypeRange = wireTypeRange
    self.about = about
    self.args = args
    self.kwargs = kwargs
    self.layout = layout
    self.extensions = extensions
  }

  /// Positional arguments, then keyword arguments.
  public var fields: [FieldSpec] { args + kwargs }
}
