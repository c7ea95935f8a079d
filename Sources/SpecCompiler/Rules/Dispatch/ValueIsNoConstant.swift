import SpecModel

/// Where one message has a constant and another the value of a field, no value of the field is the constant.
///
/// A warning: the constant is looked for first, so that nothing is lost but the one value, which is taken for the other
/// message. A `pattern` or a `length` that excludes it proves that it does not happen.
struct ValueIsNoConstant: Rule {
  static let code: DiagnosticCode = "ZS0603"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.confusions().compactMap { confusion in
      guard case .byConstant(let field, let text, let firstHasConstant) = confusion.distinction else { return nil }
      let (a, b) = (spec[confusion.first.message], spec[confusion.second.message])
      let (constant, value) = firstHasConstant ? (a, b) : (b, a)
      let what =
        field.map { "'\(value.name)' whose '\($0.name)' is \(text ?? "the same")" }
        ?? "'\(value.name)' that has the bytes of its constants"
      return warning(
        at: field?.name.range ?? value.name.range,
        "\(spec.socket(confusion.socket)) takes a \(what) for a '\(constant.name)'",
        help: field.map {
          "give '\($0.name)' a \($0.type == .string ? "`pattern` or a `length`" : "`length`") that excludes it, or write a "
            + "constant in front"
        }
          ?? "write a constant into '\(value.name)', too",
        notes: [
          Diagnostic.Note("'\(constant.name)' is \(constant.bodyFrames(in: spec).notation)", at: constant.name.range),
          Diagnostic.Note("'\(value.name)' is \(value.bodyFrames(in: spec).notation)", at: value.name.range),
        ])
    }
  }
}
