import SpecModel
import ZMQWire

/// What the runtime sends by itself (`every`) needs nobody to give it values, and no turn.
struct PeriodicMessageCanBeMade: Rule {
  static let code: DiagnosticCode = "ZS1021"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        guard let every = step.every else { continue }
        let message = spec[step.message]
        if let field = message.fields.first(where: { !$0.mayBeAbsent }) {
          found.append(
            error(
              at: every.range,
              "'\(message.name)' cannot be sent by itself: nobody is there to give its '\(field.name)' a value",
              help: "give '\(field.name)' a default, or make it optional",
              notes: [Diagnostic.Note("'\(field.name)' is declared here", at: field.name.range)]))
        }
        if spec[step.sender].type == .req {
          found.append(
            error(
              at: every.range,
              "a REQ cannot send '\(message.name)' by itself: it may still wait for the answer to its last request",
              help: "make \(spec.socket(step.sender)) a DEALER", notes: [spec.typeNote(step.sender)]))
        }
      }
    }
    return found
  }
}
