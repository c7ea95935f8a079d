/// The way to a value in a message, as `cause.header.id` names it: a field, then fields of records in it.
public struct FieldPath: Sendable, Hashable {
  /// The field of the message or of its layout, and those within; at least one.
  public var fields: [FieldSpec]
  /// The place of the first one among the fields of the layout; nil for one of the message's own.
  public var layoutField: Int?

  /// The type of what is found at its end: optional where a record on the way may be missing.
  public var type: TypeReference {
    guard let last = fields.last?.type else { return .empty }
    return !last.isOptional && fields.dropLast().contains { $0.type.isOptional } ? .optional(last) : last
  }
}

extension ProtocolSpec {
  /// The way to what a path names in a message; nil where there is no such thing.
  public func field(at path: [String], of message: MessageID) -> FieldPath? {
    let header = self[message].layout.declared.map { self[$0].fields } ?? []
    var level = header + self[message].fields
    var fields: [FieldSpec] = []
    for name in path {
      guard let field = level.first(where: { $0.name.text == name }) else { return nil }
      fields.append(field)
      level = []
      if case .named(let id) = field.type.unwrapped, case .record(let inner) = self[id].kind { level = inner }
    }
    guard let first = fields.first else { return nil }
    return FieldPath(fields: fields, layoutField: header.firstIndex { $0.name == first.name })
  }
}
