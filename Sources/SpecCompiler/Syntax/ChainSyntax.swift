import SpecModel

/// An entry of `chains` as written.
struct ChainSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// `title:`
  var title: String?
  /// `about:`
  var about: String?
  /// What stands under `steps`.
  var items: [ChainItemSyntax] = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
}

/// An item under `steps`.
indirect enum ChainItemSyntax: Sendable, Hashable {
  /// `- A -> B: message`
  case step(StepSyntax)
  /// `- alt …:`
  case group(GroupSyntax)
  /// `- note: …`
  case note(NoteSpec)
  /// `- pause: 2.5s`
  case pause(DurationSpec)
  /// `- Worker: rasterise()`
  case work(process: NameSpec, text: TextSyntax)
  /// An item that was refused, which has been reported.
  case refused
}

extension Findings {
  /// The entries of `chains`.
  mutating func chains(_ node: YAMLNode) -> [ChainSyntax] {
    guard let entries = entries(node, "`chains`") else { return [] }
    var chains: [ChainSyntax] = []
    for entry in entries {
      guard let name = name(entry.keyText, "a chain") else { continue }
      chains.append(chain(name, entry.value))
    }
    return chains
  }

  private mutating func chain(_ name: NameSpec, _ node: YAMLNode) -> ChainSyntax {
    var chain = ChainSyntax(name: name)
    let help = "write a mapping with the key `steps`"
    guard let entries = entries(node, "the chain \(Prose.quoted(name.text))", help: help) else { return chain }
    let keys = KeyedSyntax(entries, at: .chain, owner: name.range, &self)
    chain.title = keys["title"].flatMap { text($0, "`title`")?.text }
    chain.about = keys["about"].flatMap { text($0, "`about`")?.text }
    chain.extensions = keys.extensions
    guard let node = keys["steps"] else { return chain }
    chain.items = chainItems(node, "`steps`") ?? []
    if case .sequence(let items) = node.content, items.isEmpty {
      error(Code.emptyValue, at: node.range, "a chain needs at least one step", help: "write `- A -> B: message`")
    }
    return chain
  }

  /// The items of a chain or of a branch of a group, or nil after reporting that there is no list.
  mutating func chainItems(_ node: YAMLNode, _ what: String) -> [ChainItemSyntax]? {
    guard let nodes = items(node, what, help: "begin each step with `- `: `- A -> B: message`") else { return nil }
    var items: [ChainItemSyntax] = []
    for node in nodes { items.append(chainItem(node)) }
    return items
  }

  /// An item; its first key tells what it is.
  private mutating func chainItem(_ node: YAMLNode) -> ChainItemSyntax {
    let form = "write `- A -> B: message`"
    switch node.content {
    case .refused: break
    case .mapping(let entries):
      if entries.contains(where: { ArrowSyntax.isMeant(by: $0.key.text) }) {
        return step(entries).map { .step($0) } ?? .refused
      }
      return itemWithoutArrow(entries, node)
    case .scalar(let scalar) where ArrowSyntax.isMeant(by: scalar.text):
      if scalar.style != .plain, scalar.text.contains(":") {
        reportQuoted(TextSyntax(scalar, at: node.range))
        break
      }
      error(
        Code.stepForm, at: node.range, "the step \(Prose.quoted(scalar.text)) has no message",
        help: scalar.text.contains(":") ? "write a blank behind the colon: `A -> B: message`" : form)
    case .scalar(let scalar) where !scalar.isNull && GroupSyntax.Word(scalar.text) != nil:
      error(
        Code.groupForm, at: node.range, "the group \(Prose.quoted(scalar.text)) has no steps",
        help: "write a colon behind it, and its steps below, further to the right")
    default: wrongKind(node, expected: "a step", help: form)
    }
    return .refused
  }

  /// `"A -> B: m"`, of which YAML makes one text, and no key with its value. The arrow alone may have quotes, and needs
  /// them where it has commas and stands in braces or brackets.
  private mutating func reportQuoted(_ text: TextSyntax) {
    let parts = text.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let (arrow, message) = (parts[0], parts[parts.count - 1])
    let isPlain = !arrow.contains { ",[]{}#&*!|%@`'\"?:".contains($0) }
    let step = "\(isPlain ? arrow : ScalarForm.doubleQuoted(arrow)): \(message)"
    let isOneLine = text.range.start.line == text.range.end.line
    error(
      Code.stepForm, at: text.range,
      "the step \(Prose.quoted(text.text)) is one text, because "
        + (text.style == .block ? "it stands behind `|` or `>`" : "quotes stand round the whole of it"),
      help: "write `\(step)`\(isPlain ? "" : ", with quotes round the arrow alone")",
      fix: isOneLine && Naming.flaw(of: message) == nil ? [Edit(text.range, step)] : [])
  }

  private mutating func itemWithoutArrow(_ entries: [YAMLEntry], _ node: YAMLNode) -> ChainItemSyntax {
    guard let first = entries.first else {
      reportNoArrow(node)
      return .refused
    }
    if let only = entries.count == 1 ? first : nil, case .scalar(let scalar) = only.value.content {
      switch first.key.text {
      case "note":
        return filledText(only.value, "the note").map { .note(NoteSpec($0.text, range: only.range)) } ?? .refused
      case "pause":
        return duration(only.value, "the pause", insteadOfNothing: "remove the pause").map { .pause($0) } ?? .refused
      default:
        if scalar.text.hasSuffix(")"), scalar.text.contains("(") {
          guard let process = name(first.keyText, "a process"), let text = text(only.value, "the work") else {
            return .refused
          }
          return .work(process: process, text: text)
        }
      }
    }
    if entries.contains(where: { GroupSyntax.Word($0.key.text) != nil }) {
      return group(entries, node).map { .group($0) } ?? .refused
    }
    if let known = entries.first(where: { ["note", "pause"].contains($0.key.text) }) {
      error(
        Code.stepForm, at: known.keyRange, "expected \(Prose.key(known.key.text)) as an item of its own",
        help: known.key.text == "note" ? "write `- note: The cache is warm now.`" : "write `- pause: 2.5s`")
      return .refused
    }
    if let only = entries.count == 1 ? first : nil, case .sequence = only.value.content {
      reportUnknownGroup(only)
    } else {
      reportNoArrow(node)
    }
    return .refused
  }

  /// A key with steps below it is a group whose word is none: `lop for each picture:`.
  private mutating func reportUnknownGroup(_ entry: YAMLEntry) {
    let word = String(entry.key.text.prefix { $0 != " " })
    let words = GroupSpec.Kind.allCases.map(\.rawValue)
    let guess = nearest(to: word, among: words).map { "did you mean \(Prose.key($0))? " } ?? ""
    error(
      Code.groupForm, at: entry.keyRange, "no group begins with \(Prose.quoted(word))",
      help: "\(guess)groups are \(Prose.list(words, Prose.key)); a step is `- A -> B: message`")
  }

  private mutating func reportNoArrow(_ node: YAMLNode) {
    error(
      Code.stepForm, at: node.range, "expected an arrow between two processes, found none",
      help: "write `- A -> B: message` for what is sent, `- A <- B: message` for what is answered, `- A: work()` for "
        + "what a process does by itself")
  }
}
