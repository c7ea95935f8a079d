import SpecModel

/// The example of a field is a value of the field's type.
///
/// It is written to the wire, and it becomes the example of a Swift parameter.
struct ExampleFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1102"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.fields.compactMap { field in
      guard let value = field.example, let misfit = ValueFit.misfit(of: value, with: field.type, in: spec) else {
        return nil
      }
      return error(
        at: misfit.range, "the example of '\(field.name)' does not fit its type: \(misfit.problem)", help: misfit.help,
        notes: [Diagnostic.Note("'\(field.name)' is \(field.type.notation(in: spec))", at: field.typeRange)])
    }
  }
}
