import SpecModel

/// What may stand at a place of a JSON or MessagePack tree.
indirect enum TreeShape {
  /// Always this value.
  case constant(ValueSpec.Content)
  /// A list of these; `isOpen`: and of any number more.
  case list([TreeShape], isOpen: Bool)
  /// An object with these members; `optional`: those that may be missing; `isOpen`: and any others.
  case object([String: TreeShape], optional: Set<String>, isOpen: Bool)
  /// A value of one of these kinds, from this field where it is one.
  case value(Set<Kind>, FieldSpec?)

  /// The kinds that a decoder tells apart.
  enum Kind: CaseIterable { case null, bool, number, string, list, object }

  /// The kinds of value that it may be.
  var kinds: Set<Kind> {
    switch self {
    case .list: [.list]
    case .object: [.object]
    case .value(let kinds, _): kinds
    case .constant(let content):
      switch content {
      case .null: [.null]
      case .bool: [.bool]
      case .int, .uint, .float: [.number]
      case .string: [.string]
      case .list: [.list]
      case .map: [.object]
      }
    }
  }
}

extension ProtocolSpec {
  /// The kinds of JSON value in which a type is written.
  func kinds(of type: TypeReference) -> Set<TreeShape.Kind> {
    switch type {
    case .bool: [.bool]
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .float32, .duration: [.number]
    case .string, .bytes, .uuid, .timestamp, .routingID: [.string]
    case .json: Set(TreeShape.Kind.allCases)
    case .empty: [.null]
    case .list: [.list]
    case .map: [.object]
    case .optional(let value): kinds(of: value).union([.null])
    case .named(let id): if case .enumeration = self[id].kind { [.string] } else { [.object] }
    }
  }
}
