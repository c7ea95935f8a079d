import SpecModel

/// The declared types: the names of an enumeration, the fields of a record, the cases of a union.
struct TypesSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// Heading and one part for each type; nothing where none is declared.
  var blocks: [String] {
    if spec.types.isEmpty { return [] }
    return ["## Types"] + spec.types.flatMap(blocks)
  }

  private func blocks(of type: TypeSpec) -> [String] {
    var blocks = [PageNames.heading("type", type.name.text)]
    if let about = Markdown.prose(type.about) { blocks.append(about) }
    switch type.kind {
    case .enumeration(let values):
      blocks.append("One of " + values.map { Markdown.code($0.text) }.joined(separator: ", ") + ".")
    case .record(let fields):
      blocks += FieldTable(names: names).blocks(fields, none: "It has no fields.")
      if let sentence = sentence(type.unknown) { blocks.append(sentence) }
    case .union(let cases, let tag):
      blocks.append("An object whose member \(Markdown.code(tag.text)) says which of these it is:")
      blocks.append(
        cases.map { "* \(Markdown.code($0.name.text)): \(names.type(.named($0.type)))" }.joined(separator: "\n"))
      blocks.append("The record's own members stand beside \(Markdown.code(tag.text)).")
    }
    return blocks
  }

  /// What becomes of members that are not listed, where that is not the usual refusal.
  private func sentence(_ unknown: TypeSpec.UnknownMembers) -> String? {
    switch unknown {
    case .refuse: nil
    case .ignore: "Members that are not listed are passed over."
    case .keep: "Members that are not listed are kept and written again."
    }
  }
}
