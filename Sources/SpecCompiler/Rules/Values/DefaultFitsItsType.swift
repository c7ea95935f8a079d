import SpecModel

/// The default of a field is a value of the field's type, and keeps to its constraints.
///
/// It is written to the wire, and it becomes the default of a Swift parameter.
struct DefaultFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1101"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.allFields.compactMap { field in
      guard let value = field.defaultValue, let misfit = ValueFit.misfit(of: value, with: field, in: spec) else {
        return nil
      }
      return error(
        at: misfit.range, "the default of '\(field.name)' does not fit: \(misfit.problem)", help: misfit.help,
        notes: [Diagnostic.Note("'\(field.name)' is \(field.type.notation(in: spec))", at: field.typeRange)])
    }
  }
}

extension ProtocolSpec {
  /// Every field of every message and record.
  var fields: [FieldSpec] {
    messages.flatMap(\.fields)
      + types.flatMap { type -> [FieldSpec] in if case .record(let fields) = type.kind { fields } else { [] } }
  }
}
