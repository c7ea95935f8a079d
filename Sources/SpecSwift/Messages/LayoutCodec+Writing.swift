import SpecModel

extension LayoutCodec {
  /// The statements of `encode(into:)`.
  ///
  /// ```swift
  /// writer.constant("MDPW01")
  /// writer.endFrame()
  /// writer.integer(0x01 as UInt8)
  /// writer.endFrame()
  /// writer.text(service)
  /// writer.endFrame()
  /// ```
  ///
  /// Where the layout has a signature, it is made when all frames have been written:
  ///
  /// ```swift
  /// let start = writer.frameCount
  /// …
  /// try writer.sign(Self.signing, from: start, "execute.signature")
  /// ```
  func writing() -> [Code] {
    let frames = layout.frames.flatMap(writing)
    guard let signature else { return fields.callOfCheck + frames }
    let start = Identifier.free("start", besides: fields.fields.map { SwiftName.member($0.name.text) })
    let path = path(layout.fields[signature.signature.field])
    return fields.callOfCheck + [.line("let \(start) = writer.frameCount")] + frames
      + [.line("try writer.sign(Self.signing, from: \(start), \(path))")]
  }

  private static let end = Code.line("writer.endFrame()")

  private func writing(_ frame: FrameSpec) -> [Code] {
    switch frame.content {
    case .empty: return [LayoutCodec.end]
    case .scalar(let codec, let template):
      guard frame.isSpread, case .value(let reference) = template else {
        return writing(codec, template) + [LayoutCodec.end]
      }
      return field(of: reference).map { writingList($0, codec, then: [LayoutCodec.end]) } ?? []
    case .packed(let items):
      return items.flatMap { item -> [Code] in
        guard item.isSpread, case .value(let reference) = item.template else {
          return writing(item.codec, item.template)
        }
        if target(of: reference) == .args { return positional.flatMap { writing($0, item.codec) } }
        return field(of: reference).map { writingList($0, item.codec, then: []) } ?? []
      } + [LayoutCodec.end]
    case .natural(let reference): return writingNatural(reference, isSpread: frame.isSpread)
    case .json(let tree): return writingTree(tree)
    case .msgpack(let tree): return packing(tree) + [LayoutCodec.end]
    }
  }

  // MARK: Scalars

  private func writing(_ codec: ScalarCodec, _ template: ScalarTemplateSpec) -> [Code] {
    switch template {
    case .constant(let value, let text): return ScalarCode.writing(codec, value.content, text: text)
    case .value(let reference):
      if target(of: reference) == .type { return writingType(codec) }
      return field(of: reference).map { writing($0, codec) } ?? []
    }
  }

  private func writingType(_ codec: ScalarCodec) -> [Code] {
    let content: ValueSpec.Content = message.wireNumber.map { .int($0) } ?? .string(message.wireType)
    return ScalarCode.writing(codec, content, text: message.wireType)
  }

  private func writing(_ field: FieldSpec, _ codec: ScalarCodec?) -> [Code] {
    writing(field.type, fields.value(field), codec, path(field))
  }

  private func writing(_ type: TypeReference, _ value: String, _ codec: ScalarCodec?, _ path: String) -> [Code] {
    if type == .empty { return [] }
    if let codec, let code = ScalarCode(names: names, codec: codec, type: type).writing(value, path: path) {
      return [code]
    }
    return names.writing(type, value, to: "writer.json").statements(writingTo: "writer.json")
  }

  // MARK: Lists

  /// ```swift
  /// for attachment in attachments {
  ///   writer.bytes(attachment)
  ///   writer.endFrame()
  /// }
  /// ```
  private func writingList(_ field: FieldSpec, _ codec: ScalarCodec?, then end: [Code]) -> [Code] {
    guard case .list(let element) = field.type else { return [] }
    let codes = writing(element, "element", codec ?? .natural(for: element), path(field))
    return [.block("for element in \(fields.value(field))", codes + end)]
  }

  // MARK: Natural codecs

