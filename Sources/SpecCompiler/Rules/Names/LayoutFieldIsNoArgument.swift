import SpecModel

/// A field of a layout and an argument of a message with that layout have different names.
///
/// `$name` in the layout can only mean one of the two, and so can the label in the generated method.
struct LayoutFieldIsNoArgument: Rule {
  static let code: DiagnosticCode = "ZS1016"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let names = spec.layouts.map { layout in
      Dictionary(
        layout.fields.map { (SwiftName.member($0.name.text), $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    var found: [Diagnostic] = []
    for message in spec.messages {
      guard let id = message.layout.declared else { continue }
      for field in message.fields {
        guard let header = names[id.index][SwiftName.member(field.name.text)] else { continue }
        found.append(
          error(
            at: field.name.range,
            "'\(field.name)' is an argument of '\(message.name)' and a field of its layout '\(spec[id].name)': `$\(header)` is the "
              + "layout's",
            help: "rename one of them, or remove it from `fields` of the layout: `$\(header)` is then the argument",
            notes: [Diagnostic.Note("the layout's '\(header)' is declared here", at: header.range)]))
      }
    }
    return found
  }
}
