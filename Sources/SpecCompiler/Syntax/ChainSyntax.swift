import SpecModel

/// An entry of `chains` as written.
struct ChainSyntax: Sendable, Hashable {
  /// The name.
  var name: NameSpec
  /// `title:`
  var title: String?
  /// `about:`
  var about: String?
  /// The steps; nil for one that was refused, which has been reported.
  var steps: [StepSyntax?] = []
  /// `x-…` keys.
  var extensions: [ExtensionSpec] = []
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
    guard let node = keys["steps"],
      let items = items(node, "`steps`", help: "begin each step with `- `: `- A -> B: message`")
    else { return chain }
    if items.isEmpty {
      error(Code.emptyValue, at: node.range, "a chain needs at least one step", help: "write `- A -> B: message`")
    }
    for item in items { chain.steps.append(step(item)) }
    return chain
  }
}
