import SpecModel

/// Tells what happens in a chain, event by event, and keeps in mind where each process stands.
///
/// A hand-off is drawn where a process sends on another socket than the one on which it last received:
///
/// ```
/// |---1 request--->|        |                |       received on the left socket of the broker,
/// |                |.......>|                |       so this is what it hands on
/// |                |        |---2 request--->|
/// |                |        |<--3 reply------|       received on the right one,
/// |                |<.......|                |       handed back
/// |<--4 reply------|        |                |
/// ```
///
/// Each branch of a group begins with what was received in front of the group; behind the group counts only what is
/// the same at the end of every way through it. What a pause or a clock (`every`) sends off is handed on by nobody.
struct SceneTelling {
  /// The chain.
  let chain: ChainSpec
  /// Its protocol.
  let spec: ProtocolSpec
  /// The lifeline of each socket.
  let places: [SocketID: Int]
  /// What happened so far.
  private(set) var events: [SceneEvent] = []
  /// The socket on which each process last received.
  private var received: [ProcessID: SocketID] = [:]

  /// A chain that is about to begin.
  init(chain: ChainSpec, spec: ProtocolSpec, places: [SocketID: Int]) {
    self.chain = chain
    self.spec = spec
    self.places = places
  }

  /// Tells what happens in some items, one after the other.
  mutating func tell(_ items: [ChainItemSpec]) {
    let sendsNext = nextSenders(behind: items)
    for (index, item) in items.enumerated() {
      switch item {
      case .step(let step): if chain.steps.indices.contains(step) { tell(chain.steps[step]) }
      case .group(let group): tell(group)
      case .note(let note): events.append(.note(Page.visible(note.text)))
      case .pause(let span):
        events.append(.pause(span.spaced))
        received = [:]
      case .work(let work): tell(work, sendsNext: sendsNext[index])
      }
    }
  }

  // MARK: Steps

  private mutating func tell(_ step: StepSpec) {
    let name = Page.visible(spec[step.message].name.text)
    for (index, hop) in step.hops.enumerated() {
      guard let sender = places[hop.sender] else { continue }
      if index > 0 || step.every == nil { handOff(to: hop.sender) }
      let isLast = index == step.hops.count - 1
      events.append(
        .message(
          Arrow(
            number: step.label(ofHop: index), name: name, sender: sender,
            receivers: Set(hop.receivers.compactMap { places[$0] }).sorted(), isLost: step.isLost && isLast,
            remark: index == 0 ? step.every.map { "every \($0.spaced)" } : nil)))
      if step.isLost && isLast { continue }
      for receiver in hop.receivers { received[receiver.process] = receiver }
    }
  }

  private mutating func handOff(to socket: SocketID, work: String? = nil) {
    guard let holder = received[socket.process], holder != socket, let from = places[holder], let to = places[socket]
    else { return }
    events.append(.handOff(from: from, to: to, work: work))
    // After work it stands where it carried the result.
    if work != nil { received[socket.process] = socket }
  }

  // MARK: Work

  private mutating func tell(_ work: WorkSpec, sendsNext: SocketID?) {
    let text = Page.visible(work.text)
    if let sendsNext, let holder = received[work.process], holder != sendsNext {
      return handOff(to: sendsNext, work: text)
    }
    let first = places.keys.filter { $0.process == work.process }.min { $0.index < $1.index }
    guard let socket = received[work.process] ?? sendsNext ?? first, let lifeline = places[socket] else { return }
    events.append(.work(lifeline: lifeline, text: text))
  }

  /// For each work among some items the socket on which its process sends next, if that is what it does next.
  private func nextSenders(behind items: [ChainItemSpec]) -> [Int: SocketID] {
    var senders: [Int: SocketID] = [:]
    var next: [ProcessID: SocketID] = [:]
    for (index, item) in items.enumerated().reversed() {
      switch item {
      case .work(let work): senders[index] = next.updateValue(nil, for: work.process)
      case .group: next = [:]
      case .note, .pause: break
      case .step(let step):
        guard chain.steps.indices.contains(step) else { continue }
        for hop in chain.steps[step].hops.reversed() {
          for receiver in hop.receivers { next[receiver.process] = nil }
          next[hop.sender.process] = hop.sender
        }
      }
    }
    return senders
  }

  // MARK: Groups

  private mutating func tell(_ group: GroupSpec) {
    let before = received
    var ends: [[ProcessID: SocketID]] = []
    for (index, branch) in group.branches.enumerated() {
      let condition = branch.condition.isEmpty ? "" : ": " + Page.visible(branch.condition)
      if index == 0 {
        events.append(.opening(group.kind.rawValue + condition))
      } else {
        events.append(.separator((group.kind == .par ? "and" : "else") + condition))
      }
      received = before
      tell(branch.items)
      ends.append(received)
    }
    events.append(.closing)
    switch group.kind {
    case .alt, .par: break
    case .opt, .loop: ends.append(before)
    // Behind it goes on what did not break off.
    case .break: ends = [before]
    }
    received = ends.first ?? before
    for end in ends.dropFirst() { received = received.filter { end[$0.key] == $0.value } }
  }
}

extension [ProcessID: SocketID] {
  /// Sets a value, or removes it, and gives back what stood there.
  fileprivate mutating func updateValue(_ value: SocketID?, for process: ProcessID) -> SocketID? {
    let old = self[process]
    self[process] = value
    return old
  }
}
