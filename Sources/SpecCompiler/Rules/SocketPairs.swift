import SpecModel

/// Two sockets that face each other, and the place that says so first.
struct SocketPair {
  /// The two sockets' names, whichever way round.
  struct Key: Hashable {
    let first: SocketID
    let second: SocketID

    init(_ a: SocketID, _ b: SocketID) {
      let inOrder = (a.process.index, a.index) <= (b.process.index, b.index)
      first = inOrder ? a : b
      second = inOrder ? b : a
    }
  }

  /// The one that sends first, or that connects.
  var a: SocketID
  /// The other.
  var b: SocketID
  /// The first step between them, or the `connect` that joins them.
  var range: SourceRange

  /// The pair, whichever way round.
  var key: Key { Key(a, b) }
}

extension ProtocolSpec {
  /// Every pair of sockets that exchanges messages or that a `connect: Process.socket` joins, each once.
  var socketPairs: [SocketPair] {
    var seen: Set<SocketPair.Key> = []
    var pairs: [SocketPair] = []
    func add(_ pair: SocketPair) {
      if seen.insert(pair.key).inserted { pairs.append(pair) }
    }
    for chain in chains {
      for step in chain.steps {
        for hop in step.hops {
          for receiver in hop.receivers { add(SocketPair(a: hop.sender, b: receiver, range: step.range)) }
        }
      }
    }
    for id in socketIDs {
      for endpoint in self[id].connect {
        if let bound = endpoint.bound { add(SocketPair(a: id, b: bound, range: endpoint.address.range)) }
      }
    }
    return pairs
  }

  /// Whether libzmq lets the two sockets shake hands; STREAM has no peers in a protocol at all.
  func fit(_ a: SocketID, _ b: SocketID) -> Bool { self[a].type.peers.contains(self[b].type) }
}
