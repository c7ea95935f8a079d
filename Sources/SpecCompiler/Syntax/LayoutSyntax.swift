import SpecModel

/// An entry of `layouts` as written.
struct LayoutSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// `fields:`
  var fields: [FieldSyntax] = []
  /// `frames:`, or the list itself.
  var frames: [FrameSyntax] = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The entries of `layouts`.
  mutating func layouts(_ node: YAMLNode) -> [LayoutSyntax] {
    guard let entries = entries(node, "`layouts`") else { return [] }
    var layouts: [LayoutSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a layout") else { continue }
      if BuiltInLayout(rawValue: name.text) != nil {
        error(
          Code.duplicateDeclaration, at: name.range, "\(Prose.quoted(name.text)) is a built-in layout",
          help: "give the layout another name")
        continue
      }
      layouts.append(layout(name, entry.value))
    }
    return layouts
  }

  private mutating func layout(_ name: NameSpec, _ node: YAMLNode) -> LayoutSyntax {
    var layout = LayoutSyntax(name: name)
    let help = "write a list of frames, `[ text: MDPW01, uint8: $type, $args... ]`, or a mapping with the key `frames`"
    switch node.content {
    case .sequence(let items): layout.frames = frames(items, at: node.range)
    case .mapping(let entries):
      let keys = KeyedSyntax(entries, at: .layout, owner: name.range, &self)
      layout.about = keys["about"].flatMap { text($0, "`about`")?.text }
      layout.fields = keys["fields"].map { fields($0, "`fields`", as: .header) } ?? []
      if let node = keys["frames"], let items = items(node, "`frames`", help: help) {
        layout.frames = frames(items, at: node.range)
      }
      layout.extensions = keys.extensions
    default: wrongKind(node, expected: "the layout \(Prose.quoted(name.text))", help: help)
    }
    return layout
  }
}
