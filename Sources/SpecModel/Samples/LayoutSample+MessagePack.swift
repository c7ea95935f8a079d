extension LayoutSample {
  /// A tree with sample values as MessagePack: each value in the form of its type.
  mutating func messagePack(of tree: TreeTemplateSpec) -> [UInt8] {
    switch tree {
    case .constant(let value): return pack.bytes(of: JSONText.text(of: value))
    case .value(let reference): return messagePack(of: reference)
    case .list(let items):
      var elements: [[UInt8]] = []
      for item in items {
        switch item {
        case .element(let tree): elements.append(messagePack(of: tree))
        case .spread(let reference) where reference.target == .args: elements += packed(message.args)
        case .spread(let reference):
          if let field = field(reference) { elements.append(packed(sample(field, isElement: true))) }
        }
      }
      return pack.array(elements)
    case .object(let items):
      var members: [(key: String, value: [UInt8])] = []
      for item in items {
        switch item {
        case .member(let key, let tree): members.append((key.text, messagePack(of: tree)))
        case .spread(let reference) where reference.target == .kwargs: members += packedMembers(message.kwargs)
        case .spread(let reference):
          if let field = field(reference) {
            members += pack.members(of: text(of: field), as: field.type)
          } else if reference.target == .data {
            members += packedMembers(message.fields)
          }
        }
      }
      return pack.map(members)
    }
  }

  private var pack: MessagePackSample { MessagePackSample(spec: samples.spec) }

  private mutating func messagePack(of reference: TemplateReference) -> [UInt8] {
    switch reference.target {
    case .type: return pack.bytes(of: json(of: reference))
    case .args: return pack.array(packed(message.args))
    case .kwargs: return pack.map(packedMembers(message.kwargs))
    case .data where message.fields.isEmpty: return pack.bytes(of: "null")
    case .data where message.fields.count > 1: return pack.map(packedMembers(message.fields))
    case .data, .field, .argument:
      return field(reference).map { packed(sample($0, isElement: false)) } ?? pack.bytes(of: "null")
    }
  }

  private func packed(_ value: SampleScalar) -> [UInt8] { pack.bytes(of: value.text, as: value.type) }

  private mutating func packed(_ fields: [FieldSpec]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    for field in fields { values.append(packed(sample(field, isElement: field.isRest))) }
    return values
  }

  private mutating func packedMembers(_ fields: [FieldSpec]) -> [(key: String, value: [UInt8])] {
    var members: [(key: String, value: [UInt8])] = []
    for field in fields { members.append((field.name.text, packed(sample(field, isElement: false)))) }
    return members
  }
}
