import SpecModel

/// The declared types that messages are made of.
enum UsedTypes {
  /// In the order of declaration.
  static func of(_ messages: [MessageSpec], in spec: ProtocolSpec) -> [TypeID] {
    var used: Set<TypeID> = []
    var waiting = messages.flatMap { message in
      message.fields + (message.layout.declared.map { spec[$0].fields } ?? [])
    }
    while let field = waiting.popLast() {
      guard let id = field.type.declared, used.insert(id).inserted else { continue }
      waiting += fields(of: id, in: spec)
    }
    return used.sorted { $0.index < $1.index }
  }

  /// The fields inside a type; the records of a union are written out where it stands, and only what they hold counts.
  private static func fields(of id: TypeID, in spec: ProtocolSpec) -> [FieldSpec] {
    switch spec[id].kind {
    case .enumeration: []
    case .record(let fields): fields
    case .union(let cases, _):
      cases.flatMap { unionCase in
        if case .record(let fields) = spec[unionCase.type].kind { fields } else { [FieldSpec]() }
      }
    }
  }
}

extension TypeReference {
  /// The declared type inside lists, maps and optionals.
  fileprivate var declared: TypeID? {
    switch self {
    case .named(let id): id
    case .list(let inner), .map(let inner), .optional(let inner): inner.declared
    default: nil
    }
  }
}
