import SpecModel
import ZMQWire

/// Types as JSON Schema.
struct TypeSchema {
  /// Where declared types are found.
  let spec: ProtocolSpec

  /// Types of a protocol.
  init(_ spec: ProtocolSpec) { self.spec = spec }

  /// The schema of a value of a type.
  func schema(of type: TypeReference) -> JSONValue {
    switch type {
    case .bool: ["type": "boolean"]
    case .int, .int64: integer(Int64.self)
    case .int8: integer(Int8.self)
    case .int16: integer(Int16.self)
    case .int32: integer(Int32.self)
    case .uint8: integer(UInt8.self)
    case .uint16: integer(UInt16.self)
    case .uint32: integer(UInt32.self)
    case .uint64: integer(UInt64.self)
    case .float: ["type": "number"]
    case .float32:
      [
        "type": "number", "minimum": .double(-Double(Float.greatestFiniteMagnitude)),
        "maximum": .double(Double(Float.greatestFiniteMagnitude)),
      ]
    case .string: ["type": "string"]
    case .bytes, .routingID: ["type": "string", "contentEncoding": "base64", "pattern": .string(TextPattern.base64)]
    case .uuid: ["type": "string", "pattern": .string(TextPattern.uuid)]
    case .timestamp: ["type": "string", "format": "date-time", "pattern": .string(TextPattern.timestamp)]
    case .duration: ["type": "number", "description": "Seconds."]
    case .json: [:]
    case .empty: ["type": "null"]
    case .list(let element): ["type": "array", "items": schema(of: element)]
    case .map(let element): ["type": "object", "additionalProperties": schema(of: element)]
    case .optional(.json): [:]
    case .optional(let wrapped): ["anyOf": [schema(of: wrapped), ["type": "null"]]]
    case .named(let id): MessageSchema.reference(to: spec[id].name.text)
    }
  }

  /// The definition of a declared type.
  func declared(_ id: TypeID) -> JSONValue {
    let type = spec[id]
    let schema: JSONValue =
      switch type.kind {
      case .enumeration(let cases): ["enum": .strings(cases.map(\.text))]
      case .record(let fields): object(fields, refusesOthers: type.unknown == .refuse)
      case .union(let cases, let tag): ["anyOf": .array(cases.map { self.case($0, tag: tag.text) })]
      }
    return type.about.map { JSONValue.members([("description", .string($0))]).adding(schema) } ?? schema
  }

  /// A record with the tag that tells it: `{"kind":"circle","centre":…}`.
  private func `case`(_ unionCase: UnionCaseSpec, tag: String) -> JSONValue {
    let record = spec[unionCase.type]
    guard case .record(let fields) = record.kind else { return ["not": [:]] }
    return object(
      fields, leading: [(tag, ["const": .string(unionCase.name.text)])], refusesOthers: record.unknown == .refuse)
  }

  /// An object with these fields by name.
  ///
  /// - Parameters:
  ///   - leading: Members in front of them that must be there.
  ///   - demanding: Those of the fields that must be there unless they may be absent; default: all.
  func object(
    _ fields: [FieldSpec], leading: [(String, JSONValue)] = [], demanding: [FieldSpec]? = nil,
    refusesOthers: Bool = true
  ) -> JSONValue {
    let required = leading.map(\.0) + (demanding ?? fields).filter { !$0.mayBeAbsent }.map(\.name.text)
    var schema: JSONValue = ["type": "object"]
    let properties = leading + fields.map { ($0.name.text, self.schema(of: $0)) }
    if !properties.isEmpty { schema = schema.adding(["properties": .members(properties)]) }
    if !required.isEmpty { schema = schema.adding(["required": .strings(required)]) }
    return refusesOthers ? schema.adding(["additionalProperties": false]) : schema
  }

  /// A field's value with what the author says about it.
  func schema(of field: FieldSpec) -> JSONValue {
    var notes: [(String, JSONValue)] = []
    let prose = [field.about, field.since.map { "Since \($0)." }, field.deprecated.map { "Deprecated: \($0)" }]
    let description = prose.compactMap { $0 }.joined(separator: "\n\n")
    if !description.isEmpty { notes.append(("description", .string(description))) }
    if let value = field.defaultValue { notes.append(("default", JSONValue(value, as: field.type))) }
    if let value = field.example { notes.append(("examples", [JSONValue(value, as: field.type)])) }
    let value = constrained(field)
    guard !notes.isEmpty else { return value }
    // Beside a reference draft-07 knows no other keyword.
    let wrapped = value["$ref"] == nil ? value : ["allOf": [value]]
    return wrapped.replacing(notes)
  }

  private func integer<T: FixedWidthInteger>(_ type: T.Type) -> JSONValue {
    [
      "type": "integer", "minimum": Int64(exactly: T.min).map(JSONValue.int) ?? 0,
      "maximum": JSONValue(UInt64(T.max)),
    ]
  }
}

/// Patterns of texts that stand for other values.
enum TextPattern {
  /// RFC 4648, section 4, with padding and no spare bits.
  static let base64 =
    "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
  /// 8-4-4-4-12 hexadecimal digits.
  static let uuid = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"
  /// RFC 3339, to the microsecond, no leap second.
  static let timestamp =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    + "(\\.[0-9]{1,6}0*)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
}
