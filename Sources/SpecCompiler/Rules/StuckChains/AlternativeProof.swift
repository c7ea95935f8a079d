import SpecModel

/// That a process can know all it needs in a chain, proved for all of the chain's choices at once and in one pass.
///
/// Places that look alike to the process are put into one class: the ways of a choice, and then, as long as there are
/// any, the places behind the same message from places of one class. That puts together more than can be mistaken for
/// each other (what looks like one thing in one choice and like another in the next joins both), so that a class without
/// a conflict proves something, and a class with one proves nothing. It needs as many steps as the chain has, where
/// `AlternativeSearch`, which looks at each pair, needs their square for each choice.
///
/// ```
///   - opt: [ A -> B: ask, A <- B: yes ]     { inside, past }  -ask->  { behind the first, behind the second, … }
///   - opt: [ A -> B: ask, A <- B: yes ]     receive only             each sends yes: whichever it was
///   - …
/// ```
struct AlternativeProof {
  /// What a process may do at a node, as far as that tells whether it can know what to do. Of the messages that it may
  /// send a few are enough: a set that is short of some proves less, and nothing wrong.
  private struct Facts: Hashable {
    /// What it may send first.
    var sends: [Int] = []
    /// What it may send behind what it receives until then.
    var reachable: [Int] = []
    var receives = false
    /// Whether it may wait without a clock.
    var waits = false
    var mayEnd = false

    static let enough = 4

    var mustSend: Bool { !sends.isEmpty && !receives && !mayEnd }

    /// Adds what holds behind an edge.
    mutating func add(_ facts: Facts, silently: Bool) {
      Self.add(facts.reachable, to: &reachable)
      guard silently else { return }
      Self.add(facts.sends, to: &sends)
      receives = receives || facts.receives
      waits = waits || facts.waits
      mayEnd = mayEnd || facts.mayEnd
    }

    static func add(_ labels: [Int], to own: inout [Int]) {
      for label in labels where own.count < enough && !own.contains(label) { own.append(label) }
    }
  }

  /// Whether the process can know all it needs. Where not, it may do so all the same.
  let holds: Bool

  init(
    _ automaton: LocalAutomaton, _ choices: [LocalAutomaton.ForeignChoice], _ outline: ChainOutline,
    isTimed: (LocalAutomaton.Edge) -> Bool
  ) {
    if choices.isEmpty {
      holds = true
      return
    }
    let facts = Self.facts(automaton, isTimed)
    var classes = LookAlikes(automaton, outline)
    for choice in choices {
      for option in choice.options.dropFirst() { classes.unite(choice.options[0].node, option.node) }
    }
    let hasLoop = choices.contains { $0.group.kind == .loop }
    holds = classes.all().allSatisfy { nodes in
      let kinds = Set(nodes.map { facts[$0] })
      // So many do not come from one and the same situation, and their pairs would be too many.
      if kinds.count > 64 { return false }
      return kinds.allSatisfy { one in
        !one.mustSend || kinds.allSatisfy { Self.isKnown(one, from: $0, hasLoop: hasLoop) }
      }
    }
  }

  /// Whether a process that has to send may take what it sees for something else without harm.
  private static func isKnown(_ one: Facts, from other: Facts, hasLoop: Bool) -> Bool {
    if other.sends.isEmpty, other.receives {
      if !other.waits { return !other.mayEnd || one.sends.contains(where: other.reachable.contains) }
      if hasLoop { return false }
    }
    return one.sends.contains(where: other.reachable.contains)
  }

  /// What holds at each node, from the ends back to the beginning until nothing more is found.
  private static func facts(_ automaton: LocalAutomaton, _ isTimed: (LocalAutomaton.Edge) -> Bool) -> [Facts] {
    var facts = Array(repeating: Facts(), count: automaton.edges.count)
    var before: [[(node: Int, isSilent: Bool)]] = Array(repeating: [], count: automaton.edges.count)
    for (node, edges) in automaton.edges.enumerated() {
      if edges.isEmpty { facts[node].mayEnd = true }
      for edge in edges {
        switch edge.label {
        case .send(let deed):
          Facts.add([deed], to: &facts[node].sends)
          Facts.add([deed], to: &facts[node].reachable)
          continue
        case .receive, .time:
          facts[node].receives = true
          if !isTimed(edge) { facts[node].waits = true }
        case .free, .foreign: break
        }
        before[edge.target].append((node, edge.label.isSilent))
      }
    }
    var open = Array(facts.indices)
    while let node = open.popLast() {
      for (earlier, isSilent) in before[node] {
        let known = facts[earlier]
        facts[earlier].add(facts[node], silently: isSilent)
        if facts[earlier] != known { open.append(earlier) }
      }
    }
    return facts
  }
}
