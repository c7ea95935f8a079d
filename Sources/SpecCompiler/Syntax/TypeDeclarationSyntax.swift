import SpecModel

/// An entry of `types` as written.
struct TypeDeclarationSyntax: Sendable, Hashable {
  /// What it declares.
  enum Kind: Sendable, Hashable {
    /// `enum:`
    case enumeration([NameSpec])
    /// `record:`
    case record([FieldSyntax])
    /// `union:`, and `tag:`
    case union([UnionCaseSyntax], tag: NameSpec)
  }

  /// A case of a union: `circle: Circle`.
  struct UnionCaseSyntax: Sendable, Hashable {
    /// The case.
    var name: NameSpec
    /// Its record.
    var type: NameSpec
  }

  /// The name.
  var name: NameSpec
  /// `about:`
  var about: String?
  /// What it declares; nil where it cannot be read.
  var kind: Kind?
  /// `unknown:`
  var unknown: TypeSpec.UnknownMembers?
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
    let help = "write `{ enum: [ red, green ] }`, `{ record: { x: float } }` or `{ union: { circle: Circle } }`"
    guard let entries = entries(node, "the type \(Prose.quoted(name.text))", help: help) else { return type }
    let keys = KeyedSyntax(entries, at: .type, owner: name.range, &self)
    type.about = keys["about"].flatMap { text($0, "`about`")?.text }
    type.extensions = keys.extensions
    let allKinds = ["enum", "record", "union"]
    let kinds = allKinds.filter(keys.has)
    if kinds.count > 1, let range = keys.range(of: kinds[1]), let other = keys.range(of: kinds[0]) {
      error(
        Code.keysExcludeOneAnother, at: range, "a type is an `enum`, a `record` or a `union`, found two of them",
        help: help, notes: [Diagnostic.Note("\(Prose.key(kinds[0])) stands here", at: other)])
      return type
    }
    if let node = keys["enum"] {
      type.kind = .enumeration(enumCases(node))
    } else if let node = keys["record"] {
      type.kind = .record(fields(node, "`record`", as: .member))
    } else if let node = keys["union"] {
      type.kind = .union(unionCases(node), tag: tag(keys, of: name))
    } else if !entries.contains(where: { ForeignKey.translated($0.key.text, among: allKinds) != nil }) {
      // Of a key in the words of another language more has been said.
      error(
        Code.missingKey, at: name.range, "a type needs one of the keys `enum`, `record` and `union`", help: help)
    }
    type.unknown = keys["unknown"].flatMap { unknownMembers($0) }
    for (key, owner) in [("tag", "union"), ("unknown", "record")] where !keys.has(owner) && !kinds.isEmpty {
      guard let range = keys.range(of: key) else { continue }
      error(
        Code.keysExcludeOneAnother, at: range,
        "\(Prose.key(key)) means nothing on \(kinds[0] == "enum" ? "an" : "a") "
          + "\(Prose.key(kinds[0]))", help: "remove it: it belongs to a \(Prose.key(owner))")
    }
    return type
  }

  private mutating func unionCases(_ node: YAMLNode) -> [TypeDeclarationSyntax.UnionCaseSyntax] {
    let help = "write `{ circle: Circle, square: Square }`, each with a record"
    guard let entries = entries(node, "`union`", help: help) else { return [] }
    if entries.isEmpty { error(Code.emptyValue, at: node.range, "a `union` needs at least one case", help: help) }
    var cases: [TypeDeclarationSyntax.UnionCaseSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a case of a union"),
        let text = filledText(entry.value, "the case's record"),
        let type = self.name(text, "a type")
      else { continue }
      cases.append(TypeDeclarationSyntax.UnionCaseSyntax(name: name, type: type))
    }
    return cases
  }

  /// `tag:`, or else the member `type`.
  private mutating func tag(_ keys: KeyedSyntax, of type: NameSpec) -> NameSpec {
    keys["tag"].flatMap { filledText($0, "`tag`") }.flatMap { name($0, "a member") } ?? NameSpec("type", at: type.range)
  }

  private mutating func unknownMembers(_ node: YAMLNode) -> TypeSpec.UnknownMembers? {
    word(node, "`unknown`", among: TypeSpec.UnknownMembers.allCases.map { ($0.rawValue, $0) })
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
      help: "write \"\(text.text)\" in quotes", fix: [Edit(text.range, ScalarForm.doubleQuoted(text.text))])
    return nil
  }
}
