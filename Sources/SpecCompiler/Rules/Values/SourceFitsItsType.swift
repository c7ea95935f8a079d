import SpecModel

/// A field of a layout has a type that its source can give.
struct SourceFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1109"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.flatMap { layout in
      layout.fields.compactMap { field in
        guard let source = field.source, let (gives, help) = problem(source.kind, field.type.unwrapped) else {
          return nil
        }
        return error(
          at: source.range,
          "`\(source.text)` gives \(gives), and '\(field.name)' is \(field.type.notation(in: spec))", help: help,
          notes: [Diagnostic.Note("'\(field.name)' has its type here", at: field.typeRange)],
          fix: source.kind == .now && field.typeRange.end <= source.range.start
            ? [Edit(field.typeRange, "timestamp")] : [])
      }
    }
  }

  /// What the source gives and which type takes it; nil where the type does.
  private static func problem(_ source: FieldSourceSpec.Kind, _ type: TypeReference) -> (String, String)? {
    switch source {
    case .fresh:
      IntegerRange(type) != nil || type == .uuid || type == .string
        ? nil : ("a number, or a UUID", "give it the type `int`, `uint16`, …, `uuid` or `string`")
    case .now: type == .timestamp ? nil : ("the time of sending", "give it the type `timestamp`")
    case .type:
      type == .string || IntegerRange(type) != nil
        ? nil : ("the message's type", "give it the type `string`, or an integer where `wire` is a number")
    case .sign: type == .string || type == .bytes ? nil : ("a signature", "give it the type `string` or `bytes`")
    case .given, .cause: nil
    }
  }
}
