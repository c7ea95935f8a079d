import SpecModel

/// A chain as one process sees it: what it sends, receives and waits for, in which order.
///
/// ```
///   - Client -> Server: ask          (0) -send ask-> (1) -.foreign-> (2) -receive yes-> (4)
///   - alt …: Server -> Client: yes                    `---.foreign-> (3) -receive no--> (4) -send go-> (5)
///     else:  Server -> Client: no
///   - Client -> Server: go
/// ```
///
/// Branches of a `par` follow one another here: what is asked of the automaton is only what a process can tell
/// apart. Heartbeats (`every`) tell nothing and are left out.
struct LocalAutomaton {
  /// A message on its way from one socket to another; two steps that look alike are one.
  struct Deed: Hashable {
    var message: MessageID
    var from: SocketID
    var to: SocketID
  }

  /// What happens on an edge.
  enum Label: Hashable {
    /// The process sends: the number of the deed.
    case send(Int)
    /// The process receives.
    case receive(Int)
    /// Time passes, and the process sees that.
    case time
    /// The process decides something by itself, or nothing happens at all.
    case free
    /// Another process decides; this one does not see it.
    case foreign

    /// Whether the process cannot tell before from after.
    var isSilent: Bool { self == .free || self == .foreign }
  }

  /// A way from one node to another.
  struct Edge {
    var label: Label
    var target: Int
    /// The step behind it; nil where nothing is sent.
    var step: Int?
  }

  /// A group that another process decides: one node for each way it may go.
  struct ForeignChoice {
    var group: GroupSpec
    var path: [Int]
    /// The step whose sender decides.
    var decision: Int
    /// For each option its first node, and the branch; for leaving something out, nil.
    var options: [(node: Int, branch: Int?)]
  }

  /// The edges out of each node; where there are none, the process has nothing more to do.
  private(set) var edges: [[Edge]] = [[]]
  /// What others decide, in the order of the file.
  private(set) var choices: [ForeignChoice] = []

  private let outline: ChainOutline
  private let process: ProcessID
  /// A number for each deed, which is compared and looked up faster than the deed itself.
  private var deeds: [Deed: Int] = [:]
  /// The nodes behind the loops and `par`s around here, and else behind any group around here.
  private var exits: [(isStrong: Bool, node: Int)] = []

  /// The part of a process in a chain.
  init(_ process: ProcessID, in outline: ChainOutline) {
    self.outline = outline
    self.process = process
    let end = node()
    let last = build(outline.chain.items, from: 0, [], chainEnd: end)
    edges[last].append(Edge(label: .free, target: end, step: nil))
  }

  private mutating func node() -> Int {
    edges.append([])
    return edges.count - 1
  }

  private mutating func connect(_ a: Int, _ label: Label, _ b: Int, step: Int? = nil) {
    edges[a].append(Edge(label: label, target: b, step: step))
  }

  private mutating func build(_ items: [ChainItemSpec], from start: Int, _ path: [Int], chainEnd: Int) -> Int {
    var here = start
    for (place, item) in items.enumerated() {
      switch item {
      case .note, .work: continue
      case .pause:
        let next = node()
        connect(here, .time, next)
        here = next
      case .step(let index):
        guard let label = label(of: index) else { continue }
        let next = node()
        connect(here, label, next, step: index)
        here = next
      case .group(let group): here = build(group, from: here, path + [place], chainEnd: chainEnd)
      }
    }
    return here
  }

  private mutating func build(_ group: GroupSpec, from start: Int, _ path: [Int], chainEnd: Int) -> Int {
    if group.kind == .par {
      let after = node()
      exits.append((true, after))
      var here = start
      for (branch, inner) in group.branches.enumerated() {
        here = build(inner.items, from: here, path + [branch], chainEnd: chainEnd)
      }
      exits.removeLast()
      connect(here, .free, after)
      return after
    }
    let after = node()
    // A loop comes back to where it may be left.
    let head = group.kind == .loop ? node() : start
    if group.kind == .loop { connect(start, .free, head) }
    let leaving = group.kind == .break ? exit(chainEnd) : after
    if group.kind != .break { exits.append((group.kind == .loop, after)) }
    var options: [(node: Int, branch: Int?)] = []
    for (branch, inner) in group.branches.enumerated() {
      let entry = node()
      let label = label(ofTaking: inner.items)
      connect(head, label, entry)
      if label == .foreign { options.append((entry, branch)) }
      let end = build(inner.items, from: entry, path + [branch], chainEnd: chainEnd)
      connect(end, .free, group.kind == .loop ? head : leaving)
    }
    if group.kind != .break { exits.removeLast() }
    if group.kind != .alt {
      let skipped = node()
      connect(head, options.isEmpty ? .free : .foreign, skipped)
      connect(skipped, .free, after)
      if !options.isEmpty { options.append((skipped, nil)) }
    }
    if options.count > 1, let decision = group.branches.compactMap({ outline.decision($0.items) }).first {
      choices.append(ForeignChoice(group: group, path: path, decision: decision, options: options))
    }
    return after
  }

  /// Where a `break` goes: behind the loop or the `par` around it, or else behind the group, or else to the end.
  private func exit(_ chainEnd: Int) -> Int {
    exits.last { $0.isStrong }?.node ?? exits.last?.node ?? chainEnd
  }

  private func label(ofTaking items: [ChainItemSpec]) -> Label {
    let opening = outline.opening(items)
    if opening.isTimed { return .time }
    guard let decision = opening.steps.first else { return .free }
    return outline.sender(decision) == process ? .free : .foreign
  }

  private mutating func label(of index: Int) -> Label? {
    let step = outline.chain.steps[index]
    if step.every != nil { return nil }
    if step.sender.process == process {
      return .send(number(Deed(message: step.message, from: step.sender, to: step.receivers[0])))
    }
    guard let socket = outline.socket(of: process, receiving: index) else { return nil }
    return .receive(number(Deed(message: step.message, from: step.sender, to: socket)))
  }

  private mutating func number(_ deed: Deed) -> Int {
    let number = deeds[deed, default: deeds.count]
    deeds[deed] = number
    return number
  }
}
