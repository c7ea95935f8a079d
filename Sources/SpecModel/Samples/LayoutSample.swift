import ZMQWire

/// The frames of a message with a layout of the file's own, with sample values.
struct LayoutSample {
  let message: MessageSpec
  private let layout: LayoutSpec
  private(set) var samples: SampleValues

  init(message: MessageSpec, layout: LayoutSpec, in spec: ProtocolSpec) {
    self.message = message
    self.layout = layout
    samples = SampleValues(spec)
  }

  /// The frames, in order.
  mutating func frames() -> [SampleFrame] {
    var frames: [SampleFrame] = []
    for (frame, notation) in zip(layout.frames, notations()) { frames += self.frames(of: frame, notation) }
    return frames
  }

  /// The notation of each frame of the layout, without brackets.
  private func notations() -> [String] {
    layout.frames.map { frame in
      let single = LayoutSpec(name: layout.name, fields: layout.fields, frames: [frame])
      return LayoutNotation(message: message, layout: single).frames().map { symbol in
        if case .binary(let text) = symbol { text } else { symbol.notation }
      }.joined(separator: ", ")
    }
  }

  private mutating func frames(of frame: FrameSpec, _ notation: String) -> [SampleFrame] {
    switch frame.content {
    case .empty: return [.empty]
    case .json(let tree): return [.json(json(of: tree))]
    case .msgpack(let tree): return [.binary(notation, messagePack(of: tree))]
    case .packed(let items):
      var bytes: [UInt8] = []
      for item in items { bytes += packed(item) }
      return [.binary(notation, bytes)]
    case .scalar(let codec, let template):
      return [self.frame(of: value(of: template, isElement: frame.isSpread), codec, notation)]
    case .natural(let reference):
      if reference.target == .args, frame.isSpread {
        var frames: [SampleFrame] = []
        for field in message.args { frames.append(natural(field)) }
        return frames
      }
      if let field = field(reference) { return [natural(field, isElement: frame.isSpread)] }
      if reference.target == .type { return [.text(message.wireType)] }
      return [.json(json(of: reference))]
    }
  }

  private mutating func natural(_ field: FieldSpec, isElement: Bool = false) -> SampleFrame {
    var type = field.type
    if field.isRest || isElement, case .list(let element) = type { type = element }
    if case .optional(let wrapped) = type { type = wrapped }
    if type == .empty { return .empty }
    let value = sample(field, isElement: field.isRest || isElement)
    guard let codec = ScalarCodec.natural(for: type) else { return .json(value.text) }
    return frame(of: value, codec, field.name.text)
  }

  private func frame(of value: SampleScalar, _ codec: ScalarCodec, _ notation: String) -> SampleFrame {
    switch codec {
    case .text: .text(value.plainText)
    default: .binary(notation, value.bytes(codec))
    }
  }

  // MARK: Scalars

  private mutating func packed(_ item: PackedItemSpec) -> [UInt8] {
    value(of: item.template, isElement: item.isSpread).bytes(item.codec)
  }

  private mutating func value(of template: ScalarTemplateSpec, isElement: Bool) -> SampleScalar {
    switch template {
    case .constant(let value, _): return SampleScalar(text: JSONText.text(of: value), type: .json)
    case .value(let reference):
      if reference.target == .type {
        let text = message.wireNumber.map { "\($0)" } ?? JSONText.string(message.wireType)
        return SampleScalar(text: text, type: .json)
      }
      guard let field = field(reference) else { return SampleScalar(text: json(of: reference), type: .json) }
      return sample(field, isElement: isElement)
    }
  }

  /// The field of the layout, or the argument, that is meant.
  func field(_ reference: TemplateReference) -> FieldSpec? {
    switch reference.target {
    case .field(let index): layout.fields[index]
    case .argument(let name): message.fields.first { $0.name.text == name }
    case .data: message.fields.count == 1 ? message.fields[0] : nil
    case .type, .args, .kwargs: nil
    }
  }

  mutating func sample(_ field: FieldSpec, isElement: Bool) -> SampleScalar {
    var type = field.type
    if case .optional(let wrapped) = type { type = wrapped }
    if isElement, case .list(let element) = type {
      var one = field
      one.type = element
      one.example = SampleScalar.firstElement(of: field.example ?? field.defaultValue)
      one.defaultValue = nil
      return SampleScalar(text: samples.text(of: one), type: element)
    }
    return SampleScalar(text: text(of: field), type: type)
  }

  /// The value of a field as JSON: what the message fixes, or else a sample.
  mutating func text(of field: FieldSpec) -> String {
    if let fixed = message.fixedFields.first(where: { layout.fields[$0.field].name == field.name }) {
      return JSONText.text(of: fixed.value)
    }
    if field.source?.kind == .type { return JSONText.string(message.wireType) }
    return samples.text(of: field)
  }

  // MARK: Trees

  private mutating func json(of tree: TreeTemplateSpec) -> String {
    switch tree {
    case .constant(let value): return JSONText.text(of: value)
    case .value(let reference): return json(of: reference)
    case .list(let items):
      var elements: [String] = []
      for item in items {
        switch item {
        case .element(let tree): elements.append(json(of: tree))
        case .spread(let reference): elements += spread(reference)
        }
      }
      return JSONText.array(elements)
    case .object(let items):
      var members: [String] = []
      for item in items {
        switch item {
        case .member(let key, let tree): members.append(JSONText.member(key.text, json(of: tree)))
        case .spread(let reference): members += spreadMembers(reference)
        }
      }
      return JSONText.object(members)
    }
  }

  mutating func json(of reference: TemplateReference) -> String {
    switch reference.target {
    case .type: return message.wireNumber.map { "\($0)" } ?? JSONText.string(message.wireType)
    case .args: return JSONText.array(values(message.args))
    case .kwargs: return JSONText.object(members(message.kwargs))
    case .data:
      switch message.fields.count {
      case 0: return "null"
      case 1: return text(of: message.fields[0])
      default: return JSONText.object(members(message.fields))
      }
    case .field, .argument: return field(reference).map { text(of: $0) } ?? "null"
    }
  }

  /// `$args...`, `$name...` in a list.
  private mutating func spread(_ reference: TemplateReference) -> [String] {
    if reference.target == .args { return values(message.args) }
    return field(reference).map { [sample($0, isElement: true).text] } ?? []
  }

  /// `$kwargs...`, `$name...` in an object.
  private mutating func spreadMembers(_ reference: TemplateReference) -> [String] {
    if reference.target == .kwargs { return members(message.kwargs) }
    if reference.target == .data, message.fields.count != 1 { return members(message.fields) }
    let text = field(reference).map { self.text(of: $0) } ?? "{}"
    return text.hasPrefix("{") && text != "{}" ? [String(text.dropFirst().dropLast())] : []
  }

  private mutating func values(_ fields: [FieldSpec]) -> [String] {
    var values: [String] = []
    for field in fields { values.append(sample(field, isElement: field.isRest).text) }
    return values
  }

  private mutating func members(_ fields: [FieldSpec]) -> [String] {
    var members: [String] = []
    for field in fields { members.append(JSONText.member(field.name.text, text(of: field))) }
    return members
  }
}
