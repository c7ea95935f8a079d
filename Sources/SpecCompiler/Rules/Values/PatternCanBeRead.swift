import SpecModel
import ZMQWire

/// A `pattern` is a regular expression that generated code can read.
struct PatternCanBeRead: Rule {
  static let code: DiagnosticCode = "ZS1105"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.allFields.compactMap { field in
      guard let pattern = field.constraints.pattern else { return nil }
      guard let expected = TextPattern.problem(in: pattern.text) else { return nil }
      return error(
        at: pattern.range, "'\(pattern.text)' is no regular expression: expected \(expected)",
        help: "look for brackets that are not closed; `\\` in front of a character takes it as it is, and in YAML a "
          + "pattern is best in single quotes")
    }
  }
}
