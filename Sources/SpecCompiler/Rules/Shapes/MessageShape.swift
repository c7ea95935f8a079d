import SpecModel

/// The body frames of a message, as far as a receiver can tell before it decodes them.
struct MessageShape {
  /// The frames, in order.
  let frames: [FrameShape]

  /// The least number of body frames.
  var minimum: Int { frames.reduce(0) { $0 + $1.minimum } }
  /// The greatest number; nil: no limit.
  var maximum: Int? {
    var sum = 0
    for frame in frames {
      guard let maximum = frame.maximum else { return nil }
      sum += maximum
    }
    return sum
  }

  /// The shape of a message.
  init(of message: MessageSpec, in spec: ProtocolSpec) {
    guard let id = message.layout.declared else {
      frames = [FrameShape(.json(MessageShape.builtIn(message, in: spec)))]
      return
    }
    let shaping = Shaping(message: message, layout: spec[id], spec: spec)
    frames = spec[id].frames.flatMap(shaping.shapes)
  }

  private static func builtIn(_ message: MessageSpec, in spec: ProtocolSpec) -> TreeShape {
    let type = TreeShape.constant(.string(message.wireType))
    switch message.layout.builtIn {
    case .triple, nil: return .list([type, .value([.list], nil), .value([.object], nil)], isOpen: false)
    case .pair: return .list([type, Shaping.data(of: message, in: spec)], isOpen: false)
    case .list: return .list([type], isOpen: true)
    case .object:
      var members: [String: TreeShape] = ["type": type]
      for field in message.fields { members[field.name.text] = .value(spec.kinds(of: field.type), field) }
      return .object(
        members, optional: Set(message.fields.filter(\.mayBeAbsent).map(\.name.text)), isOpen: false)
    }
  }
}

/// A layout filled with the type and the fields of one message.
struct Shaping {
  let message: MessageSpec
  let layout: LayoutSpec
  let spec: ProtocolSpec

  /// The value that a message has for a field of its layout in every case.
  /// The value that a field of the layout has in every such message, if it has: a fixed one, or the type.
  private func fixed(_ index: Int) -> ValueSpec? {
    if let value = message.fixedFields.first(where: { $0.field == index })?.value { return value }
    return layout.fields[index].source?.kind == .type ? ValueSpec(type, at: message.wireTypeRange) : nil
  }

  private func argument(_ name: String) -> FieldSpec? { message.fields.first { $0.name.text == name } }

  /// The field that a reference names; nil for what belongs to the message.
  private func field(_ reference: TemplateReference) -> FieldSpec? {
    switch reference.target {
    case .field(let index): layout.fields.indices.contains(index) ? layout.fields[index] : nil
    case .argument(let name): argument(name)
    case .type, .args, .kwargs, .data: nil
    }
  }

  /// The type on the wire as a value: a number where `wire` is one.
  private var type: ValueSpec.Content { message.wireNumber.map { .int($0) } ?? .string(message.wireType) }

  // MARK: Frames

  /// The frames that an entry of the layout stands for.
  func shapes(of frame: FrameSpec) -> [FrameShape] {
    switch frame.content {
    case .empty: return [FrameShape(.constant([]))]
    case .json(let tree): return [FrameShape(.json(shape(of: tree)))]
    case .msgpack(let tree): return [FrameShape(.msgpack(shape(of: tree)))]
    case .packed(let items): return [FrameShape(.packed(items.map(shape)))]
    case .scalar(let codec, .constant(let value, _)):
      return [FrameShape(ScalarBytes.bytes(of: value.content, as: codec).map { .constant($0) } ?? .bytes(nil))]
    case .scalar(let codec, .value(let reference)):
      let content = content(of: reference, as: codec)
      return frame.isSpread ? spread(reference, content) : [FrameShape(content)]
    case .natural(let reference):
      switch reference.target {
      case .args where frame.isSpread: return message.args.map(shape)
      case .field, .argument:
        guard let field = field(reference) else { return [] }
        guard frame.isSpread else { return [shape(of: field)] }
        return spread(reference, natural(element(of: field.type), of: nil))
      case .type: return [FrameShape(ScalarBytes.bytes(of: type, as: .text).map { .constant($0) } ?? .text(nil))]
      case .args, .kwargs, .data: return [FrameShape(.json(value(of: reference)))]
      }
    }
  }

