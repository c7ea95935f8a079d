import SpecModel

/// No declared name is one that generated code needs for itself.
struct NamesLeaveRoomForGeneratedCode: Rule {
  static let code: DiagnosticCode = "ZS1008"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.processes.compactMap { collision("process", $0.name) } + spec.types.compactMap { collision("type", $0.name) }
      + spec.messages.compactMap { collision("message", $0.name) }
  }

  private static func collision(_ kind: String, _ name: NameSpec) -> Diagnostic? {
    let swift = SwiftName.type(name.text)
    guard GeneratedNames.types.contains(swift) else { return nil }
    let isCapital = name.text.first?.isUppercase == true
    let other = isCapital ? "\(name)\(kind.prefix(1).uppercased() + kind.dropFirst())" : "\(name)-\(kind)"
    return error(
      at: name.range, "a \(kind) cannot be called '\(name)': generated code needs the name '\(swift)'",
      help: "call it something else, such as '\(other)'"
        + (kind == "message" ? ", and keep its type on the wire with `wire: \(name)`" : ""))
  }
}
