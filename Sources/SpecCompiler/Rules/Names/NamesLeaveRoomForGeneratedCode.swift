import SpecModel

/// No declared name is one that generated code needs for itself.
struct NamesLeaveRoomForGeneratedCode: Rule {
  static let code: DiagnosticCode = "ZS1008"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes { found += type("process", process.name) }
    for type in spec.types { found += self.type("type", type.name) }
    for message in spec.messages {
      found += type("message", message.name)
      for field in message.fields {
        let swift = SwiftName.member(field.name.text)
        guard GeneratedNames.parameters.contains(swift) else { continue }
        found.append(
          error(
            at: field.name.range,
            "a field cannot be called '\(field.name)': generated methods have a parameter '\(swift)' of their own",
            help: "call it something else, such as '\(field.name)_value'"))
      }
    }
    return found
  }

  private static func type(_ kind: String, _ name: NameSpec) -> [Diagnostic] {
    let swift = SwiftName.type(name.text)
    guard GeneratedNames.types.contains(swift) else { return [] }
    let isCapital = name.text.first?.isUppercase == true
    let other = isCapital ? "\(name)\(kind.prefix(1).uppercased() + kind.dropFirst())" : "\(name)-\(kind)"
    let help =
      "call it something else, such as '\(other)'"
      + (kind == "message" ? ", and keep its type on the wire with `wire: \(name)`" : "")
    return [
      error(
        at: name.range, "a \(kind) cannot be called '\(name)': generated code needs the name '\(swift)'", help: help)
    ]
  }
}
