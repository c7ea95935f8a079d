import SpecModel

/// The nodes of an automaton in classes: what was united, and what then follows on the same message.
///
/// A node's messages are those of all nodes around it that silent edges join, in whichever direction: so one table for
/// each such region is enough, and regions are joined as their nodes are.
struct LookAlikes {
  /// For each node another one of its class, or itself.
  private var classes: [Int]
  private var regions: [Int]
  /// For each region, at the node that stands for it, where each message leads.
  private var targets: [[LocalAutomaton.Label: Int]]
  /// The nodes that stand in a class with others.
  private var united: Set<Int> = []

  init(_ automaton: LocalAutomaton, _ outline: ChainOutline) {
    classes = Array(automaton.edges.indices)
    regions = classes
    targets = Array(repeating: [:], count: classes.count)
    var open: [(Int, Int)] = []
    for (node, edges) in automaton.edges.enumerated() {
      for edge in edges {
        if edge.label.isSilent {
          joinRegions(node, edge.target, &open)
          continue
        }
        // The fields of a message that comes on both ways may tell them apart.
        if case .receive = edge.label, let step = edge.step, outline.carriesData(step) { continue }
        add(edge.label, edge.target, to: Self.root(of: node, in: &regions), &open)
      }
    }
    unite(&open)
  }

  /// Puts two nodes into one class.
  mutating func unite(_ a: Int, _ b: Int) {
    var open = [(a, b)]
    unite(&open)
  }

  /// The classes of more than one node.
  mutating func all() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for node in united { members[Self.root(of: node, in: &classes), default: []].append(node) }
    return Array(members.values)
  }

  private mutating func unite(_ open: inout [(Int, Int)]) {
    while let (a, b) = open.popLast() {
      let (one, other) = (Self.root(of: a, in: &classes), Self.root(of: b, in: &classes))
      if one == other { continue }
      classes[other] = one
      united.formUnion([a, b])
      joinRegions(a, b, &open)
    }
  }

  private mutating func joinRegions(_ a: Int, _ b: Int, _ open: inout [(Int, Int)]) {
    var (one, other) = (Self.root(of: a, in: &regions), Self.root(of: b, in: &regions))
    if one == other { return }
    // The smaller table goes into the larger one, so that each entry moves seldom.
    if targets[one].count < targets[other].count { swap(&one, &other) }
    regions[other] = one
    let moved = targets[other]
    targets[other] = [:]
    for (label, target) in moved { add(label, target, to: one, &open) }
  }

  private mutating func add(
    _ label: LocalAutomaton.Label, _ target: Int, to region: Int, _ open: inout [(Int, Int)]
  ) {
    if let known = targets[region][label] { open.append((known, target)) } else { targets[region][label] = target }
  }

  /// The node that stands for a node, with the way there made shorter.
  private static func root(of node: Int, in parents: inout [Int]) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }
}
