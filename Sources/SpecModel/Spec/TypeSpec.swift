/// A type declared under `types`.
public struct TypeSpec: Sendable, Hashable, Encodable {
  /// What kind of type it is.
  public enum Kind: Sendable, Hashable, Encodable {
    /// One of some strings.
    case enumeration([NameSpec])
    /// Fields by name; an object in JSON.
    case record([FieldSpec])
  }

  /// The declared name.
  public var name: NameSpec
  /// `about:`, Markdown.
  public var about: String?
  /// What kind of type it is.
  public var kind: Kind
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A declared type.
  public init(name: NameSpec, about: String? = nil, kind: Kind, extensions: [ExtensionSpec] = []) {
    self.name = name
    self.about = about
    self.kind = kind
    self.extensions = extensions
  }
}
