import SpecModel

/// A layout writes each argument, and each field of its own, once.
///
/// Two copies of one value may differ, and a reader would have to believe one of them. (`$type` is the same everywhere.)
struct LayoutWritesEachPartOnce: Rule {
  static let code: DiagnosticCode = "ZS1022"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var messages: [MessageSpec?] = Array(repeating: nil, count: spec.layouts.count)
    for message in spec.messages {
      if let id = message.layout.declared, messages[id.index] == nil { messages[id.index] = message }
    }
    return zip(spec.layouts, messages).compactMap { layout, message in
      var first: [TemplateReference.Target: TemplateReference] = [:]
      for reference in layout.references where reference.target != .type {
        let parts = parts(of: reference, in: message)
        if let part = parts.first(where: { first[$0] != nil }), let before = first[part] {
          let name = if case .argument(let name) = part { name } else { reference.name }
          return error(
            at: reference.range,
            "`$\(reference.name)` writes '\(name)' a second time: the two could differ, and a reader believes one of them",
            help: "leave one of the two out",
            notes: [Diagnostic.Note("`$\(before.name)` writes it here", at: before.range)])
        }
        for part in parts { first[part] = reference }
      }
      return nil
    }
  }

  /// What a reference writes: one field, or all arguments of a message with the layout.
  private static func parts(of reference: TemplateReference, in message: MessageSpec?) -> [TemplateReference.Target] {
    switch reference.target {
    case .type: []
    case .field, .argument: [reference.target]
    case .args: message?.args.map { .argument($0.name.text) } ?? []
    case .kwargs: message?.kwargs.map { .argument($0.name.text) } ?? []
    case .data: message?.fields.map { .argument($0.name.text) } ?? []
    }
  }
}
