import SpecModel

/// The declared types: the names of an enumeration, the fields of a record, the cases of a union.
struct TypesSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// Heading and one part for each type; nothing where none is declared.
  var blocks: [Block] {
    if spec.types.isEmpty { return [] }
    return [.heading(2, "Types", .section("Types"))] + spec.types.flatMap(blocks)
  }

  private func blocks(of type: TypeSpec) -> [Block] {
    var blocks = [PageNames.heading("type", type.name.text)]
    if let about = Markdown.prose(type.about) { blocks.append(.prose(about)) }
    switch type.kind {
    case .enumeration(let values):
      blocks.append(.paragraph("One of " + values.map { Phrase.code($0.text) }.joined(", ") + "."))
    case .record(let fields):
      blocks += FieldTable(names: names).blocks(fields, none: "It has no fields.")
      if let sentence = sentence(type.unknown) { blocks.append(.paragraph(sentence)) }
    case .union(let cases, let tag):
      blocks.append(
        .paragraph("An object whose member \(Phrase.code(tag.text)) says which of these it is:"))
      blocks.append(.list(cases.map { Block.Item("\(Phrase.code($0.name.text)): \(names.type(.named($0.type)))") }))
      blocks.append(.paragraph("The record's own members stand beside \(Phrase.code(tag.text))."))
    }
    return blocks
  }

  /// What becomes of members that are not listed, where that is not the usual refusal.
  private func sentence(_ unknown: TypeSpec.UnknownMembers) -> Phrase? {
    switch unknown {
    case .refuse: nil
    case .ignore: "Members that are not listed are passed over."
    case .keep: "Members that are not listed are kept and written again."
    }
  }
}
