import SpecModel

/// No record of a union has a field with the name of the union's tag.
///
/// `{"kind":"circle","kind":…}` would have two members with one key.
struct UnionTagIsNoField: Rule {
  static let code: DiagnosticCode = "ZS1018"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for type in spec.types {
      guard case .union(let cases, let tag) = type.kind else { continue }
      for unionCase in cases {
        guard case .record(let fields) = spec[unionCase.type].kind,
          let field = fields.first(where: { $0.name.text == tag.text })
        else { continue }
        found.append(
          error(
            at: unionCase.typeRange,
            "'\(spec[unionCase.type].name)' has a field '\(field.name)', and so is the tag of '\(type.name)' called: the "
              + "object would have two members '\(tag)'",
            help: "write another `tag`, such as `tag: kind`, or rename the field",
            notes: [Diagnostic.Note("the field is declared here", at: field.name.range)]))
      }
    }
    return found
  }
}
