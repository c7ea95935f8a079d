import SpecModel

/// A `$name` or `$name...`.
struct ReferenceSyntax: Sendable, Hashable {
  /// The name, without `$` and `...`.
  var name: String
  /// Whether it ends with `...`.
  var isSpread: Bool
  /// Where it is written.
  var range: SourceRange

  /// Reads a scalar without quotes; nil where it is no reference.
  init?(_ scalar: YAMLScalar, at range: SourceRange) {
    guard scalar.style == .plain, scalar.text.hasPrefix("$") else { return nil }
    isSpread = scalar.text.hasSuffix("...")
    name = String(scalar.text.dropFirst().dropLast(isSpread ? 3 : 0))
    self.range = range
    if Naming.flaw(of: name) != nil { return nil }
  }
}

/// What stands in a frame that is one scalar.
enum ScalarSyntax: Sendable, Hashable {
  case constant(ValueSpec, text: String)
  case value(ReferenceSyntax)
}

/// A tree of constants and references.
indirect enum TreeSyntax: Sendable, Hashable {
  case constant(ValueSpec)
  case value(ReferenceSyntax)
  case list([TreeSyntax], SourceRange)
  /// A key that is a spread reference has no value.
  case object([Member], SourceRange)

  /// What stands in an object.
  enum Member: Sendable, Hashable {
    case member(key: NameSpec, value: TreeSyntax)
    case spread(ReferenceSyntax)
  }
}

extension Findings {
  /// What stands in a frame that is one scalar.
  mutating func scalar(_ node: YAMLNode, _ codec: ScalarCodec) -> ScalarSyntax? {
    guard case .scalar(let scalar) = node.content, !(scalar.style == .plain && scalar.text.isEmpty) else {
      wrongKind(node, expected: "a constant or a `$name`", help: "write `\(codec.name): $type`, or a constant")
      return nil
    }
    if let reference = reference(scalar, at: node.range) { return .value(reference) }
    if scalar.style == .plain, scalar.text.hasPrefix("$") { return nil }
    if case .integer = codec {
      guard let value = value(node) else { return nil }
      return .constant(value, text: scalar.text)
    }
    return .constant(ValueSpec(.string(scalar.text), at: node.range), text: scalar.text)
  }

  /// A reference; nil for a constant, or after reporting what begins with `$` and is none.
  private mutating func reference(_ scalar: YAMLScalar, at range: SourceRange) -> ReferenceSyntax? {
    if let reference = ReferenceSyntax(scalar, at: range) { return reference }
    if scalar.style == .plain, scalar.text.hasPrefix("$") {
      error(
        Code.layoutForm, at: range, "expected `$name`, found \(Prose.quoted(scalar.text))",
        help: "write `$type`, `$args`, `$kwargs`, `$data` or `$` and the name of a field; for the text, use quotes")
    }
    return nil
  }

  /// A tree in a frame of JSON or MessagePack.
  mutating func tree(_ node: YAMLNode) -> TreeSyntax? {
    switch node.content {
    case .refused: return nil
    case .scalar(let scalar):
      if let reference = reference(scalar, at: node.range) { return .value(reference) }
      if scalar.style == .plain, scalar.text.hasPrefix("$") { return nil }
      return value(node).map { .constant($0) }
    case .sequence(let nodes):
      var elements: [TreeSyntax] = []
      for node in nodes {
        guard let element = tree(node) else { return nil }
        elements.append(element)
      }
      return .list(elements, node.range)
    case .mapping(let entries):
      var members: [TreeSyntax.Member] = []
      for entry in entries {
        guard let member = member(entry) else { return nil }
        members.append(member)
      }
      return .object(members, node.range)
    }
  }

  /// `type: $type`, or `$kwargs...` alone.
  private mutating func member(_ entry: YAMLEntry) -> TreeSyntax.Member? {
    guard entry.key.style == .plain, entry.key.text.hasPrefix("$") else {
      return tree(entry.value).map { .member(key: entry.name, value: $0) }
    }
    guard let reference = reference(entry.key, at: entry.keyRange) else { return nil }
    guard reference.isSpread, entry.value.isNull else {
      error(
        Code.layoutForm, at: entry.keyRange, "expected a key or `$name...`, found \(Prose.quoted(entry.key.text))",
        help: "write `name: $\(reference.name)`, or `$\(reference.name)...` alone, which spreads its members in place")
      return nil
    }
    return .spread(reference)
  }
}
