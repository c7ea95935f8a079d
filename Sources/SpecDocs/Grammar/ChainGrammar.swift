import SpecModel

/// The rule of a chain: each message on a line of its own with who says it, groups as ABNF has them.
///
/// ```
/// presence = *( heartbeat    ; Broker to Worker
///            / heartbeat )   ; Worker to Broker
///            [ disconnect ]  ; Broker to Worker
/// ```
struct ChainGrammar {
  /// The protocol.
  let spec: ProtocolSpec
  /// The rules of its messages.
  let messages: [String]

  /// A piece of a chain's rule: a message with who says it, or what stands round messages.
  private enum Element: Hashable {
    case message(String, speakers: String)
    case opening(String)
    case slash
    case closing(String)
  }

  private func elements(of items: [ChainItemSpec], in chain: ChainSpec) -> [Element] {
    items.flatMap { item -> [Element] in
      switch item {
      case .step(let index):
        guard chain.steps.indices.contains(index) else { return [] }
        let step = chain.steps[index]
        return [.message(messages[step.message.index], speakers: speakers(of: step))]
      case .group(let group): return elements(of: group, in: chain)
      case .note, .pause, .work: return []
      }
    }
  }

  /// `Client to Broker`
  private func speakers(of step: StepSpec) -> String {
    var receivers: [String] = []
    for receiver in step.receivers.map({ spec[$0.process].name.text }) where !receivers.contains(receiver) {
      receivers.append(receiver)
    }
    return "\(spec[step.sender.process].name.text) to \(receivers.joined(separator: ", "))"
      + (step.isLost ? ", lost" : "")
  }

  private func elements(of group: GroupSpec, in chain: ChainSpec) -> [Element] {
    var branches = group.branches.map { elements(of: $0.items, in: chain) }.filter { !$0.isEmpty }
    if branches.isEmpty { return [] }
    var (opening, closing) = ("(", ")")
    switch group.kind {
    // Where a branch says nothing, the whole may be missing.
    case .alt: if branches.count < group.branches.count { (opening, closing) = ("[", "]") }
    case .opt, .break: (opening, closing) = ("[", "]")
    case .loop: opening = "*("
    // At the same time, so in any order.
    case .par:
      var seen: Set<[Element]> = []
      branches = branches.filter { seen.insert($0).inserted }
      opening = "*("
    }
    return [.opening(opening)] + branches.joined(separator: [.slash]) + [.closing(closing)]
  }

  /// A chain's rule: each message on a line with who says it. What goes on is indented, which is how ABNF tells.
  func rule(_ lead: String, of chain: ChainSpec) -> String {
    var lines: [(text: String, comment: String)] = []
    let indent = String(repeating: " ", count: min(lead.count, 16))
    var text = lead
    for element in elements(of: chain.items, in: chain) {
      switch element {
      case .opening(let sign): text += " " + sign
      case .slash: text += " /"
      case .message(let name, let speakers):
        lines.append((text + " " + name, speakers))
        text = indent
      case .closing(let sign): if !lines.isEmpty { lines[lines.count - 1].text += " " + sign }
      }
    }
    let width = lines.map(\.text.count).max() ?? 0
    return lines.map { line in
      line.text + String(repeating: " ", count: width - line.text.count) + "  ; " + Grammar.comment(line.comment)
    }.joined(separator: "\n")
  }
}
