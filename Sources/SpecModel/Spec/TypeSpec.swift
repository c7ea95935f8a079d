/// A type declared under `types`.
public struct TypeSpec: Sendable, Hashable, Encodable {
  /// What kind of type it is.
  public enum Kind: Sendable, Hashable, Encodable {
    /// One of some strings.
    case enumeration([NameSpec])
    /// Fields by name; an object in JSON.
    case record([FieldSpec])
    /// One of some records, told apart by a member of the object: `{"kind":"circle","centre":…}`.
    case union([UnionCaseSpec], tag: NameSpec)
  }

  /// What becomes of a record's members that are not declared.
  public enum UnknownMembers: String, Sendable, Hashable, Encodable, CaseIterable {
    /// The message is refused.
    case refuse
    /// They are passed over.
    case ignore
    /// They are kept and written again.
    case keep
  }

  /// The declared name.
  public var name: NameSpec
  /// `about:`, Markdown.
  public var about: String?
  /// What kind of type it is.
  public var kind: Kind
  /// `unknown:`; for records.
  public var unknown: UnknownMembers
  /// `x-…` keys.
  public var extensions: [ExtensionSpec]

  /// A declared type.
  public init(
    name: NameSpec, about: String? = nil, kind: Kind, unknown: UnknownMembers = .refuse,
    extensions: [ExtensionSpec] = []
  ) {
    self.name = name
    self.about = about
    self.kind = kind
    self.unknown = unknown
    self.extensions = extensions
  }
}

/// A case of a union: `circle: Circle`.
public struct UnionCaseSpec: Sendable, Hashable, Encodable {
  /// The value of the tag that tells it, and the name of the case.
  public var name: NameSpec
  /// The record.
  public var type: TypeID
  /// Where the type is written.
  public var typeRange: SourceRange

  /// A case of a union.
  public init(name: NameSpec, type: TypeID, typeRange: SourceRange) {
    self.name = name
    self.type = type
    self.typeRange = typeRange
  }
}
