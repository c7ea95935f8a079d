import SpecModel

/// What `cause.…` copies is there in the message that is answered, or that was received before, and has the same type.
struct CauseHasTheField: Rule {
  static let code: DiagnosticCode = "ZS1110"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let sources = spec.layouts.map { layout in
      layout.fields.compactMap { field -> Copy? in
        if case .cause(let path)? = field.source?.kind { Copy(field: field, path: path) } else { nil }
      }
    }
    if sources.allSatisfy(\.isEmpty) { return [] }
    var reported: Set<SourceRange> = []
    var found: [Diagnostic] = []
    func look(_ message: MessageID, _ problem: (Copy) -> Diagnostic?) {
      guard let layout = spec[message].layout.declared else { return }
      for copy in sources[layout.index] where !reported.contains(copy.range) {
        guard let problem = problem(copy) else { continue }
        reported.insert(copy.range)
        found.append(problem)
      }
    }
    for chain in spec.chains {
      // The last message that each process has received, and those before it.
      var received: [ProcessID: [MessageID]] = [:]
      for step in chain.steps {
        let request = step.answers.map { [chain.steps[$0].message] }
        let causes = request ?? received[step.sender.process] ?? []
        look(step.message) { problem($0, step, causes, isReply: request != nil, in: spec) }
        for receiver in step.receivers where received[receiver.process]?.contains(step.message) != true {
          received[receiver.process, default: []].append(step.message)
        }
      }
    }
    let receptions = spec.receptions()
    for id in spec.socketIDs {
      guard case .message(let refusal) = spec[id].otherwise else { continue }
      look(refusal) { problem($0, refusal, of: id, refusing: (receptions[id] ?? []).map(\.message), in: spec) }
    }
    return found
  }

  private static func problem(
    _ copy: Copy, _ step: StepSpec, _ causes: [MessageID], isReply: Bool, in spec: ProtocolSpec
  ) -> Diagnostic? {
    if copy.isIn(causes, of: spec) { return nil }
    let name = spec[step.message].name
    let here = Diagnostic.Note("'\(name)' is sent here", at: step.range)
    guard let cause = causes.last.map({ spec[$0].name }) else {
      return error(
        at: copy.range, "'\(name)' answers nothing and follows nothing, so `\(copy.text)` has nothing to copy",
        help: "leave the source out, so that the sender gives the value, or write `fresh`", notes: [here])
    }
    if let mismatch = mismatch(copy, causes, here, in: spec) { return mismatch }
    let what = isReply ? "'\(cause)', which '\(name)' answers," : "no message that is received before '\(name)'"
    return error(
      at: copy.range,
      "\(what) has \(isReply ? "no" : "a") '\(copy.path.joined(separator: "."))' for `\(copy.text)` to copy",
      help: "declare it under `fields` of the layout of \(isReply ? "'\(cause)'" : "the message that causes it")",
      notes: [here])
  }

  private static func problem(
    _ copy: Copy, _ refusal: MessageID, of socket: SocketID, refusing causes: [MessageID], in spec: ProtocolSpec
  ) -> Diagnostic? {
    if causes.isEmpty || copy.isIn(causes, of: spec) { return nil }
    let here = Diagnostic.Note(
      "'\(spec[refusal].name)' answers what \(spec.the(socket)) refuses", at: spec[socket].otherwiseRange ?? copy.range)
    return mismatch(copy, causes, here, in: spec)
      ?? error(
        at: copy.range,
        "no message that \(spec.the(socket)) receives has a '\(copy.path.joined(separator: "."))' for `\(copy.text)` to "
          + "copy", help: "declare it under `fields` of the layout of what may be refused", notes: [here])
  }

  /// What is copied has another type; nil where there is no such thing at all.
  private static func mismatch(
    _ copy: Copy, _ causes: [MessageID], _ here: Diagnostic.Note, in spec: ProtocolSpec
  ) -> Diagnostic? {
    for cause in causes {
      guard let type = spec.field(at: copy.path, of: cause)?.type.notation(in: spec) else { continue }
      return error(
        at: copy.range,
        "`\(copy.text)` copies a value of the type `\(type)` from '\(spec[cause].name)', and '\(copy.field.name)' is "
          + "of the type `\(copy.field.type.notation(in: spec))`",
        help: "give '\(copy.field.name)' the type `\(type)`", notes: [here])
    }
    return nil
  }

  /// A field that is copied, and from where.
  private struct Copy {
    let field: FieldSpec
    let path: [String]

    var text: String { field.source?.text ?? "" }
    var range: SourceRange { field.source?.range ?? field.name.range }

    /// Whether one of these messages has it.
    func isIn(_ causes: [MessageID], of spec: ProtocolSpec) -> Bool {
      causes.contains { spec.field(at: path, of: $0)?.type == field.type }
    }
  }
}
