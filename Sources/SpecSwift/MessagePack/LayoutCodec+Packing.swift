import SpecModel

extension LayoutCodec {
  /// The statements that write a tree as MessagePack.
  ///
  /// ```swift
  /// try writer.packArray(of: 3)
  /// writer.packKey("ping")
  /// try writer.pack(id)
  /// try writer.packMap(of: 1)
  /// writer.packKey("count")
  /// try writer.pack(count)
  /// ```
  func packing(_ tree: TreeTemplateSpec) -> [Code] {
    switch tree {
    case .constant(let value): return pack.constant(value)
    case .value(let reference): return packing(reference)
    case .list(let items): return packing(items)
    case .object(let members): return packing(members)
    }
  }

  private var pack: PackCode { PackCode(names: names) }

  private func packing(_ reference: TemplateReference) -> [Code] {
    switch target(of: reference) {
    case .type:
      return [
        message.wireNumber.map { .line("try writer.pack(\($0) as Int64)") } ?? pack.key(message.wireType)
      ]
    case .args:
      return [.line("try writer.packArray(of: \(pack.count(ofValues: positional, of: fields).text))")]
        + pack.values(positional, of: fields)
    case .kwargs: return packingMap(keywords)
    case .data:
      switch message.fields.count {
      case 0: return [.line("writer.packNil()")]
      case 1: return [pack.value(message.fields[0].type, fields.value(message.fields[0]))]
      default: return packingMap(message.fields)
      }
    case .field, .argument:
      return field(of: reference).map { [pack.value($0.type, fields.value($0))] } ?? []
    }
  }

  private func packingMap(_ members: [FieldSpec]) -> [Code] {
    [.line("try writer.packMap(of: \(pack.count(ofMembers: members, of: fields).text))")]
      + pack.members(members, of: fields)
  }

  private func packing(_ items: [TreeTemplateSpec.Item]) -> [Code] {
    var count = PackCode.Count(fixed: 0, others: [])
    var codes: [Code] = []
    for item in items {
      switch item {
      case .element(let tree):
        count.fixed += 1
        codes += packing(tree)
      case .spread(let reference) where target(of: reference) == .args:
        count = count + pack.count(ofValues: positional, of: fields)
        codes += pack.values(positional, of: fields)
      case .spread(let reference):
        guard let field = field(of: reference), case .list(let element) = field.type else { continue }
        count.others.append("\(fields.value(field)).count")
        codes.append(.block("for element in \(fields.value(field))", [pack.value(element, "element")]))
      }
    }
    return [.line("try writer.packArray(of: \(count.text))")] + codes
  }

  private func packing(_ members: [TreeTemplateSpec.Member]) -> [Code] {
    var count = PackCode.Count(fixed: 0, others: [])
    var codes: [Code] = []
    for member in members {
      switch member {
      case .member(let key, let tree):
        count.fixed += 1
        codes += [pack.key(key.text)] + packing(tree)
      case .spread(let reference):
        if let field = field(of: reference) {
          count.others.append("\(fields.value(field)).count")
          codes.append(pack.members(of: field.type, fields.value(field)))
        } else if target(of: reference) == .kwargs {
          count = count + pack.count(ofMembers: keywords, of: fields)
          codes += pack.members(keywords, of: fields)
        }
      }
    }
    return [.line("try writer.packMap(of: \(count.text))")] + codes
  }
}
