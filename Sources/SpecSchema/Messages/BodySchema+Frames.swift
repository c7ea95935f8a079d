import SpecModel
import ZMQWire

extension BodySchema {
  /// The body of a layout of the file's own: of one frame its value, of several a list with the value of each.
  ///
  /// Frames that are not JSON are texts here; what they hold only the runtime knows.
  func frames(of layout: LayoutSpec) -> JSONValue {
    if layout.frames.count == 1, let frame = layout.frames.first, !frame.isSpread { return schema(of: frame, layout) }
    var frames: [JSONValue] = []
    for (index, frame) in layout.frames.enumerated() {
      if frame.isSpread {
        // How many frames it becomes, and so where the next one stands, only the message tells.
        guard index == layout.frames.count - 1 else { return Self.list(frames, further: [:]) }
        return spread(frame, behind: frames, layout)
      }
      frames.append(schema(of: frame, layout))
    }
    return Self.list(frames)
  }

  /// `$args...` or `$name...` as the last frames.
  private func spread(_ frame: FrameSpec, behind frames: [JSONValue], _ layout: LayoutSpec) -> JSONValue {
    guard case .natural(let reference) = frame.content else {
      return Self.list(frames, further: ["description": "No JSON."])
    }
    guard case .args = reference.target else {
      let element = self.field(of: reference, layout).map { natural($0.elementType, nil) }
      return Self.list(frames, further: element ?? [:])
    }
    let arguments = message.args.filter { !$0.isRest }
    let required = arguments.count - arguments.reversed().prefix { $0.type.isOptional }.count
    return Self.list(
      frames + arguments.map { natural($0.type, $0) }, atLeast: frames.count + required,
      further: message.args.first(where: \.isRest).map { natural($0.elementType, nil) })
  }

  /// A frame in the codec of its type.
  private func natural(_ type: TypeReference, _ field: FieldSpec?) -> JSONValue {
    if case .optional(let wrapped) = type { return natural(wrapped, field) }
    if type == .empty { return ["description": "The empty frame."] }
    if ScalarCodec.natural(for: type) != nil {
      return ["description": .string("No JSON\(field.map { ": `\($0.name)`" } ?? "").")]
    }
    return field.map { types.schema(of: $0) } ?? types.schema(of: type)
  }

  private func schema(of frame: FrameSpec, _ layout: LayoutSpec) -> JSONValue {
    switch frame.content {
    case .json(let tree): schema(of: tree, layout)
    case .msgpack: ["description": "MessagePack, no JSON."]
    case .scalar(_, .constant(_, let text)): ["description": .string("No JSON: always `\(text)`.")]
    case .scalar(let codec, .value(let reference)):
      ["description": .string("No JSON: `\(reference.name)` as \(codec.name).")]
    case .empty: ["description": "The empty frame."]
    case .packed: ["description": "Packed, no JSON."]
    case .natural(let reference):
      isJSON(reference, layout)
        ? schema(of: reference, layout) : ["description": .string("No JSON: `\(reference.name)`.")]
    }
  }

  private func isJSON(_ reference: TemplateReference, _ layout: LayoutSpec) -> Bool {
    switch reference.target {
    case .field, .argument: field(of: reference, layout).map { ScalarCodec.natural(for: $0.type) == nil } ?? true
    case .type: false
    case .args, .kwargs: true
    case .data: message.fields.count != 1 || ScalarCodec.natural(for: message.fields[0].type) == nil
    }
  }

  /// The field of the layout, or the argument of the message, that is meant.
  private func field(of reference: TemplateReference, _ layout: LayoutSpec) -> FieldSpec? {
    switch reference.target {
    case .field(let index): layout.fields[index]
    case .argument(let name): message.fields.first { $0.name.text == name }
    case .type, .args, .kwargs, .data: nil
    }
  }

  private func schema(of tree: TreeTemplateSpec, _ layout: LayoutSpec) -> JSONValue {
    switch tree {
    case .constant(let value): return ["const": JSONValue(value)]
    case .value(let reference): return schema(of: reference, layout)
    case .list(let items): return list(items, layout)
    case .object(let members): return object(members, layout)
    }
  }

  private func schema(of reference: TemplateReference, _ layout: LayoutSpec) -> JSONValue {
    switch reference.target {
    case .type: return type
    case .args: return positional()
    case .kwargs: return keywords
    case .data: return data
    case .field(let index):
      if let fixed = message.fixedFields.first(where: { $0.field == index }) {
        return ["const": JSONValue(fixed.value)]
      }
      return types.schema(of: layout.fields[index])
    case .argument: return field(of: reference, layout).map { types.schema(of: $0) } ?? [:]
    }
  }

  /// `[ $type, $args... ]`
  private func list(_ items: [TreeTemplateSpec.Item], _ layout: LayoutSpec) -> JSONValue {
    var elements: [JSONValue] = []
    for (index, item) in items.enumerated() {
      switch item {
      case .element(let tree): elements.append(schema(of: tree, layout))
      case .spread(let reference):
        if case .args = reference.target, index == items.count - 1 { return positional(behind: elements) }
        // A list of any length: what stands behind it has no place of its own.
        let isLast = index == items.count - 1
        return Self.list(elements, further: isLast ? element(of: reference, layout) : [:])
      }
    }
    return Self.list(elements)
  }

  private func element(of reference: TemplateReference, _ layout: LayoutSpec) -> JSONValue {
    guard case .list(let element) = field(of: reference, layout)?.type else {
      return [:]
    }
    return types.schema(of: element)
  }

  /// `{ type: $type, $kwargs... }`
  private func object(_ members: [TreeTemplateSpec.Member], _ layout: LayoutSpec) -> JSONValue {
    var fixed: [(String, JSONValue)] = []
    var fields: [FieldSpec] = []
    var further: JSONValue?
    for member in members {
      switch member {
      case .member(let key, let value): fixed.append((key.text, schema(of: value, layout)))
      case .spread(let reference):
        if let spread = self.fields(of: reference, layout) {
          fields += spread
        } else {
          further = further == nil ? self.values(of: reference, layout) : [:]
        }
      }
    }
    let object = types.object(fields, leading: fixed, refusesOthers: further == nil)
    return further.map { object.adding(["additionalProperties": $0]) } ?? object
  }

  /// The schema of each value of a map that is spread.
  private func values(of reference: TemplateReference, _ layout: LayoutSpec) -> JSONValue {
    if case .map(let element) = field(of: reference, layout)?.type { types.schema(of: element) } else { [:] }
  }

  /// The members that a spread lays in place; nil for a map, whose keys only the message tells.
  private func fields(of reference: TemplateReference, _ layout: LayoutSpec) -> [FieldSpec]? {
    switch reference.target {
    case .kwargs: return message.kwargs
    case .data: return message.fields
    case .field, .argument:
      guard case .named(let id) = field(of: reference, layout)?.type, case .record(let fields) = spec[id].kind else {
        return nil
      }
      return fields
    case .type, .args: return nil
    }
  }
}

extension FieldSpec {
  /// The type of the elements of a list; for anything else its type.
  fileprivate var elementType: TypeReference { if case .list(let element) = type { element } else { type } }
}
