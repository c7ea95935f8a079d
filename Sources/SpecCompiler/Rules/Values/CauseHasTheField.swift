import SpecModel

/// What `cause.…` copies is there in the message that is answered, or that was received before, and has the same type.
struct CauseHasTheField: Rule {
  static let code: DiagnosticCode = "ZS1110"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let sources = spec.layouts.map { layout in
      layout.fields.compactMap { field -> (field: FieldSpec, path: [String])? in
        if case .cause(let path)? = field.source?.kind { (field, path) } else { nil }
      }
    }
    if sources.allSatisfy(\.isEmpty) { return [] }
    var reported: Set<SourceRange> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      // The last message that each process has received, and those before it.
      var received: [ProcessID: [MessageID]] = [:]
      for step in chain.steps {
        if let layout = spec[step.message].layout.declared {
          let request = step.answers.map { [chain.steps[$0].message] }
          let causes = request ?? received[step.sender.process] ?? []
          for (field, path) in sources[layout.index] {
            guard let source = field.source, !reported.contains(source.range) else { continue }
            guard let problem = problem(field, path, step, causes, isReply: request != nil, in: spec) else { continue }
            reported.insert(source.range)
            found.append(problem)
          }
        }
        for receiver in step.receivers where received[receiver.process]?.contains(step.message) != true {
          received[receiver.process, default: []].append(step.message)
        }
      }
    }
    return found
  }

  private static func problem(
    _ field: FieldSpec, _ path: [String], _ step: StepSpec, _ causes: [MessageID], isReply: Bool, in spec: ProtocolSpec
  ) -> Diagnostic? {
    let name = spec[step.message].name
    let text = field.source?.text ?? ""
    let range = field.source?.range ?? field.name.range
    let types = causes.map { type(at: path, of: spec[$0], in: spec) }
    if types.contains(field.type) { return nil }
    let here = Diagnostic.Note("'\(name)' is sent here", at: step.range)
    if causes.isEmpty {
      return error(
        at: range, "'\(name)' answers nothing and follows nothing, so `\(text)` has nothing to copy",
        help: "leave the source out, so that the sender gives the value, or write `fresh`", notes: [here])
    }
    let cause = spec[causes[causes.count - 1]].name
    if let other = types.compactMap(\.self).first {
      return error(
        at: range,
        "`\(text)` copies a \(other.notation(in: spec)) from '\(cause)', and '\(field.name)' is "
          + "\(field.type.notation(in: spec))",
        help: "give '\(field.name)' the type `\(other.notation(in: spec))`", notes: [here])
    }
    let what = isReply ? "'\(cause)', which '\(name)' answers," : "no message that is received before '\(name)'"
    return error(
      at: range, "\(what) has \(isReply ? "no" : "a") '\(path.joined(separator: "."))' for `\(text)` to copy",
      help: "declare it under `fields` of the layout of \(isReply ? "'\(cause)'" : "the message that causes it")",
      notes: [here])
  }

  /// The type of what a path leads to: a field of the layout, an argument, or inside of it a field of a record.
  private static func type(at path: [String], of message: MessageSpec, in spec: ProtocolSpec) -> TypeReference? {
    var fields = (message.layout.declared.map { spec[$0].fields } ?? []) + message.fields
    var type: TypeReference?
    for name in path {
      guard let field = fields.first(where: { $0.name.text == name }) else { return nil }
      type = field.type
      fields = []
      if case .named(let id) = field.type.unwrapped, case .record(let inner) = spec[id].kind { fields = inner }
    }
    return type
  }
}
