import SpecModel
import ZMQWire

/// A chain as family 7 looks at it: who decides which way it goes, and who waits with a clock.
struct ChainOutline {
  let spec: ProtocolSpec
  /// The place of the chain in `ProtocolSpec.chains`.
  let index: Int
  let chain: ChainSpec

  /// The first thing that happens in a branch.
  struct Opening {
    /// The steps with which the branch may begin: one, or several where it begins with a group.
    var steps: [Int] = []
    /// Whether time passes first.
    var isTimed = false
  }

  /// What a list of items may begin with.
  func opening(_ items: [ChainItemSpec]) -> Opening {
    var opening = Opening()
    for item in items {
      switch item {
      case .note, .work: continue
      case .pause: if opening.steps.isEmpty { opening.isTimed = true }
      case .step(let index):
        opening.steps.append(index)
        return opening
      case .group(let group):
        let inner = group.branches.map { self.opening($0.items) }
        opening.steps += inner.flatMap(\.steps)
        opening.isTimed = opening.isTimed || inner.contains { $0.isTimed }
        // What may be left out may be followed by something else; what it says first decides all the same.
        if !opening.steps.isEmpty { return opening }
      }
    }
    return opening
  }

  /// The step whose sender decides whether a branch is taken; nil where nothing is said in it.
  func decision(_ items: [ChainItemSpec]) -> Int? { opening(items).steps.first }

  /// Who sends a step.
  func sender(_ step: Int) -> ProcessID { chain.steps[step].sender.process }

  /// The socket at which a process receives a step; nil where it does not, or the step is lost.
  func socket(of process: ProcessID, receiving step: Int) -> SocketID? {
    let step = chain.steps[step]
    return step.isLost ? nil : step.receivers.first { $0.process == process }
  }

  /// Whether whoever waits for a step stops waiting after a while: it is a reply (a client's method has a deadline,
  /// 5 s where `within` says nothing else), or it says `within`, or the socket where it arrives says `silence`.
  func isTimed(_ step: Int, at receiver: SocketID) -> Bool {
    let step = chain.steps[step]
    return step.answers != nil || step.within != nil || spec[receiver].silence != nil
  }

  /// Whether the message carries fields, so that what it says may tell more than its name.
  func carriesData(_ step: Int) -> Bool { !spec[chain.steps[step].message].fields.isEmpty }

  /// Whether a process speaks to itself, or to another instance of itself: who is who is then not written.
  var hasSelfTalk: Bool {
    chain.steps.contains { step in step.receivers.contains { $0.process == step.sender.process } }
  }

  /// Whether there is a group anywhere.
  var hasGroups: Bool { chain.items.contains { if case .group = $0 { true } else { false } } }

  /// Every group, outer ones first, each with its way down: the items' places and the branches'.
  func groups() -> [(group: GroupSpec, path: [Int])] {
    var found: [(GroupSpec, [Int])] = []
    func visit(_ items: [ChainItemSpec], _ path: [Int]) {
      for (place, item) in items.enumerated() {
        guard case .group(let group) = item else { continue }
        found.append((group, path + [place]))
        for (branch, inner) in group.branches.enumerated() { visit(inner.items, path + [place, branch]) }
      }
    }
    visit(chain.items, [])
    return found
  }

  /// Whether a step stands in another branch of a `par` than what is at the end of a path: neither is behind the other.
  func isConcurrent(_ step: Int, with path: [Int]) -> Bool {
    var items = chain.items
    var rest = path[...]
    while let place = rest.popFirst(), let branch = rest.popFirst(), case .group(let group) = items[place] {
      if group.kind == .par {
        for (other, inner) in group.branches.enumerated() where other != branch {
          if contains(inner.items, step) { return true }
        }
      }
      items = group.branches[branch].items
    }
    return false
  }

  private func contains(_ items: [ChainItemSpec], _ step: Int) -> Bool {
    items.contains { item in
      switch item {
      case .step(let index): index == step
      case .group(let group): group.branches.contains { contains($0.items, step) }
      case .note, .pause, .work: false
      }
    }
  }

  // MARK: Words

  /// `'Client'`
  func name(_ process: ProcessID) -> String { "'\(spec[process].name)'" }

  /// `'ask'`
  func name(ofMessageIn step: Int) -> String { "'\(spec[chain.steps[step].message].name)'" }

  /// `Client <- Broker <- Worker`, the way of a reply.
  func way(ofReply step: Int) -> String {
    let step = chain.steps[step]
    let way = step.receivers.prefix(1).map(\.process) + step.hops.reversed().map(\.sender.process)
    return way.map { spec[$0].name.text }.joined(separator: " <- ")
  }

  /// A step as an event of a trace.
  func event(_ step: Int) -> ChainTrace.Event { chain.steps[step].isLost ? .lost(step) : .step(step) }

  /// How the chain goes once.
  func trace(_ events: [ChainTrace.Event], fatal: String) -> ChainTrace {
    ChainTrace(chain: index, events: events, fatal: fatal)
  }

  /// What happens in front of the item at the end of a path: of other alternatives the first, nothing that may be
  /// left out.
  func events(before path: [Int]) -> [ChainTrace.Event] {
    var events: [ChainTrace.Event] = []
    func all(_ items: ArraySlice<ChainItemSpec>) {
      for item in items {
        switch item {
        case .step(let index): events.append(event(index))
        case .group(let group):
          switch group.kind {
          case .alt: all(group.branches[0].items[...])
          case .par: for branch in group.branches { all(branch.items[...]) }
          case .opt, .loop, .break: break
          }
        case .note, .pause, .work: break
        }
      }
    }
    var items = chain.items
    var rest = path[...]
    while let place = rest.popFirst() {
      all(items[..<place])
      guard let branch = rest.popFirst(), case .group(let group) = items[place] else { break }
      items = group.branches[branch].items
    }
    return events
  }
}

extension ProtocolSpec {
  /// Its chains, as family 7 looks at them.
  var outlines: [ChainOutline] { chains.indices.map { ChainOutline(spec: self, index: $0, chain: chains[$0]) } }
}
