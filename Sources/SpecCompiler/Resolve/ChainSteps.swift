import SpecModel

/// The steps of a chain that are resolved so far, and which of them can still be answered.
struct ChainSteps {
  /// The steps, whatever group they stand in.
  private(set) var steps: [StepSpec] = []
  /// Whether a step before was refused, so that what it asked cannot be known.
  var hasGaps = false
  /// The requests that are open here: each branch of a group begins with those that are open in front of it.
  var open = OpenRequests()
  /// For each loop around here, from the outermost, how many steps stand in front of it.
  var loops: [Int] = []
  /// How many steps stand in front of the branch around here.
  var branchStart = 0

  /// Adds a step: a request opens unless it is lost, a reply closes its request, an element of a stream leaves it open.
  mutating func append(_ step: StepSpec) {
    switch step.kind {
    case .send: if !step.isLost { open.insert(steps.count, step) }
    case .reply(let request): if !step.isStreamElement { open.remove(request, steps[request]) }
    }
    steps.append(step)
  }

  /// Whether a reply here is one element of a stream: its request stands outside of a loop around it.
  func isStreamElement(answering request: Int) -> Bool { loops.last.map { request < $0 } ?? false }

  /// The open request that a reply names, or nil: of several with the same message the first in the branch around
  /// here, or else the first of all.
  func request(
    _ message: MessageID, from asking: ResolvedEnd, to answering: ResolvedEnd, in spec: ProtocolSpec
  ) -> Int? {
    let all = candidates(from: asking, to: answering, limit: .max, in: spec).filter { steps[$0].message == message }
    return all.first { $0 >= branchStart } ?? all.first
  }

  /// The open requests that a reply can mean, in the order of asking. One that can be answered comes before one
  /// that its sockets leave without an answer.
  ///
  /// - Parameter limit: How many are looked for at most.
  func candidates(from asking: ResolvedEnd, to answering: ResolvedEnd, limit: Int, in spec: ProtocolSpec) -> [Int] {
    var answerable: [Int] = []
    var others: [Int] = []
    for index in open.between(asking.process, answering.process) {
      let step = steps[index]
      guard asking.matches(step.sender), let receiver = step.receivers.first(where: { answering.matches($0) }) else {
        continue
      }
      if spec[receiver].type.canSend, spec[step.sender].type.canReceive {
        answerable.append(index)
        if answerable.count == limit { break }
      } else {
        others.append(index)
      }
    }
    return answerable.isEmpty ? Array(others.prefix(limit)) : answerable
  }
}

/// Requests without a reply so far, by the two processes, each list in the order of the file.
struct OpenRequests: Hashable {
  private struct Pair: Hashable {
    var asking: ProcessID
    var answering: ProcessID
  }

  private var lists: [Pair: [Int]] = [:]

  /// The requests of one process to another, by their places in the chain.
  func between(_ asking: ProcessID, _ answering: ProcessID) -> [Int] {
    lists[Pair(asking: asking, answering: answering)] ?? []
  }

  mutating func insert(_ index: Int, _ step: StepSpec) {
    for pair in pairs(of: step) { lists[pair, default: []].append(index) }
  }

  mutating func remove(_ index: Int, _ step: StepSpec) {
    for pair in pairs(of: step) {
      // The oldest is answered first, most often.
      if lists[pair]?.first == index { lists[pair]?.removeFirst() } else { lists[pair]?.removeAll { $0 == index } }
    }
  }

  /// Adds what is open at the end of another way through a group: a request that was answered on one way only may
  /// still be answered behind the group.
  mutating func formUnion(_ other: OpenRequests) {
    for (pair, indices) in other.lists where lists[pair] != indices {
      lists[pair] = Set(lists[pair] ?? []).union(indices).sorted()
    }
  }

  /// Takes away what was open in front of some steps that happen in any case, and is not at their end.
  mutating func subtract(closedBetween before: OpenRequests, and after: OpenRequests) {
    for (pair, indices) in before.lists {
      let closed = Set(indices).subtracting(after.lists[pair] ?? [])
      if !closed.isEmpty { lists[pair]?.removeAll(where: closed.contains) }
    }
  }

  private func pairs(of step: StepSpec) -> Set<Pair> {
    Set(step.receivers.map { Pair(asking: step.sender.process, answering: $0.process) })
  }
}