  /// `$name...`: a frame for each element of a list.
  private func spread(_ reference: TemplateReference, _ content: FrameShape.Content) -> [FrameShape] {
    if reference.target == .args {
      return message.args.map { field in
        var shape = shape(of: field)
        shape.content = content
        return shape
      }
    }
    let length = field(reference)?.constraints.length
    return [FrameShape(content, minimum: length?.minimum ?? 0, maximum: length?.maximum)]
  }

  /// An argument in a frame of its own: none, where it may be missing at the end; several, where it collects the rest.
  private func shape(of field: FieldSpec) -> FrameShape {
    if field.isRest {
      let length = field.constraints.length
      return FrameShape(
        natural(element(of: field.type), of: nil), minimum: length?.minimum ?? 0, maximum: length?.maximum)
    }
    return FrameShape(natural(field.type, of: field), minimum: field.type.isOptional ? 0 : 1)
  }

  private func element(of type: TypeReference) -> TypeReference {
    if case .list(let element) = type { element } else { type }
  }

  /// A value in the codec of its type.
  private func natural(_ type: TypeReference, of field: FieldSpec?) -> FrameShape.Content {
    var type = type
    if case .optional(let value) = type { type = value }
    if type == .empty { return .constant([]) }
    switch ScalarCodec.natural(for: type) {
    case .text: return .text(field)
    case .bytes: return .bytes(field)
    case .integer(let bits, _, _): return .integer(bytes: bits / 8)
    default: return .json(.value(spec.kinds(of: type), field))
    }
  }

  private func content(of reference: TemplateReference, as codec: ScalarCodec) -> FrameShape.Content {
    if let bytes = constantBytes(of: reference, as: codec) { return .constant(bytes) }
    switch codec {
    case .integer(let bits, _, _): return .integer(bytes: bits / 8)
    case .text: return .text(field(reference))
    default: return .bytes(field(reference))
    }
  }

  /// The bytes of what is the same in every such message.
  private func constantBytes(of reference: TemplateReference, as codec: ScalarCodec) -> [UInt8]? {
    switch reference.target {
    case .type: ScalarBytes.bytes(of: type, as: codec)
    case .field(let index): fixed(index).flatMap { ScalarBytes.bytes(of: $0.content, as: codec) }
    default: nil
    }
  }

  private func shape(of item: PackedItemSpec) -> FrameShape.PackedShape {
    if item.isSpread { return .open(minimum: 0) }
    switch item.template {
    case .constant(let value, _):
      if let bytes = ScalarBytes.bytes(of: value.content, as: item.codec) { return .constant(bytes) }
    case .value(let reference):
      if let bytes = constantBytes(of: reference, as: item.codec) { return .constant(bytes) }
    }
    return switch item.codec {
    case .integer(let bits, _, _): .fixed(bytes: bits / 8)
    case .lengthPrefixedText(let bits), .lengthPrefixedBytes(let bits): .open(minimum: bits / 8)
    case .strings, .dictionary: .open(minimum: 4)
    case .text, .bytes: .open(minimum: 0)
    }
  }

  // MARK: Trees

