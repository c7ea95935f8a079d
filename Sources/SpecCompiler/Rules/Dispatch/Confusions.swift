import SpecModel

/// Two messages that one socket may take for one another.
struct Confusion {
  var socket: SocketID
  var first: Reception
  var second: Reception
  /// How they are told apart, if not with certainty.
  var distinction: Distinction
}

extension ProtocolSpec {
  /// Every pair of messages, at least one of them with a layout of the file's own, that one socket does not tell apart with
  /// certainty; of each message the first only.
  ///
  /// Messages that begin with different bytes are never compared: with ten thousand types on a socket there are fifty
  /// million pairs.
  func confusions() -> [Confusion] {
    var shapes: [MessageID: MessageShape] = [:]
    var found: [Confusion] = []
    let receptions = receptions()
    for socket in socketIDs {
      guard let all = receptions[socket], all.contains(where: { self[$0.message].layout.declared != nil }) else {
        continue
      }
      for reception in all where shapes[reception.message] == nil {
        shapes[reception.message] = MessageShape(of: self[reception.message], in: self)
      }
      var reported: Set<MessageID> = []
      for (first, second) in Confusion.candidates(all, shapes) {
        guard let a = shapes[first.message], let b = shapes[second.message], !reported.contains(second.message),
          self[first.message].layout.declared != nil || self[second.message].layout.declared != nil,
          !Confusion.isKnownByRequest(first, second)
        else { continue }
        let distinction = Distinction(a, b)
        if case .certain = distinction { continue }
        reported.insert(second.message)
        found.append(Confusion(socket: socket, first: first, second: second, distinction: distinction))
      }
    }
    return found
  }
}

extension Confusion {
  /// Whether both come only as replies, and never to the same request.
  fileprivate static func isKnownByRequest(_ a: Reception, _ b: Reception) -> Bool {
    !a.isSpoken && !b.isSpoken && a.requests.isDisjoint(with: b.requests)
  }

  /// The pairs of which the one begins with all the bytes with which the other always does, in the order of the file.
  fileprivate static func candidates(
    _ all: [Reception], _ shapes: [MessageID: MessageShape]
  ) -> [(Reception, Reception)] {
    let prefixes = all.map { shapes[$0.message]?.prefix ?? [] }
    let order = all.indices.sorted {
      prefixes[$0] == prefixes[$1] ? $0 < $1 : prefixes[$0].lexicographicallyPrecedes(prefixes[$1])
    }
    var pairs: [(Int, Int)] = []
    // Those whose prefixes the one at hand may begin with.
    var open: [Int] = []
    for index in order {
      while let last = open.last, !prefixes[index].starts(with: prefixes[last]) { open.removeLast() }
      pairs += open.suffix(limit).map { (min($0, index), max($0, index)) }
      open.append(index)
    }
    return pairs.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { (all[$0.0], all[$0.1]) }
  }

  /// With how many messages that may look alike each is compared; nobody declares so many by intent.
  private static var limit: Int { 256 }
}
