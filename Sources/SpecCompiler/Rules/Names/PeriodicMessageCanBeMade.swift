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
        if let field = missing(in: message, spec) {
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
  /// A field that nobody gives a value: an argument, or a field of the layout that the sender gives, or that is copied from
  /// a message that is not there.
  private static func missing(in message: MessageSpec, _ spec: ProtocolSpec) -> FieldSpec? {
    if let field = message.fields.first(where: { !$0.mayBeAbsent }) { return field }
    guard let layout = message.layout.declared else { return nil }
    let fixed = Set(message.fixedFields.map(\.field))
    for (index, field) in spec[layout].fields.enumerated() where !fixed.contains(index) && !field.mayBeAbsent {
      switch field.source?.kind {
      case nil, .cause: return field
      case .fresh, .now, .given, .type, .sign: continue
      }
    }
    return nil
  }
}
