import SpecModel

/// Who talks to whom, each peer once, in the order of first meeting.
struct PeerTable {
  private var lists: [SocketID: [SocketID]] = [:]
  private var sets: [SocketID: Set<SocketID>] = [:]

  /// Puts two sockets at each other's other side.
  mutating func join(_ a: SocketID, _ b: SocketID) {
    add(b, to: a)
    add(a, to: b)
  }

  /// The peers of a socket.
  func of(_ id: SocketID) -> [SocketID] { lists[id] ?? [] }

  private mutating func add(_ peer: SocketID, to id: SocketID) {
    guard sets[id, default: []].insert(peer).inserted else { return }
    lists[id, default: []].append(peer)
  }
}
