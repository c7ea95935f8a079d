import SpecModel

/// A signature does not cover itself: it would have to be known before it is made.
struct SignatureIsNotSigned: Rule {
  static let code: DiagnosticCode = "ZS1116"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.flatMap { layout in
      layout.fields.enumerated().compactMap { index, field in
        guard let source = field.source, case .sign(let covered) = source.kind,
          let own = covered.first(where: { $0.target == .field(index) })
        else { return nil }
        let whole = layout.wholeSignature(of: covered)
        return error(
          at: own.range, "`\(source.text)` covers `$\(field.name)`, which is the signature itself",
          help: whole.map { "write `\($0)`" } ?? "write into a frame what it is to cover, and name that",
          fix: whole.map { edits(writing: $0, instead: source) } ?? [])
      }
    }
  }

  /// In braces a comma would end the text, so one is put only where there was one.
  private static func edits(writing text: String, instead source: FieldSourceSpec) -> [Edit] {
    let width = source.range.end.column - source.range.start.column
    let isAsWritten = source.range.start.line == source.range.end.line && width == source.text.unicodeScalars.count
    return isAsWritten && (source.text.contains(",") || !text.contains(",")) ? [Edit(source.range, text)] : []
  }
}