  private func writingNatural(_ reference: TemplateReference, isSpread: Bool) -> [Code] {
    if target(of: reference) == .args, isSpread {
      return positional.flatMap { field in
        field.isRest
          ? writingList(field, nil, then: [LayoutCodec.end])
          : writing(field, .natural(for: field.type)) + [LayoutCodec.end]
      }
    }
    if target(of: reference) == .type {
      let codec: ScalarCodec = message.wireNumber == nil ? .text : .natural(for: .int) ?? .text
      return writingType(codec) + [LayoutCodec.end]
    }
    guard let field = field(of: reference) else { return writingTree(.value(reference)) }
    if isSpread { return writingList(field, nil, then: [LayoutCodec.end]) }
    return writing(field, .natural(for: field.type)) + [LayoutCodec.end]
  }

  // MARK: Trees

  /// ```swift
  /// writer.json.raw("[0,")
  /// writer.json.write(id)
  /// writer.json.raw(",[\"ping\",[")
  /// writer.json.write(count)
  /// writer.json.raw("],{}]]")
  /// writer.endFrame()
  /// ```
  private func writingTree(_ tree: TreeTemplateSpec) -> [Code] {
    pieces(of: tree).statements(writingTo: "writer.json") + [LayoutCodec.end]
  }

  private func pieces(of tree: TreeTemplateSpec) -> [JSONPiece] {
    switch tree {
    case .constant(let value): return [.raw(value.json)]
    case .value(let reference):
      switch target(of: reference) {
      case .type: return [.raw(message.wireNumber.map { "\($0)" } ?? JSONLiteral.string(message.wireType))]
      case .args: return [.raw("[")] + fields.writingValues(positional, to: "writer.json") + [.raw("]")]
      case .kwargs: return [.raw("{")] + fields.writingMembers(keywords, to: "writer.json") + [.raw("}")]
      case .data: return data
      case .field, .argument: return field(of: reference).map(value) ?? []
      }
    case .list(let items): return list(items)
    case .object(let members): return object(members)
    }
  }

  private var data: [JSONPiece] {
    switch message.fields.count {
    case 0: [.raw("null")]
    case 1: value(message.fields[0])
    default: [.raw("{")] + fields.writingMembers(message.fields, to: "writer.json") + [.raw("}")]
    }
  }

  private func value(_ field: FieldSpec) -> [JSONPiece] {
    names.writing(field.type, fields.value(field), to: "writer.json")
  }

  /// The comma in front of the next element or member: none at the beginning, and behind what may be empty one that
  /// depends on it.
  private func comma(_ isBehind: Bool?) -> [JSONPiece] {
    switch isBehind {
    case true?: [.raw(",")]
    case false?: []
    case nil: [.code(.line("writer.json.comma()"))]
    }
  }

  private func list(_ items: [TreeTemplateSpec.Item]) -> [JSONPiece] {
    var pieces: [JSONPiece] = [.raw("[")]
    var isBehind: Bool? = false
    for item in items {
      switch item {
      case .element(let tree):
        pieces += comma(isBehind) + self.pieces(of: tree)
        isBehind = true
      case .spread(let reference) where target(of: reference) == .args:
        guard let first = positional.first else { continue }
        if !first.isRest { pieces += comma(isBehind) }
        pieces += fields.writingValues(positional, to: "writer.json")
        isBehind = first.isRest && isBehind != true ? nil : true
      case .spread(let reference):
        guard let field = field(of: reference), case .list(let element) = field.type else { continue }
        let body = comma(nil) + names.writing(element, "element", to: "writer.json")
        pieces.append(
          .code(.block("for element in \(fields.value(field))", body.statements(writingTo: "writer.json"))))
        if isBehind == false { isBehind = nil }
      }
    }
    return pieces + [.raw("]")]
  }

  private func object(_ members: [TreeTemplateSpec.Member]) -> [JSONPiece] {
    var pieces: [JSONPiece] = [.raw("{")]
    var isBehind: Bool? = false
    for member in members {
      switch member {
      case .member(let key, let tree):
        pieces += comma(isBehind) + [.raw("\(JSONLiteral.string(key.text)):")] + self.pieces(of: tree)
        isBehind = true
      case .spread(let reference):
        if let field = field(of: reference) {
          pieces.append(.code(names.writingMembers(of: field.type, fields.value(field), to: "writer.json")))
          if isBehind == false { isBehind = nil }
          continue
        }
        guard target(of: reference) == .kwargs, !keywords.isEmpty else { continue }
        pieces += fields.writingMembers(keywords, to: "writer.json", hasBefore: isBehind)
        if isBehind == false { isBehind = keywords.contains { !$0.type.isOptional } ? true : nil }
      }
    }
    return pieces + [.raw("}")]
  }
}
