import SpecModel

/// Where a layout names a codec for a field or an argument, the codec can write every value of its type.
///
/// An integer of a wider type fits where `minimum` and `maximum` keep it in the codec's range.
struct FieldFitsItsCodec: Rule {
  static let code: DiagnosticCode = "ZS1108"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var arguments: [[(codec: ScalarCodec, name: String, isSpread: Bool, range: SourceRange)]] = []
    for layout in spec.layouts {
      var named: [(codec: ScalarCodec, name: String, isSpread: Bool, range: SourceRange)] = []
      for (codec, template, range, isSpread) in layout.placedScalars {
        guard case .value(let reference) = template else { continue }
        switch reference.target {
        case .field(let index):
          let field = layout.fields[index]
          found += misfit(field, codec, isSpread: isSpread, at: range, noteAt: field.typeRange, in: spec)
        case .argument(let name): named.append((codec, name, isSpread, range))
        case .type, .args, .kwargs, .data: continue
        }
      }
      arguments.append(named)
    }
    for message in spec.messages {
      guard let id = message.layout.declared else { continue }
      for place in arguments[id.index] {
        guard let field = message.fields.first(where: { $0.name.text == place.name }) else { continue }
        found += misfit(
          field, place.codec, isSpread: place.isSpread, at: field.typeRange, noteAt: place.range, in: spec)
      }
    }
    return found
  }

  private static func misfit(
    _ field: FieldSpec, _ codec: ScalarCodec, isSpread: Bool, at range: SourceRange, noteAt: SourceRange,
    in spec: ProtocolSpec
  ) -> [Diagnostic] {
    var type = field.type
    if isSpread {
      guard case .list(let element) = type else {
        return [
          error(
            at: range, "`$\(field.name)...` spreads a list, and '\(field.name)' is \(type.notation(in: spec))",
            help: "write `$\(field.name)`, or give it the type `list<\(type.notation(in: spec))>`")
        ]
      }
      type = element
    }
    guard let help = CodecFit.help(type, field.constraints, codec: codec, in: spec) else { return [] }
    return [
      error(
        at: range,
        "`\(codec.name)` cannot write every value of '\(field.name)', which is \(type.notation(in: spec))", help: help,
        notes: [
          Diagnostic.Note(
            noteAt == field.typeRange ? "'\(field.name)' has its type here" : "the layout writes it here", at: noteAt)
        ])
    ]
  }
}
