/// The type of a field, as the language's type table has it.
public indirect enum TypeReference: Sendable, Hashable, Encodable {
  case bool
  /// `int`: 64 bits in Swift.
  case int
  case int8, int16, int32, int64
  case uint8, uint16, uint32, uint64
  /// `float`: 64 bits.
  case float
  case float32
  case string
  /// Base64 in JSON.
  case bytes
  case uuid
  /// RFC 3339, UTC, microseconds.
  case timestamp
  /// Decimal seconds.
  case duration
  /// Any JSON value.
  case json
  /// The bytes by which a ROUTER names a peer; base64 in JSON.
  case routingID
  /// No value: null in JSON.
  case empty
  case list(TypeReference)
  /// String keys.
  case map(TypeReference)
  case optional(TypeReference)
  /// A type declared under `types`.
  case named(TypeID)

  /// Whether nil is a value.
  public var isOptional: Bool { if case .optional = self { true } else { false } }

  /// The type without `optional`.
  public var unwrapped: TypeReference { if case .optional(let value) = self { value } else { self } }

  /// The scalar types by the names the language gives them, in the order of its table.
  public static let scalars: [(name: String, type: TypeReference)] = [
    ("bool", .bool), ("int", .int), ("int8", .int8), ("int16", .int16), ("int32", .int32), ("int64", .int64),
    ("uint8", .uint8), ("uint16", .uint16), ("uint32", .uint32), ("uint64", .uint64), ("float", .float),
    ("float32", .float32), ("string", .string), ("bytes", .bytes), ("uuid", .uuid), ("timestamp", .timestamp),
    ("duration", .duration), ("json", .json), ("routing_id", .routingID), ("empty", .empty),
  ]

  /// The notation of the language: `optional<list<map<float>>>`.
  public func notation(in spec: ProtocolSpec) -> String {
    switch self {
    case .list(let element): "list<\(element.notation(in: spec))>"
    case .map(let value): "map<\(value.notation(in: spec))>"
    case .optional(let value): "optional<\(value.notation(in: spec))>"
    case .named(let id): spec[id].name.text
    default: TypeReference.scalars.first { $0.type == self }?.name ?? ""
    }
  }
}
