import SpecModel

/// A signature has a frame of its own, and there is something that it covers.
///
/// It covers whole frames and is checked before anything in them is read. A frame that held both could be signed only
/// when the signature in it is known already.
struct SignatureStandsAlone: Rule {
  static let code: DiagnosticCode = "ZS1115"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.flatMap { layout -> [Diagnostic] in
      guard let signature = layout.signature, let source = layout.fields[signature.field].source,
        case .sign(let names) = source.kind, [.string, .bytes].contains(layout.fields[signature.field].type)
      else { return [] }
      return second(in: layout, behind: signature.field) + shared(signature, in: layout) + unwritten(names, in: layout)
    }
  }

  private static func second(in layout: LayoutSpec, behind first: Int) -> [Diagnostic] {
    layout.fields[(first + 1)...].compactMap { field in
      guard let source = field.source, case .sign = source.kind else { return nil }
      return error(
        at: source.range, "a layout has one signature, and '\(field.name)' is the second",
        help: "let the first cover what both are to cover",
        notes: [Diagnostic.Note("'\(layout.fields[first].name)' is the first", at: layout.fields[first].name.range)])
    }
  }

  private static func shared(_ signature: SignatureSpec, in layout: LayoutSpec) -> [Diagnostic] {
    let field = layout.fields[signature.field]
    guard signature.frame == nil,
      let reference = layout.references.first(where: { $0.target == .field(signature.field) })
    else { return [] }
    let codec = field.type == .bytes ? "bytes" : "text"
    return [
      error(
        at: reference.range,
        "the signature `$\(reference.name)` has no frame of its own, and covers whole frames: its own would be among them",
        help: "write `\(codec): $\(reference.name)` as a frame")
    ]
  }

  private static func unwritten(_ names: [TemplateReference], in layout: LayoutSpec) -> [Diagnostic] {
    let written = Set(layout.references.map(\.target))
    return names.compactMap { name in
      guard !written.contains(name.target), !hasType(name, written, in: layout) else { return nil }
      return error(
        at: name.range, "the signature covers `$\(name.name)`, which stands in no frame",
        help: "write it into a frame, or leave it out of `sign(…)`")
    }
  }

  /// Whether the type is named, or written, through a field that holds it.
  private static func hasType(
    _ name: TemplateReference, _ written: Set<TemplateReference.Target>, in layout: LayoutSpec
  ) -> Bool {
    let holders = layout.fields.indices.filter { layout.fields[$0].source?.kind == .type }
    let types = Set([TemplateReference.Target.type] + holders.map { .field($0) })
    return types.contains(name.target) && !types.isDisjoint(with: written)
  }
}
