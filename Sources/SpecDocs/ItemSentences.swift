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
/// Blank lines part the levels, because Markdown takes a list that begins with another number than 1 for text
/// otherwise.
struct ItemSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec

  /// The whole chain.
  var text: String { text(of: chain.items, in: nil) }

  private func text(of items: [ChainItemSpec], in parent: GroupSpec.Kind?) -> String {
    let steps = StepSentences(spec: spec, names: names, chain: chain)
    var text = ""
    var wasStep: Bool?
    for item in items {
      let isStep = if case .step = item { true } else { false }
      let entry: String
      switch item {
      case .step(let index):
        guard chain.steps.indices.contains(index) else { continue }
        entry = "\(chain.steps[index].number). " + steps.text(of: index)
      case .note(let note): entry = "* " + Markdown.plain(note.text)
      case .pause(let span): entry = "* \(Markdown.plain(span.spaced)) pass."
      case .work(let work): entry = "* \(names.process(work.process)) works: \(Markdown.code(work.text))"
      case .group(let group): entry = self.text(of: group, in: parent)
      }
      if let wasStep { text += wasStep && isStep ? "\n" : "\n\n" }
      text += entry
      wasStep = isStep
    }
    return text
  }

  // MARK: Groups

  private func text(of group: GroupSpec, in parent: GroupSpec.Kind?) -> String {
    var parts = ["* " + lead(of: group, in: parent)]
    if let about = Markdown.prose(group.about) { parts.append("  " + indented(about, by: 2)) }
    if group.kind == .par, group.branches.allSatisfy({ $0.items.count == 1 }) {
      parts.append("  " + indented(text(of: group.branches.flatMap(\.items), in: .par), by: 2))
    } else if group.branches.count > 1 {
      for (index, branch) in group.branches.enumerated() {
        let inner = text(of: branch.items, in: group.kind)
        let title = italic(branch.condition) ?? (index == 0 ? "on one side" : "on another")
        parts.append("  * " + title + (inner.isEmpty ? "" : "\n\n    " + indented(inner, by: 4)))
      }
    } else if let branch = group.branches.first, !branch.items.isEmpty {
      parts.append("  " + indented(text(of: branch.items, in: group.kind), by: 2))
    }
    return parts.joined(separator: "\n\n")
  }

  private func lead(of group: GroupSpec, in parent: GroupSpec.Kind?) -> String {
    let condition = group.branches.first.flatMap { italic($0.condition) }.map { ": " + $0 } ?? ""
    switch group.kind {
    case .alt: return "One of these happens" + (decider(of: group).map { "; \(names.process($0)) decides:" } ?? ":")
    case .par: return "At the same time:"
    case .opt: return "Only if" + condition
    case .loop: return "Again and again, or not at all" + condition
    case .break:
      let around = parent == nil ? "the chain" : parent == .loop ? "the loop" : "what is around it"
      return "This may happen, and ends \(around)" + condition
    }
  }

  private func italic(_ condition: String) -> String? {
    condition.isEmpty ? nil : "*\(Markdown.plain(condition))*"
  }

  /// Who sends the first message of every branch; nil where no one process does.
  private func decider(of group: GroupSpec) -> ProcessID? {
    let first = group.branches.map { branch in
      branch.items.lazy.compactMap { if case .step(let step) = $0 { chain.steps[step].sender.process } else { nil } }
        .first
    }
    return Set(first).count == 1 ? first.first ?? nil : nil
  }

  /// Further lines stand under the first.
  private func indented(_ text: String, by columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 || line.isEmpty ? String(line) : String(repeating: " ", count: columns) + line
    }.joined(separator: "\n")
  }
}
