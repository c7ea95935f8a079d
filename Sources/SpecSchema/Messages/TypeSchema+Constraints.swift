import SpecModel
import ZMQWire

extension TypeSchema {
  /// The schema of a field's type with its constraints.
  func constrained(_ field: FieldSpec) -> JSONValue {
    if field.constraints.isEmpty { return schema(of: field.type) }
    if case .optional(let wrapped) = field.type {
      return ["anyOf": [constrained(wrapped, field.constraints), ["type": "null"]]]
    }
    return constrained(field.type, field.constraints)
  }

  private func constrained(_ type: TypeReference, _ constraints: ConstraintSpec) -> JSONValue {
    var keywords: [(String, JSONValue)] = []
    // Times are texts, which JSON Schema does not compare; the runtime does.
    if type != .timestamp {
      if let bound = constraints.minimum { keywords.append(("minimum", JSONValue(bound.value, as: type))) }
      if let bound = constraints.maximum { keywords.append(("maximum", JSONValue(bound.value, as: type))) }
    }
    if let length = constraints.length { keywords += self.keywords(of: length, type) }
    if let pattern = constraints.pattern { keywords.append(("pattern", .string("^(?:\(pattern.text))$"))) }
    let schema = schema(of: type)
    let wrapped = schema["$ref"] == nil ? schema : ["allOf": [schema]]
    return wrapped.replacing(keywords)
  }

  private func keywords(of length: ConstraintSpec.Length, _ type: TypeReference) -> [(String, JSONValue)] {
    let names: (least: String, most: String) =
      switch type {
      case .list: ("minItems", "maxItems")
      case .map: ("minProperties", "maxProperties")
      default: ("minLength", "maxLength")
      }
    // Three bytes are four digits of base64.
    func count(_ length: Int) -> JSONValue {
      switch type {
      case .bytes, .routingID: .int(Int64((length + 2) / 3 * 4))
      default: .int(Int64(length))
      }
    }
    return [length.minimum.map { (names.least, count($0)) }, length.maximum.map { (names.most, count($0)) }]
      .compactMap { $0 }
  }
}