  private func shape(of tree: TreeTemplateSpec) -> TreeShape {
    switch tree {
    case .constant(let value): return .constant(value.content)
    case .value(let reference): return value(of: reference)
    case .list(let items):
      var elements: [TreeShape] = []
      for item in items {
        switch item {
        case .element(let tree): elements.append(shape(of: tree))
        case .spread(let reference):
          // What stands behind has no fixed place; arguments may come by keyword or be left out.
          if reference.target == .args, !message.args.contains(where: \.mayBeAbsent) {
            elements += message.args.map { .value(spec.kinds(of: $0.type), $0) }
          } else {
            return .list(elements, isOpen: true)
          }
        }
      }
      return .list(elements, isOpen: false)
    case .object(let written):
      var members: [String: TreeShape] = [:]
      var optional: Set<String> = []
      var isOpen = false
      for member in written {
        switch member {
        case .member(let key, let tree): members[key.text] = shape(of: tree)
        case .spread(let reference):
          guard reference.target == .kwargs else {
            isOpen = true
            continue
          }
          for field in message.kwargs {
            members[field.name.text] = .value(spec.kinds(of: field.type), field)
            if field.mayBeAbsent { optional.insert(field.name.text) }
          }
        }
      }
      return .object(members, optional: optional, isOpen: isOpen)
    }
  }

  private func value(of reference: TemplateReference) -> TreeShape {
    switch reference.target {
    case .type: return .constant(type)
    case .args:
      // Beside keywords, an argument may come by its keyword instead of its place.
      if isWritten(.kwargs) || message.args.contains(where: \.mayBeAbsent) { return .value([.list], nil) }
      return .list(message.args.map { .value(spec.kinds(of: $0.type), $0) }, isOpen: false)
    case .kwargs:
      var members: [String: TreeShape] = [:]
      for field in message.kwargs { members[field.name.text] = .value(spec.kinds(of: field.type), field) }
      return .object(
        members, optional: Set(message.kwargs.filter(\.mayBeAbsent).map(\.name.text)), isOpen: isWritten(.args))
    case .data: return Shaping.data(of: message, in: spec)
    case .field(let index):
      if let fixed = fixed(index) { return .constant(fixed.content) }
      return field(reference).map { .value(spec.kinds(of: $0.type), $0) } ?? .value(Set(TreeShape.Kind.allCases), nil)
    case .argument:
      return field(reference).map { .value(spec.kinds(of: $0.type), $0) } ?? .value(Set(TreeShape.Kind.allCases), nil)
    }
  }

  private func isWritten(_ target: TemplateReference.Target) -> Bool {
    layout.references.contains { $0.target == target }
  }

  /// `$data`: null for no field, the value of the only one, an object of several.
  static func data(of message: MessageSpec, in spec: ProtocolSpec) -> TreeShape {
    switch message.fields.count {
    case 0: .constant(.null)
    case 1: .value(spec.kinds(of: message.fields[0].type), message.fields[0])
    default: .value([.object], nil)
    }
  }
}

extension MessageShape {
  /// What every such message begins with: the bytes of its frames, with 256 where a frame ends, as far as their places and
  /// their contents are fixed.
  var prefix: [UInt16] {
    var prefix: [UInt16] = []
    for frame in frames {
      guard frame.minimum > 0 else { return prefix }
      let (bytes, isWhole) = MessageShape.beginning(of: frame.content)
      prefix += bytes.map { UInt16($0) }
      guard isWhole, frame.isOne else { return prefix }
      prefix.append(256)
    }
    return prefix
  }

  /// The bytes with which a frame always begins, and whether those are all.
  private static func beginning(of content: FrameShape.Content) -> ([UInt8], Bool) {
    switch content {
    case .constant(let bytes): return (bytes, true)
    case .packed(let items):
      var bytes: [UInt8] = []
      for item in items {
        guard case .constant(let constant) = item else { return (bytes, false) }
        bytes += constant
      }
      return (bytes, true)
    case .json(.list(let elements, _)):
      var text = "["
      for case .constant(let content) in elements.prefix(while: { if case .constant = $0 { true } else { false } }) {
        // Close enough to JSON: what differs here differs there.
        text += "\"\(ValueSpec(content, at: .beginning).plain)\","
      }
      return (Array(text.utf8), false)
    case .json(.object): return (Array("{".utf8), false)
    default: return ([], false)
    }
  }
}
