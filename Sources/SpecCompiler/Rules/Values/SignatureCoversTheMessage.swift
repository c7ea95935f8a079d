import SpecModel

/// A signature covers everything else that the layout carries: each frame in which something is that it names.
///
/// A warning: what is not signed can be changed on the way, and nobody notices.
struct SignatureCoversTheMessage: Rule {
  static let code: DiagnosticCode = "ZS1111"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.compactMap { layout in
      guard let index = layout.fields.firstIndex(where: { isSignature($0) }), let source = layout.fields[index].source,
        case .sign(let covered) = source.kind
      else { return nil }
      let signed = Set(covered.map(\.target))
      let open = layout.frames.flatMap { frame -> [TemplateReference] in
        let references = frame.references.filter { $0.target != .field(index) }
        let isSigned = references.contains {
          signed.contains($0.target) || (signed.contains(.data) && [.args, .kwargs].contains($0.target))
        }
        return isSigned ? [] : references
      }
      guard let first = open.first else { return nil }
      var names: [String] = []
      for reference in open where !names.contains(reference.name) { names.append(reference.name) }
      let all = "sign(\((covered.map(\.name) + names).joined(separator: ", ")))"
      return warning(
        at: source.range,
        "`\(source.text)` leaves out \(names.map { "`$\($0)`" }.joinedAsList()), which can be changed on the way without "
          + "anybody noticing",
        help: "write `\(all)`",
        notes: [Diagnostic.Note("`$\(first.name)` stands here", at: first.range)])
    }
  }

  private static func isSignature(_ field: FieldSpec) -> Bool {
    if case .sign? = field.source?.kind { true } else { false }
  }
}
