import SpecModel

/// What a message fixes of its layout is a value of the field's type.
struct FixedFieldFitsItsType: Rule {
  static let code: DiagnosticCode = "ZS1112"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.messages.flatMap { message in
      message.fixedFields.compactMap { fixed in
        guard let layout = message.layout.declared else { return nil }
        let field = spec[layout].fields[fixed.field]
        guard let misfit = ValueFit.misfit(of: fixed.value, with: field, in: spec) else { return nil }
        return error(
          at: misfit.range, "'\(field.name)' cannot be this in every '\(message.name)': \(misfit.problem)",
          help: misfit.help,
          notes: [Diagnostic.Note("'\(field.name)' is \(field.type.notation(in: spec))", at: field.typeRange)])
      }
    }
  }
}
