import SpecModel

/// Positional arguments that may be nil stand behind those that may not.
///
/// As in a Swift or Python call: a caller who leaves one out leaves out all that follow.
struct OptionalArgumentsComeLast: Rule {
  static let code: DiagnosticCode = "ZS1012"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for message in spec.messages {
      var optional: FieldSpec?
      for field in message.args {
        if field.type.isOptional {
          optional = optional ?? field
        } else if let before = optional, !field.mayBeAbsent {
          found.append(
            error(
              at: before.name.range,
              "'\(before.name)' of '\(message.name)' is optional, and '\(field.name)' behind it is not: a caller who "
                + "leaves out one has no place for the other",
              help: "move '\(before.name)' behind '\(field.name)', or to `kwargs`",
              notes: [Diagnostic.Note("'\(field.name)' is required", at: field.name.range)]))
          break
        }
      }
    }
    return found
  }
}
