import SpecModel

/// What happens in a chain in words: steps under their numbers, groups as lists in the list.
///
/// ```
/// 1. `Client` sends [`request`](#message-request) to `Broker.clients`.
///
/// * One of these happens; `Broker` decides:
///
///   * *a worker is ready*
///
///     2. `Broker.workers` sends [`request`](#message-request) to `Worker`.
///
///   * *unknown service*
/// ```
///
struct ItemSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec
  private let steps: StepSentences

  /// The sentences of a chain.
  init(spec: ProtocolSpec, names: PageNames, chain: ChainSpec) {
    self.spec = spec
    self.names = names
    self.chain = chain
    steps = StepSentences(spec: spec, names: names, chain: chain)
  }

  /// The whole chain.
  var blocks: [Block] { [.list(items(of: chain.items, in: nil))] }

  private func items(of items: [ChainItemSpec], in parent: GroupSpec.Kind?) -> [Block.Item] {
    return items.compactMap { item in
      switch item {
      case .step(let index): chain.steps.indices.contains(index) ? steps.item(of: index) : nil
      case .note(let note): Block.Item(.text(note.text))
      case .pause(let span): Block.Item("\(span.spaced) pass.")
      case .work(let work): Block.Item("\(names.process(work.process)) works: \(Phrase.code(work.text))")
      case .group(let group): self.item(of: group, in: parent)
      }
    }
  }

  // MARK: Groups

  private func item(of group: GroupSpec, in parent: GroupSpec.Kind?) -> Block.Item {
    var blocks: [Block] = []
    if let about = Markdown.prose(group.about) { blocks.append(.prose(about)) }
    if group.kind == .par, group.branches.allSatisfy({ $0.items.count == 1 }) {
      blocks.append(.list(items(of: group.branches.flatMap(\.items), in: .par)))
    } else if group.branches.count > 1 {
      let branches = group.branches.enumerated().map { index, branch in
        let inner = items(of: branch.items, in: group.kind)
        let title = italic(branch.condition) ?? (index == 0 ? "on one side" : "on another")
        return Block.Item(title, inner.isEmpty ? [] : [.list(inner)])
      }
      blocks.append(.list(branches))
    } else if let branch = group.branches.first, !branch.items.isEmpty {
      blocks.append(.list(items(of: branch.items, in: group.kind)))
    }
    return Block.Item(lead(of: group, in: parent), blocks)
  }

  private func lead(of group: GroupSpec, in parent: GroupSpec.Kind?) -> Phrase {
    let condition: Phrase = group.branches.first.flatMap { italic($0.condition) }.map { ": \($0)" } ?? .empty
    switch group.kind {
    case .alt:
      return group.decider(in: chain).map { "One of these happens; \(names.process($0)) decides:" }
        ?? "One of these happens:"
    case .par: return "At the same time:"
    case .opt: return "Only if\(condition)"
    case .loop: return "Again and again, or not at all\(condition)"
    case .break:
      let around = parent == nil ? "the chain" : parent == .loop ? "the loop" : "what is around it"
      return "This may happen, and ends \(around)\(condition)"
    }
  }

  private func italic(_ condition: String) -> Phrase? { condition.isEmpty ? nil : .emphasis(.text(condition)) }
}
