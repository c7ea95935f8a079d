import SpecModel

/// What starts first, and what becomes of messages that are sent before the other side is there.
///
/// ```
/// **Start order.** `Broker`, then `Client` and `Worker`; any other order will do, too: who connects waits for who binds.
/// ```
struct StartOrder {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames

  /// A paragraph; nothing where nobody connects to anybody.
  var blocks: [Block] {
    let levels = levels
    guard levels.count > 1 else { return [] }
    let order = levels.map { Phrase.list($0.map(names.process)) }.joined(", then ")
    var text: Phrase = "\(Phrase.strong("Start order.")) \(order)"
    text = text + "; any other order will do, too: who connects waits for who binds."
    let publishers = sockets { spec[$0].type == .pub || spec[$0].type == .xpub }
    if !publishers.isEmpty {
      text =
        text + " What \(Phrase.list(publishers)) "
        + (publishers.count > 1 ? "publish" : "publishes") + " before a subscriber is there, it never sees."
    }
    let routers = sockets { spec[$0].type == .router }.filter { !publishers.contains($0) }
    if !routers.isEmpty {
      text =
        text + " What \(Phrase.list(routers)) " + (routers.count > 1 ? "send" : "sends")
        + " to a peer that is not there is dropped."
    }
    return [.paragraph(text)]
  }

  /// The sockets of some types that send anything.
  private func sockets(_ isMeant: (SocketID) -> Bool) -> [Phrase] {
    let senders = Set(spec.chains.lazy.flatMap(\.steps).flatMap(\.hops).map(\.sender))
    return spec.socketIDs.filter { senders.contains($0) && isMeant($0) }.map(names.socket)
  }

  /// The processes, each behind those to which it connects; those that connect to each other stand together.
  private var levels: [[ProcessID]] {
    var waiting = spec.processIDs.map { id in
      let bound = spec[id].sockets.flatMap(\.connect).compactMap(\.bound?.process).filter { $0 != id }
      return (id: id, needs: Set(bound))
    }
    var levels: [[ProcessID]] = []
    while !waiting.isEmpty {
      let left = Set(waiting.map(\.id))
      let ready = waiting.filter { $0.needs.isDisjoint(with: left) }
      let level = ready.isEmpty ? waiting : ready
      levels.append(level.map(\.id))
      let done = Set(level.map(\.id))
      waiting.removeAll { done.contains($0.id) }
    }
    return levels
  }
}
