import SpecModel

/// A signature covers everything else that the layout carries: each frame in which something is that it names.
///
/// A warning: what is not signed can be changed on the way, and nobody notices.
struct SignatureCoversTheMessage: Rule {
  static let code: DiagnosticCode = "ZS1111"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.compactMap { layout in
      guard let signature = layout.signature, let source = layout.fields[signature.field].source,
        case .sign(let covered) = source.kind
      else { return nil }
      // What it had to cover, `SignatureIsNotSigned` says then.
      if covered.contains(where: { $0.target == .field(signature.field) }) { return nil }
      let open = layout.unsigned(besides: covered)
      guard let first = open.first, let whole = layout.wholeSignature(of: covered) else { return nil }
      var names: [String] = []
      for reference in open where !names.contains(reference.name) { names.append(reference.name) }
      return warning(
        at: source.range,
        "`\(source.text)` leaves out \(names.map { "`$\($0)`" }.joinedAsList()), which can be changed on the way without "
          + "anybody noticing",
        help: "write `\(whole)`",
        notes: [Diagnostic.Note("`$\(first.name)` stands here", at: first.range)])
    }
  }
}
