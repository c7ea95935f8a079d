import SpecModel

/// A layout as one message has it: where the message fixes a field, the layout has a constant.
struct FixedLayout {
  let message: MessageSpec
  let written: LayoutSpec

  init(message: MessageSpec, layout: LayoutSpec) {
    self.message = message
    written = layout
  }

  var layout: LayoutSpec {
    if message.fixedFields.isEmpty { return written }
    var layout = written
    layout.frames = written.frames.map(frame)
    return layout
  }

  private func value(of reference: TemplateReference) -> ValueSpec? {
    guard case .field(let index) = reference.target else { return nil }
    return message.fixedFields.first { $0.field == index }?.value
  }

  private func frame(_ frame: FrameSpec) -> FrameSpec {
    var fixed = frame
    switch frame.content {
    case .json(let tree): fixed.content = .json(self.tree(tree))
    case .msgpack(let tree): fixed.content = .msgpack(self.tree(tree))
    case .scalar(let codec, let template): fixed.content = .scalar(codec, self.template(template))
    case .packed(let items):
      fixed.content = .packed(
        items.map { item in
          var item = item
          item.template = template(item.template)
          return item
        })
    case .natural(let reference):
      guard let value = value(of: reference), case .field(let index) = reference.target else { return frame }
      fixed.content =
        ScalarCodec.natural(for: written.fields[index].type).map { .scalar($0, constant(value)) }
        ?? .json(.constant(value))
    case .empty: break
    }
    return fixed
  }

  private func template(_ template: ScalarTemplateSpec) -> ScalarTemplateSpec {
    guard case .value(let reference) = template, let value = value(of: reference) else { return template }
    return constant(value)
  }

  private func constant(_ value: ValueSpec) -> ScalarTemplateSpec {
    if case .string(let text) = value.content { return .constant(value, text: text) }
    return .constant(value, text: value.json)
  }

  private func tree(_ tree: TreeTemplateSpec) -> TreeTemplateSpec {
    switch tree {
    case .constant: return tree
    case .value(let reference): return value(of: reference).map { .constant($0) } ?? tree
    case .list(let items):
      return .list(
        items.map { item in
          if case .element(let inner) = item { .element(self.tree(inner)) } else { item }
        })
    case .object(let members):
      return .object(
        members.map { member in
          if case .member(let key, let inner) = member { .member(key: key, value: self.tree(inner)) } else { member }
        })
    }
  }
}
