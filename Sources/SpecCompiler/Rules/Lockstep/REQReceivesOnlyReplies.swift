import SpecModel
import ZMQWire

/// What reaches a REQ is the reply it waits for, or is thrown away.
///
/// Source: RFC 28, "SHALL discard silently any messages received from other peers"; libzmq `req.cpp`:
/// while it waits, anything from the asked peer counts as the reply.
struct REQReceivesOnlyReplies: Rule {
  static let code: DiagnosticCode = "ZS0405"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.answers == nil && spec[step.sender].type != .rep {
        for receiver in step.receivers where spec[receiver].type == .req && spec.fit(step) {
          let (sender, asker) = (spec[step.sender.process].name, spec[receiver.process].name)
          let message = spec[step.message].name
          found.append(
            error(
              at: step.range,
              "a REQ receives only replies: it throws '\(message)' away, or takes it for the reply it waits for",
              help: "write `\(asker) <- \(sender): \(message)` if it is the reply, or make \(spec.socket(receiver)) a "
                + "DEALER",
              notes: [spec.typeNote(receiver)]))
        }
      }
    }
    return found
  }
}
