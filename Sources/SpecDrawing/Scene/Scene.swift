import SpecModel

/// What a diagram shows, before anything has a column: the one model from which every painter starts.
///
/// ```
/// participants   Client    Broker                   Worker
/// lifelines       [REQ]     [ROUTER]    [DEALER]     [REP]      only sockets that the chain uses
/// events          1a render: 0 → 1   hand-off: 1 → 2   1b render: 2 → 3   …
/// ```
struct Scene: Hashable {
  /// The processes that take part, in the order of declaration.
  var participants: [Participant] = []
  /// Their sockets, in the order of participants and within them of declaration.
  var lifelines: [Lifeline] = []
  /// What happens, in the order of time.
  var events: [SceneEvent] = []

  /// The scene of a chain.
  init(_ chain: ChainSpec, in spec: ProtocolSpec) {
    let shown = Scene.sockets(of: chain, in: spec)
    var places: [SocketID: Int] = [:]
    for process in Set(shown.map(\.process)).sorted(by: { $0.index < $1.index }) {
      let first = lifelines.count
      for index in spec[process].sockets.indices where shown.contains(SocketID(process, index)) {
        let id = SocketID(process, index)
        let socket = spec[id]
        places[id] = lifelines.count
        lifelines.append(
          Lifeline(
            socket: id, participant: participants.count, type: socket.type.rawValue, subscription: socket.subscription))
      }
      let isMany = spec[process].count == .many
      let name = Page.visible(spec[process].name.text) + (isMany ? " (n)" : "")
      participants.append(Participant(name: name, isMany: isMany, lifelines: first..<lifelines.count))
    }
    var telling = SceneTelling(chain: chain, spec: spec, places: places)
    telling.tell(chain.items)
    events = telling.events
  }

  /// The messages, hop by hop, in the order of time.
  var arrows: [Arrow] { events.compactMap { if case .message(let arrow) = $0 { arrow } else { nil } } }

  /// The sockets that a chain uses, and the first socket of a process that does nothing but work.
  private static func sockets(of chain: ChainSpec, in spec: ProtocolSpec) -> Set<SocketID> {
    var used: Set<SocketID> = []
    for hop in chain.steps.lazy.flatMap(\.hops) {
      used.insert(hop.sender)
      used.formUnion(hop.receivers)
    }
    let speaking = Set(used.map(\.process))
    for work in chain.items.works where !speaking.contains(work.process) && !spec[work.process].sockets.isEmpty {
      used.insert(SocketID(work.process, 0))
    }
    return used
  }
}

extension [ChainItemSpec] {
  /// All work in these items, in groups too.
  fileprivate var works: [WorkSpec] {
    flatMap { item -> [WorkSpec] in
      switch item {
      case .work(let work): [work]
      case .group(let group): group.branches.flatMap(\.items.works)
      case .step, .note, .pause: []
      }
    }
  }
}
