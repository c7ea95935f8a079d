import SpecModel

/// An entry of `types` as written.
struct TypeDeclarationSyntax: Sendable, Hashable {
  /// What it declares.
  enum Kind: Sendable, Hashable {
    /// `enum:`
    case enumeration([NameSpec])
    /// `record:`
    case record([FieldSyntax])
  }

  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// What it declares; nil where it cannot be read.
  var kind: Kind?
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

extension Findings {
  /// The entries of `types`.
  mutating func types(_ node: YAMLNode) -> [TypeDeclarationSyntax] {
    guard let entries = entries(node, "`types`") else { return [] }
    var types: [TypeDeclarationSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a type") else { continue }
      if isBuiltIn(name) { continue }
      types.append(type(name, entry.value))
    }
    return types
  }

  private mutating func isBuiltIn(_ name: NameSpec) -> Bool {
    let words = TypeReference.scalars.map(\.name) + TypeSyntax.constructors
    guard words.contains(name.text) else { return false }
    error(
      Code.duplicateDeclaration, at: name.range, "\(Prose.quoted(name.text)) is a built-in type",
      help: "give the type another name, for example '\(name.text.prefix(1).uppercased() + name.text.dropFirst())'")
    return true
  }

  private mutating func type(_ name: NameSpec, _ node: YAMLNode) -> TypeDeclarationSyntax {
    var type = TypeDeclarationSyntax(name: name)
    let help = "write `{ enum: [ red, green ] }` or `{ record: { x: float } }`"
    guard let entries = entries(node, "the type \(Prose.quoted(name.text))", help: help) else { return type }
    let keys = KeyedSyntax(entries, at: .type, owner: name.range, &self)
    type.about = keys["about"].flatMap { text($0, "`about`")?.text }
    type.extensions = keys.extensions
    switch (keys["enum"], keys["record"]) {
    case (let cases?, nil): type.kind = .enumeration(enumCases(cases))
    case (nil, let fields?): type.kind = .record(self.fields(fields, "`record`"))
    case (_?, _?):
      if let range = keys.range(of: "record"), let other = keys.range(of: "enum") {
        error(
          Code.keysExcludeOneAnother, at: range, "a type is an `enum` or a `record`, found both", help: help,
          notes: [Diagnostic.Note("`enum` stands here", at: other)])
      }
    case (nil, nil):
      if !keys.has("union") {
        error(
          Code.missingKey, at: name.range, "a type needs the key `enum` or the key `record`", help: help)
      }
    }
    return type
  }

  private mutating func enumCases(_ node: YAMLNode) -> [NameSpec] {
    guard let items = items(node, "`enum`", help: "write `[ red, green, blue ]`") else { return [] }
    if items.isEmpty {
      error(Code.emptyValue, at: node.range, "an `enum` needs at least one case", help: "write `[ red, green, blue ]`")
    }
    var cases: [NameSpec] = []
    var places: [String: SourceRange] = [:]
    for item in items {
      guard let text = wireText(item, "a case of the enum"), let name = name(text, "a case of an enum") else {
        continue
      }
      if let first = places[name.text] {
        error(
          Code.duplicateDeclaration, at: name.range, "the case \(Prose.quoted(name.text)) stands twice",
          help: "remove one of the two",
          notes: [Diagnostic.Note("\(Prose.quoted(name.text)) stands first here", at: first)])
        continue
      }
      places[name.text] = name.range
      cases.append(name)
    }
    return cases
  }

  /// A text that travels: a plain scalar that YAML takes for a number or a truth value must be quoted.
  mutating func wireText(_ node: YAMLNode, _ what: String) -> TextSyntax? {
    guard let text = text(node, what) else { return nil }
    guard text.style == .plain, PlainScalar(text.text) != .string else { return text }
    error(
      Code.ambiguousScalar, at: text.range,
      "expected \(what) as a text, found \(Prose.quoted(text.text)), which YAML does not read as a text",
      help: "write \"\(text.text)\" in quotes")
    return nil
  }
}
