/// The peers of a ROUTER that have spoken, and when: whom signs of life go to, and who has fallen silent.
///
/// Of other sockets, whose peers ZeroMQ does not tell apart, the one entry stands for all of them.
struct PeerTable {
  /// A peer that has spoken.
  struct Peer {
    /// Its routing id; nil for the one entry of a socket whose peers cannot be told apart.
    let id: [UInt8]?
    let firstSeen: ContinuousClock.Instant
    fileprivate(set) var lastSeen: ContinuousClock.Instant
  }

  /// With more peers than this, the one that is new is not remembered: a peer can make up any number of ids.
  static let capacity = 100_000

  private var known: [[UInt8]: Peer] = [:]

  /// The peers that have spoken and have not been forgotten.
  var all: some Collection<Peer> { known.values }

  /// Notes that a peer has spoken, or that one is expected to.
  mutating func note(_ id: [UInt8]?, at time: ContinuousClock.Instant) {
    let key = id ?? []
    if known[key]?.note(at: time) != nil { return }
    guard known.count < Self.capacity else { return }
    known[key] = Peer(id: id, firstSeen: time, lastSeen: time)
  }

  mutating func forget(_ id: [UInt8]?) { known[id ?? []] = nil }

  /// Forgets the peers that have said nothing since `time`, and gives them.
  mutating func takeSilent(since time: ContinuousClock.Instant) -> [Peer] {
    let silent = known.values.filter { $0.lastSeen <= time }
    for peer in silent { forget(peer.id) }
    return silent
  }

  /// When the peer that has been silent for the longest time has last spoken.
  var oldest: ContinuousClock.Instant? { known.values.map(\.lastSeen).min() }
}

extension PeerTable.Peer {
  fileprivate mutating func note(at time: ContinuousClock.Instant) { lastSeen = time }
}
