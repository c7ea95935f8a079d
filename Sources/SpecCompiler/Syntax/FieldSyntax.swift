import SpecModel

/// A field of a message or a record as written.
struct FieldSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// The type; nil where it cannot be read.
  var type: TypeSyntax?
  /// Where the type is written.
  var typeRange: SourceRange
  /// `= value` or `default:`.
  var defaultValue: ValueSpec?
  /// `about:`
  var about: String?
  /// `example:`
  var example: ValueSpec?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The fields under `args`, `kwargs` or `record`.
  mutating func fields(_ node: YAMLNode, _ what: String) -> [FieldSyntax] {
    let help = "write each field as `name: type`, for example `count: int`"
    guard let entries = entries(node, what, help: help) else { return [] }
    var fields: [FieldSyntax] = []
    for entry in entries {
      if entry.key.text.hasSuffix("...") {
        notYet(
          "\(Prose.key(entry.key.text)), which collects further arguments,", at: entry.keyRange,
          instead: "declare a field of the type `list<…>`")
        continue
      }
      guard let name = name(entry.keyText, "a field") else { continue }
      fields.append(field(name, entry.value))
    }
    return fields
  }

  /// A field in any of its three forms.
  private mutating func field(_ name: NameSpec, _ node: YAMLNode) -> FieldSyntax {
    var field = FieldSyntax(name: name, type: nil, typeRange: node.range)
    switch node.content {
    case .scalar(let scalar) where !(scalar.style == .plain && scalar.text.isEmpty):
      readShort(TextSyntax(scalar, at: node.range), into: &field)
    case .mapping(let entries): readLong(entries, into: &field)
    default:
      wrongKind(
        node, expected: "the type of \(Prose.quoted(name.text))",
        help: "write `\(name.text): int`, `\(name.text): int = 5`, or a mapping with the key `type`")
    }
    return field
  }

  /// `type` or `type = value`.
  private mutating func readShort(_ text: TextSyntax, into field: inout FieldSyntax) {
    let scalars = Array(text.text.unicodeScalars)
    guard let equals = scalars.firstIndex(of: "=") else {
      field.type = TypeExpressionParser.parse(text, &self)
      field.typeRange = field.type?.range ?? text.range
      return
    }
    field.type = TypeExpressionParser.parse(text, scalars: 0..<equals, &self)
    field.typeRange = field.type?.range ?? text.range
    let start = scalars[(equals + 1)...].firstIndex { $0 != " " && $0 != "\n" } ?? scalars.count
    let end = (scalars[start...].lastIndex { $0 != " " && $0 != "\n" } ?? start - 1) + 1
    let written = String(String.UnicodeScalarView(scalars[start..<max(start, end)]))
    let range = text.range(of: start < end ? start..<end : equals..<equals + 1)
    field.defaultValue = shortDefault(written, type: field.type, at: range)
  }

  /// A mapping with `type` and more.
  private mutating func readLong(_ entries: [YAMLEntry], into field: inout FieldSyntax) {
    let keys = KeyedSyntax(entries, at: .field, owner: field.name.range, &self)
    if let node = keys["type"], let text = filledText(node, "the type") {
      field.type = TypeExpressionParser.parse(text, &self)
      field.typeRange = text.range
    }
    field.about = keys["about"].flatMap { text($0, "`about`")?.text }
    field.example = keys["example"].flatMap { value($0) }
    field.extensions = keys.extensions
    guard let node = keys["default"] else { return }
    if case .scalar(let scalar) = node.content, scalar.style == .plain {
      field.defaultValue = plainDefault(scalar.text, type: field.type, at: node.range)
    } else {
      field.defaultValue = value(node)
    }
  }
}
