/// Values for documentation, as JSON text: what an author gave as an example, or one that shows the type.
struct SampleValues {
  /// Where declared types are found.
  let spec: ProtocolSpec
  /// How many more records may be written out: ten types of ten fields, each of the next type, are 10^10 fields.
  private var budget = 100

  /// Samples for a protocol.
  init(_ spec: ProtocolSpec) { self.spec = spec }

  /// A value of a field as JSON.
  mutating func text(of field: FieldSpec) -> String { text(of: field, within: []) }

  /// A value of a field as it stands in a text: strings without their quotation marks.
  mutating func bareText(of field: FieldSpec) -> String {
    if case .string(let text) = (field.example ?? field.defaultValue)?.content { return text }
    return field.type == .string ? field.name.text : text(of: field)
  }

  private mutating func text(of field: FieldSpec, within types: [TypeID]) -> String {
    if let value = field.example ?? field.defaultValue { return text(of: value, as: field.type) }
    if let text = field.constrainedSample { return text }
    return sample(of: field.type, named: field.name.text, within: types)
  }

  /// A value as written, in the form its type has in JSON: a `float` keeps its point.
  private func text(of value: ValueSpec, as type: TypeReference) -> String {
    switch (value.content, type) {
    case (_, .optional(let wrapped)): text(of: value, as: wrapped)
    case (.int(let number), .float), (.int(let number), .float32): JSONText.number(Double(number))
    case (.list(let values), .list(let element)): JSONText.array(values.map { text(of: $0, as: element) })
    case (.map(let members), .map(let element)):
      JSONText.object(members.map { JSONText.member($0.key.text, text(of: $0.value, as: element)) })
    case (.map(let members), .named(let id)):
      JSONText.object(
        members.map { member in
          JSONText.member(member.key.text, text(of: member.value, as: memberType(member.key.text, of: id)))
        })
    default: JSONText.text(of: value)
    }
  }

  /// The type of a record's field; `json`, which takes everything, where there is none.
  private func memberType(_ field: String, of id: TypeID) -> TypeReference {
    guard case .record(let fields) = spec[id].kind else { return .json }
    return fields.first { $0.name.text == field }?.type ?? .json
  }

  /// A value that shows the type; strings show the name of their field.
  private mutating func sample(of type: TypeReference, named name: String, within types: [TypeID]) -> String {
    switch type {
    case .bool: "true"
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: "1"
    case .float, .float32, .duration: "1.5"
    case .string: JSONText.string(name)
    case .bytes: JSONText.string("AAEC")
    case .uuid: JSONText.string("123e4567-e89b-12d3-a456-426614174000")
    case .timestamp: JSONText.string("2026-01-31T12:30:00Z")
    case .json: JSONText.object([JSONText.member("any", JSONText.string("value"))])
    case .routingID: JSONText.string("AGuLRWc=")
    case .empty: "null"
    case .optional(let wrapped): sample(of: wrapped, named: name, within: types)
    case .list(let element):
      JSONText.array(isWithin(element, types) ? [] : [sample(of: element, named: name, within: types)])
    case .map(let element):
      JSONText.object(
        isWithin(element, types) ? [] : [JSONText.member("key", sample(of: element, named: name, within: types))])
    case .named(let id): sample(of: id, within: types)
    }
  }

  private mutating func sample(of id: TypeID, within types: [TypeID]) -> String {
    switch spec[id].kind {
    case .enumeration(let names): return names.first.map { JSONText.string($0.text) } ?? "null"
    case .record(let fields):
      // A type that contains itself ends here.
      if types.contains(id) || budget == 0 { return "null" }
      budget -= 1
      var members: [String] = []
      for field in fields { members.append(JSONText.member(field.name.text, text(of: field, within: types + [id]))) }
      return JSONText.object(members)
    case .union(let cases, let tag):
      // The tag, then the members of the first case's record.
      guard let first = cases.first, case .record(let fields) = spec[first.type].kind else { return "null" }
      if types.contains(id) || budget == 0 { return "null" }
      budget -= 1
      var members = [JSONText.member(tag.text, JSONText.string(first.name.text))]
      for field in fields { members.append(JSONText.member(field.name.text, text(of: field, within: types + [id]))) }
      return JSONText.object(members)
    }
  }

  /// Whether a sample of the type would be inside a sample of itself.
  private func isWithin(_ type: TypeReference, _ types: [TypeID]) -> Bool {
    switch type {
    case .named(let id): types.contains(id)
    case .list(let element), .map(let element), .optional(let element): isWithin(element, types)
    default: false
    }
  }
}
