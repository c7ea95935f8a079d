import SpecModel

// What every syntax node is made of: texts, names, flags, lists and mappings, read from YAML nodes. Each
// returns nil after it has reported, or where a node was refused and reported before.

extension Findings {
  /// A text in any style, as written: `version: 1.0` is the text `1.0`.
  ///
  /// - Parameter what: The thing in the middle of a sentence: `the title`.
  mutating func text(_ node: YAMLNode, _ what: String) -> TextSyntax? {
    switch node.content {
    case .refused: return nil
    case .scalar(let scalar) where scalar.style != .plain || !scalar.text.isEmpty:
      return TextSyntax(scalar, at: node.range)
    default:
      wrongKind(node, expected: "\(what) as a text", help: textHelp(node))
      return nil
    }
  }

  /// How to write what stands where a text should.
  private func textHelp(_ node: YAMLNode) -> String? {
    switch node.content {
    case .scalar: "write it behind the colon, or leave the key out"
    case .sequence(let items) where items.count == 1: "write it without brackets, and without `- ` in front"
    case .mapping: "a text in which a colon stands before a blank is put between quotation marks"
    default: nil
    }
  }

  /// A text that must not be empty.
  mutating func filledText(_ node: YAMLNode, _ what: String) -> TextSyntax? {
    guard let text = text(node, what) else { return nil }
    guard !text.text.isEmpty else {
      error(Code.emptyValue, at: text.range, "\(what) is empty", help: "write a text, or leave the key out")
      return nil
    }
    return text
  }

  /// The entries of a mapping; none where nothing is written.
  mutating func entries(_ node: YAMLNode, _ what: String, help: String? = nil) -> [YAMLEntry]? {
    switch node.content {
    case .refused: return nil
    case .mapping(let entries): return entries
    case .scalar(let scalar) where scalar.isNull: return []
    default:
      // Who writes a list of what has names has put `- ` in front of each of them.
      let unlisted = "write each by its name, `name: …`, without `- ` in front"
      let isList = if case .sequence = node.content { true } else { false }
      wrongKind(node, expected: "\(what) as a mapping", help: help ?? (isList ? unlisted : nil))
      return nil
    }
  }

  /// The items of a list.
  mutating func items(_ node: YAMLNode, _ what: String, help: String? = nil) -> [YAMLNode]? {
    switch node.content {
    case .refused: return nil
    case .sequence(let items): return items
    default:
      wrongKind(node, expected: "\(what) as a list", help: help)
      return nil
    }
  }

  /// The items of a list, or the one item that stands without brackets.
  mutating func oneOrSeveral(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { items } else { [node] }
  }

  /// `true` or `false`.
  mutating func flag(_ node: YAMLNode, _ what: String) -> Bool? {
    guard case .scalar(let scalar) = node.content else {
      if node.content != .refused { wrongKind(node, expected: "\(what) as `true` or `false`") }
      return nil
    }
    if scalar.style == .plain, case .bool(let value) = PlainScalar(scalar.text) { return value }
    error(
      Code.wrongKind, at: node.range, "expected \(what) as `true` or `false`, found \(node.kindPhrase)",
      help: "write `true` or `false`, without quotes")
    return nil
  }

  /// One of some words.
  mutating func word<Word>(_ node: YAMLNode, _ what: String, among words: [(String, Word)]) -> Word? {
    guard let text = text(node, what) else { return nil }
    if let found = words.first(where: { $0.0 == text.text }) { return found.1 }
    let names = words.map(\.0)
    let list = Prose.list(names, conjunction: "or", Prose.key)
    let nearest = nearest(to: text.text, among: names).map { "did you mean \(Prose.key($0))? " } ?? ""
    error(
      Code.unknownWord, at: text.range, "expected \(what) as one of \(list), found \(Prose.quoted(text.text))",
      help: "\(nearest)write \(list)", fix: respelling(of: text.text, at: text.range, among: names))
    return nil
  }

  /// Reports a list where a mapping must stand, and the like.
  mutating func wrongKind(_ node: YAMLNode, expected: String, help: String? = nil) {
    guard node.content != .refused else { return }
    error(Code.wrongKind, at: node.range, "expected \(expected), found \(node.kindPhrase)", help: help)
  }
}
