import SpecModel

/// What a diagram shows, before anything has a column: the one model from which every painter starts.
///
/// ```
/// participants   Client    Broker                   Worker
/// lifelines       [REQ]     [ROUTER]    [DEALER]     [REP]      only sockets that the chain uses
/// events          1 render: 0 → 1   …
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
    let used = Set(chain.steps.flatMap { [$0.sender] + $0.receivers })
    var places: [SocketID: Int] = [:]
    for process in Set(used.map(\.process)).sorted(by: { $0.index < $1.index }) {
      let first = lifelines.count
      for index in spec[process].sockets.indices where used.contains(SocketID(process, index)) {
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
    for step in chain.steps {
      guard let sender = places[step.sender] else { continue }
      let receivers = Set(step.receivers.compactMap { places[$0] }).sorted()
      let name = Page.visible(spec[step.message].name.text)
      events.append(.message(Arrow(number: "\(step.number)", name: name, sender: sender, receivers: receivers)))
    }
  }

  /// The messages, in the order of time.
  var arrows: [Arrow] {
    events.map { event in
      switch event {
      case .message(let arrow): arrow
      }
    }
  }
}
