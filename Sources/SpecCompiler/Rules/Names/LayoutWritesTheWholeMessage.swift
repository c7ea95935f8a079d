import SpecModel

/// A layout writes every argument of its messages, and every field of its own, into some frame.
///
/// What it leaves out never travels: the receiver would read a message that has lost a part.
struct LayoutWritesTheWholeMessage: Rule {
  static let code: DiagnosticCode = "ZS1015"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let written = spec.layouts.map { Set($0.references.map(\.target)) }
    var found: [Diagnostic] = []
    for (layout, targets) in zip(spec.layouts, written) {
      for (index, field) in layout.fields.enumerated() where !targets.contains(.field(index)) {
        found.append(
          error(
            at: field.name.range,
            "'\(field.name)' of the layout '\(layout.name)' stands in none of its frames, so it never travels",
            help: "write `$\(field.name)` into a frame, or remove the field"))
      }
    }
    for message in spec.messages {
      guard let id = message.layout.declared else { continue }
      let targets = written[id.index]
      if targets.contains(.data) { continue }
      found += lost(message.args, all: .args, "args", of: message, targets, spec[id])
      found += lost(message.kwargs, all: .kwargs, "kwargs", of: message, targets, spec[id])
    }
    return found
  }

  private static func lost(
    _ fields: [FieldSpec], all: TemplateReference.Target, _ key: String, of message: MessageSpec,
    _ targets: Set<TemplateReference.Target>, _ layout: LayoutSpec
  ) -> [Diagnostic] {
    if targets.contains(all) { return [] }
    return fields.filter { !targets.contains(.argument($0.name.text)) }.prefix(1).map { field in
      error(
        at: field.name.range,
        "'\(field.name)' of '\(message.name)' would be lost: the layout '\(layout.name)' has neither `$\(key)` nor "
          + "`$\(field.name)`",
        help: "write `$\(key)` or `$\(field.name)` into the layout"
          + (key == "kwargs" && targets.contains(.args) ? ", or move '\(field.name)' to `args`" : ""),
        notes: [Diagnostic.Note("the layout '\(layout.name)' is declared here", at: layout.name.range)])
    }
  }
}
