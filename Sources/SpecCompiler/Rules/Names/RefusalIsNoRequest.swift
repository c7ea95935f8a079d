import SpecModel

/// The message under `otherwise` is none that the socket itself is asked with.
///
/// Whoever gets it takes it for the answer to what was refused; sent as an answer, a request would be one that nobody
/// answers, and a client that takes it apart finds its own question.
struct RefusalIsNoRequest: Rule {
  static let code: DiagnosticCode = "ZS1023"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var asked: [SocketID: StepSpec] = [:]
    for chain in spec.chains {
      let answered = Set(chain.steps.compactMap(\.answers))
      for (index, step) in chain.steps.enumerated() where answered.contains(index) {
        for socket in step.receivers where spec[socket].otherwise == .message(step.message) && asked[socket] == nil {
          asked[socket] = step
        }
      }
    }
    return spec.socketIDs.compactMap { id in
      guard let step = asked[id] else { return nil }
      let message = spec[step.message].name
      return error(
        at: spec[id].otherwiseRange ?? spec[id].name.range,
        "'\(message)' cannot be the answer to a bad message: it is a request that '\(spec[id.process].name)' answers",
        help: "declare a message that says what was wrong, such as `refused`, and write `otherwise: refused`",
        notes: [Diagnostic.Note("'\(message)' is asked here", at: step.range)])
    }
  }
}
