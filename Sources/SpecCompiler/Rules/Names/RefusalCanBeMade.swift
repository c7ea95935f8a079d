import SpecModel

/// The message under `otherwise` can be made from nothing but a reason.
///
/// The runtime sends it when no handler has run, so nobody supplies values: each field has a default, is
/// optional, or is a string called `reason`.
struct RefusalCanBeMade: Rule {
  static let code: DiagnosticCode = "ZS1013"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      guard case .message(let refusal) = spec[id].otherwise else { continue }
      let message = spec[refusal]
      for field in message.fields where !field.mayBeAbsent && !isReason(field) {
        let reason = field.name.text == "reason"
        found.append(
          error(
            at: spec[id].otherwiseRange ?? spec[id].name.range,
            "'\(message.name)' cannot be the answer to a bad message: "
              + (reason ? "its 'reason' is no string" : "nobody is there to give its '\(field.name)' a value"),
            help: reason
              ? "give 'reason' the type `string`"
              : "give '\(field.name)' a default, or make it optional; a string called 'reason' gets the reason",
            notes: [Diagnostic.Note("'\(field.name)' is declared here", at: field.name.range)]))
        break
      }
    }
    return found
  }

  private static func isReason(_ field: FieldSpec) -> Bool { field.name.text == "reason" && field.type == .string }
}
