/// The frames of a message with a layout of the file's own, in the article's notation.
struct LayoutNotation {
  /// The message.
  let message: MessageSpec
  /// Its layout.
  let layout: LayoutSpec

  /// The frames, in order.
  func frames() -> [FrameSymbol] { layout.frames.flatMap(symbols) }

  private func symbols(of frame: FrameSpec) -> [FrameSymbol] {
    switch frame.content {
    case .json(let tree): return [.body(outermost(tree))]
    case .msgpack(let tree): return [.binary(outermost(tree))]
    case .empty: return [.delimiter]
    case .packed(let items):
      return [.binary(items.map { scalar($0.template, isSpread: $0.isSpread) }.joined(separator: ", "))]
    case .scalar(_, .value(let reference)) where reference.target == .type: return [typeFrame]
    case .scalar(_, .constant(let value, let text)): return [.constant(constant(value, text))]
    case .scalar(_, .value(let reference)) where isFixed(reference): return [.constant(value(of: reference))]
    case .scalar(_, .value(let reference)):
      return [.value(value(of: reference) + (frame.isSpread ? "..." : ""))]
    case .natural(let reference): return natural(reference, isSpread: frame.isSpread)
    }
  }

  /// `$args...` is a frame for each argument, `$name...` one for each element of a list, `$name` one.
  private func natural(_ reference: TemplateReference, isSpread: Bool) -> [FrameSymbol] {
    switch reference.target {
    case .type: [typeFrame]
    case .args where isSpread: message.args.map(frame)
    case .args, .kwargs, .data: [.body(value(of: reference))]
    case .field where isFixed(reference): [.constant(value(of: reference))]
    case .field(let index):
      isSpread ? [.value("\(reference.name)...")] : [frame(of: layout.fields[index])]
    case .argument(let name):
      isSpread ? [.value("\(name)...")] : [message.fields.first { $0.name.text == name }.map(frame) ?? .value(name)]
    }
  }

  private var typeFrame: FrameSymbol {
    message.wireNumber == nil ? .constant("\"\(message.wireType)\"") : .constant(message.wireType)
  }

  private func frame(of field: FieldSpec) -> FrameSymbol {
    if field.isRest { return .value("\(field.name)...") }
    if field.type == .empty { return .delimiter }
    return ScalarCodec.natural(for: field.type) == nil ? .body(field.name.text) : .value(field.name.text)
  }

  private func isFixed(_ reference: TemplateReference) -> Bool {
    if case .field(let index) = reference.target { fixed(index) != nil } else { false }
  }

  /// The value of a field that the message fixes.
  private func fixed(_ index: Int) -> String? {
    message.fixedFields.first { $0.field == index }.map { JSONText.text(of: $0.value) }
  }

  // MARK: Scalars

  private func scalar(_ template: ScalarTemplateSpec, isSpread: Bool) -> String {
    switch template {
    case .constant(let value, let text): constant(value, text)
    case .value(let reference): value(of: reference) + (isSpread ? "..." : "")
    }
  }

  private func constant(_ value: ValueSpec, _ text: String) -> String {
    if case .string(let string) = value.content { JSONText.string(string) } else { text }
  }

  // MARK: Trees

  /// A list stands without its brackets: single quotes say that one is serialised.
  private func outermost(_ tree: TreeTemplateSpec) -> String {
    if case .list(let items) = tree { items.flatMap(notation).joined(separator: ", ") } else { notation(of: tree) }
  }

  private func notation(of tree: TreeTemplateSpec) -> String {
    switch tree {
    case .constant(let value): JSONText.text(of: value)
    case .value(let reference): value(of: reference)
    case .list(let items): "[" + items.flatMap(notation).joined(separator: ", ") + "]"
    case .object(let members): "{" + members.flatMap(notation).joined(separator: ", ") + "}"
    }
  }

  private func notation(of item: TreeTemplateSpec.Item) -> [String] {
    switch item {
    case .element(let tree): [notation(of: tree)]
    case .spread(let reference):
      switch reference.target {
      case .args: message.names(of: message.args)
      default: ["\(reference.name)..."]
      }
    }
  }

  private func notation(of member: TreeTemplateSpec.Member) -> [String] {
    switch member {
    // A bare key is the name of a value; beside a constant it stands for itself, as the constant does.
    case .member(let key, let value):
      ["\(value.references.isEmpty ? JSONText.string(key.text) : key.text): \(notation(of: value))"]
    case .spread(let reference):
      switch reference.target {
      case .kwargs: message.members(of: message.kwargs)
      default: ["\(reference.name)..."]
      }
    }
  }

  private func value(of reference: TemplateReference) -> String {
    switch reference.target {
    case .type: message.wireType
    case .args: message.positionalNotation
    case .kwargs: message.keywordNotation
    case .data: message.dataNotation
    case .field(let index): fixed(index) ?? layout.fields[index].name.text
    case .argument(let name): name
    }
  }
}
