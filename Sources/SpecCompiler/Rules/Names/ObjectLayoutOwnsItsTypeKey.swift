import SpecModel

/// In `{"type":"ping","count":5}` the key `type` is taken.
struct ObjectLayoutOwnsItsTypeKey: Rule {
  static let code: DiagnosticCode = "ZS1011"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for message in spec.messages where message.layout == .object {
      for field in message.fields where field.name.text == "type" {
        found.append(
          error(
            at: field.name.range,
            "in the layout `object` the key 'type' tells the message: '\(message.name)' cannot have a field of that name",
            help: "call the field something else, or write `layout: triple` on '\(message.name)'",
            notes: [Diagnostic.Note("'\(message.name)' has the layout `object`", at: message.name.range)]))
      }
    }
    return found
  }
}
