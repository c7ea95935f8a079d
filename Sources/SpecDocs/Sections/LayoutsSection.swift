import SpecModel

/// The layouts of the protocol's own: what is said about each, and the headers that it gives its messages.
///
/// ```
/// ## Layouts
/// ### `worker`
/// Used by `ready` and `reply`.
/// ```
struct LayoutsSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// Heading and one part for each layout; nothing where none is declared.
  var blocks: [Block] {
    if spec.layouts.isEmpty { return [] }
    return [.heading(2, "Layouts", .section("Layouts"))] + spec.layouts.indices.flatMap { blocks(of: LayoutID($0)) }
  }

  private func blocks(of id: LayoutID) -> [Block] {
    let layout = spec[id]
    var blocks = [PageNames.heading("layout", layout.name.text)]
    if let about = Markdown.prose(layout.about) { blocks.append(.prose(about)) }
    let users = spec.messageIDs.filter { spec[$0].layout == .declared(id) }
    if !users.isEmpty { blocks.append(.paragraph("Used by \(Phrase.list(users.map(names.message))).")) }
    if !layout.fields.isEmpty { blocks += FieldTable(names: names).blocks(layout.fields, none: "") }
    return blocks
  }
}
