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
  /// `minimum:`, `maximum:`, `length:`, `pattern:`
  var constraints = ConstraintSpec()
  /// `since:`
  var since: String?
  /// `deprecated:`
  var deprecated: String?
  /// Whether it is `name...: type`: `type` is that of one element.
  var isRest = false
  /// In a layout's `fields`: `= fresh`, `= cause.id` and the like.
  var source: FieldSourceSyntax?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The fields under `args`, `kwargs`, `record` or `fields` of a layout.
  ///
  /// - Parameters:
  ///   - what: The key in the middle of a sentence.
  ///   - role: What may be said of a field here besides its type.
  mutating func fields(_ node: YAMLNode, _ what: String, as role: FieldRole) -> [FieldSyntax] {
    let help = "write each field as `name: type`, for example `count: int`"
    guard let entries = entries(node, what, help: help) else { return [] }
    var fields: [FieldSyntax] = []
    for entry in entries {
      if entry.key.text.hasSuffix("...") {
        if let field = restField(entry, what, as: role) { fields.append(field) }
      } else if let name = name(entry.keyText, "a field") {
        fields.append(field(name, entry.value, as: role))
      }
    }
    return fields
  }

  /// `rest...: int`, which collects the arguments that are left.
  private mutating func restField(_ entry: YAMLEntry, _ what: String, as role: FieldRole) -> FieldSyntax? {
    let scalars = entry.key.text.unicodeScalars.count - 3
    let text = TextSyntax(
      YAMLScalar(text: String(entry.key.text.dropLast(3)), style: entry.key.style),
      at: entry.keyText.range(of: 0..<max(0, scalars)))
    guard let name = name(text, "a field") else { return nil }
    guard role == .argument else {
      error(
        Code.restArgument, at: entry.keyRange,
        "\(Prose.key(entry.key.text)) collects arguments, found it under \(what)",
        help: "write it as the last under `args`, or declare a field of the type `list<…>`")
      return nil
    }
    var field = field(name, entry.value, as: role)
    field.isRest = true
    return field
  }

  /// A field in any of its three forms.
  private mutating func field(_ name: NameSpec, _ node: YAMLNode, as role: FieldRole) -> FieldSyntax {
    var field = FieldSyntax(name: name, type: nil, typeRange: node.range)
    switch node.content {
    case .scalar(let scalar) where !(scalar.style == .plain && scalar.text.isEmpty):
      readShort(TextSyntax(scalar, at: node.range), into: &field, as: role)
    case .mapping(let entries): readLong(entries, into: &field, as: role)
    default:
      wrongKind(
        node, expected: "the type of \(Prose.quoted(name.text))",
        help: "write `\(name.text): int`, `\(name.text): int = 5`, or a mapping with the key `type`")
    }
    return field
  }

  /// `type` or `type = value`.
  private mutating func readShort(_ text: TextSyntax, into field: inout FieldSyntax, as role: FieldRole) {
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
    if let source = source(written, of: field.type, at: range, as: role) {
      field.source = source
    } else if !isSource(written, of: field.type, as: role) {
      field.defaultValue = shortDefault(written, type: field.type, at: range)
    }
  }

  /// A mapping with `type` and more.
  private mutating func readLong(_ entries: [YAMLEntry], into field: inout FieldSyntax, as role: FieldRole) {
    let keys = KeyedSyntax(entries, at: .field, owner: field.name.range, &self)
    if let node = keys["type"], let text = filledText(node, "the type") {
      field.type = TypeExpressionParser.parse(text, &self)
      field.typeRange = text.range
    }
    field.about = keys["about"].flatMap { text($0, "`about`")?.text }
    field.example = keys["example"].flatMap { [type = field.type] in value($0, of: type) }
    field.constraints = constraints(keys)
    field.since = keys["since"].flatMap { semanticVersion($0) }
    field.deprecated = keys["deprecated"].flatMap { filledText($0, "`deprecated`")?.text }
    field.extensions = keys.extensions
    guard let node = keys["default"] else { return }
    if case .scalar(let scalar) = node.content, scalar.style == .plain {
      if let source = source(scalar.text, of: field.type, at: node.range, as: role) {
        field.source = source
      } else if !isSource(scalar.text, of: field.type, as: role) {
        field.defaultValue = plainDefault(scalar.text, type: field.type, at: node.range)
      }
    } else {
      field.defaultValue = value(node, of: field.type)
    }
  }
}

/// Where a field stands.
enum FieldRole: Hashable {
  /// Under `args`: the last may collect what is left.
  case argument
  /// Under `kwargs`.
  case keyword
  /// Under `record`.
  case member
  /// Under `fields` of a layout: its value may have a source.
  case header
}
