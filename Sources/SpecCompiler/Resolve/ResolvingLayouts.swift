import SpecModel

extension Resolver {
  /// Resolves the file's own layouts, then the layout of the file.
  mutating func resolveLayouts() {
    for layout in syntax.layouts {
      var fields: [FieldSpec] = []
      for field in layout.fields {
        guard let type = field.type.flatMap({ declarations.type($0, &findings) }) else { continue }
        reportReserved(field.name)
        fields.append(resolve(field, type))
      }
      // A source may name a field that stands below it.
      for (index, field) in fields.enumerated() {
        let written = layout.fields.first { $0.name == field.name }?.source
        fields[index].source = written.map { source($0, among: fields) }
      }
      let frames = layout.frames.compactMap { frame($0, among: fields) }
      spec.layouts.append(
        LayoutSpec(
          name: layout.name, about: layout.about, fields: fields, frames: frames, extensions: layout.extensions))
    }
    spec.layout = syntax.layout.flatMap { declarations.layout($0, &findings) } ?? .triple
  }

  private mutating func reportReserved(_ name: NameSpec) {
    guard TemplateReference.Target(word: name.text) != nil else { return }
    findings.error(
      Code.duplicateDeclaration, at: name.range, "`$\(name.text)` has a meaning of its own in a layout",
      help: "give the field another name")
  }

  private func target(_ name: String, among fields: [FieldSpec]) -> TemplateReference.Target {
    TemplateReference.Target(word: name) ?? fields.firstIndex { $0.name.text == name }.map { .field($0) }
      ?? .argument(name)
  }

  private func reference(_ reference: ReferenceSyntax, among fields: [FieldSpec]) -> TemplateReference {
    TemplateReference(target(reference.name, among: fields), name: reference.name, at: reference.range)
  }

  private func source(_ source: FieldSourceSyntax, among fields: [FieldSpec]) -> FieldSourceSpec {
    let kind: FieldSourceSpec.Kind =
      switch source.kind {
      case .fresh: .fresh
      case .now: .now
      case .given: .given
      case .type: .type
      case .cause(let path): .cause(path)
      case .sign(let names):
        .sign(names.map { TemplateReference(target($0.text, among: fields), name: $0.text, at: $0.range) })
      }
    return FieldSourceSpec(kind, text: source.text, at: source.range)
  }

  // MARK: Frames

  private mutating func frame(_ frame: FrameSyntax, among fields: [FieldSpec]) -> FrameSpec? {
    switch frame.content {
    case .json(let tree): return self.tree(tree, among: fields).map { FrameSpec(.json($0), range: frame.range) }
    case .msgpack(let tree): return self.tree(tree, among: fields).map { FrameSpec(.msgpack($0), range: frame.range) }
    case .empty: return FrameSpec(.empty, range: frame.range)
    case .natural(let reference):
      return FrameSpec(
        .natural(self.reference(reference, among: fields)), isSpread: reference.isSpread, range: frame.range)
    case .scalar(let codec, let scalar):
      return FrameSpec(.scalar(codec, template(scalar, among: fields)), isSpread: scalar.isSpread, range: frame.range)
    case .packed(let items):
      return FrameSpec(
        .packed(
          items.map {
            PackedItemSpec(
              codec: $0.codec, template: template($0.scalar, among: fields), isSpread: $0.scalar.isSpread,
              range: $0.range)
          }), range: frame.range)
    }
  }

  private func template(_ scalar: ScalarSyntax, among fields: [FieldSpec]) -> ScalarTemplateSpec {
    switch scalar {
    case .constant(let value, let text): .constant(value, text: text)
    case .value(let reference): .value(self.reference(reference, among: fields))
    }
  }

  private mutating func tree(_ tree: TreeSyntax, among fields: [FieldSpec]) -> TreeTemplateSpec? {
    switch tree {
    case .constant(let value): return .constant(value)
    case .value(let reference):
      guard reference.isSpread else { return .value(self.reference(reference, among: fields)) }
      findings.error(
        Code.layoutForm, at: reference.range,
        "`$\(reference.name)...` spreads a list in place, found it outside of one",
        help: "write `[ $\(reference.name)... ]`, or `$\(reference.name)` for the value as a whole")
      return nil
    case .list(let elements, _):
      var items: [TreeTemplateSpec.Item] = []
      for element in elements {
        if case .value(let reference) = element, reference.isSpread {
          items.append(.spread(self.reference(reference, among: fields)))
        } else if let element = self.tree(element, among: fields) {
          items.append(.element(element))
        }
      }
      return .list(items)
    case .object(let written, _):
      var members: [TreeTemplateSpec.Member] = []
      for member in written {
        switch member {
        case .spread(let reference): members.append(.spread(self.reference(reference, among: fields)))
        case .member(let key, let value):
          if let value = self.tree(value, among: fields) { members.append(.member(key: key, value: value)) }
        }
      }
      return .object(members)
    }
  }

  // MARK: Messages

  /// The fields of its layout that a message fixes.
  mutating func fixedFields(of message: MessageSyntax, _ layout: LayoutReference) -> [FixedFieldSpec] {
    let fields = layout.declared.map { spec[$0].fields } ?? []
    return message.fixedFields.compactMap { fixed in
      if let index = fields.firstIndex(where: { $0.name.text == fixed.name.text }) {
        return FixedFieldSpec(field: index, name: fixed.name, value: fixed.value)
      }
      findings.error(
        Code.unknownLayoutField, at: fixed.name.range,
        "the layout of \(Prose.quoted(message.name.text)) has no field \(Prose.quoted(fixed.name.text))",
        help: findings.suggestion(
          for: fixed.name.text, among: fields.map(\.name.text), listedAs: "it has",
          none: layout.declared == nil
            ? "built-in layouts have no fields: declare a layout under `layouts`"
            : "declare it under `fields` of the layout"))
      return nil
    }
  }

  /// Reports the arguments that a layout names and a message with it does not have.
  mutating func checkArguments(_ message: MessageSyntax, of id: LayoutID) {
    let names = Set((message.args + message.kwargs).map(\.name.text))
    var seen: Set<String> = []
    for reference in spec[id].references {
      guard case .argument(let name) = reference.target, !names.contains(name), seen.insert(name).inserted else {
        continue
      }
      findings.error(
        Code.missingArgument, at: message.layout?.range ?? message.name.range,
        "the layout \(Prose.quoted(spec[id].name.text)) has `$\(name)`, and \(Prose.quoted(message.name.text)) has no such "
          + "argument", help: "declare '\(name)' under `args`, or under `fields` of the layout",
        notes: [Diagnostic.Note("`$\(name)` stands here", at: reference.range)])
    }
  }
}

extension TemplateReference.Target {
  /// `type`, `args`, `kwargs`, `data`; nil for every other name.
  fileprivate init?(word: String) {
    switch word {
    case "type": self = .type
    case "args": self = .args
    case "kwargs": self = .kwargs
    case "data": self = .data
    default: return nil
    }
  }
}

extension ScalarSyntax {
  fileprivate var isSpread: Bool { if case .value(let reference) = self { reference.isSpread } else { false } }
}
