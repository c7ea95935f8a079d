import SpecModel

/// The example of a field is a value of the field's type, and keeps to its constraints.
///
/// Pages show it, and tests send it.
struct ExampleFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1102"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.allFields.compactMap { field in
      guard let value = field.example, let misfit = ValueFit.misfit(of: value, with: field, in: spec) else {
        return nil
      }
      return error(
        at: misfit.range, "the example of '\(field.name)' does not fit: \(misfit.problem)", help: misfit.help,
        notes: [Diagnostic.Note("'\(field.name)' is \(field.type.notation(in: spec))", at: field.typeRange)])
    }
  }
}
