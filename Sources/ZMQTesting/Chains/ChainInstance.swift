/// Which of two processes is tested in a chain in which processes of one type speak to each other.
///
/// Who is who is not written in a protocol file. In a test it is so: the first says to the other whatever answers
/// nothing; an answer goes back. What third parties say, they say to the first, unless they answer the other.
///
/// ```swift
/// try await Gossip.play(.asking, against: peer)                // asks, and another one answers
/// try await Gossip.play(.asking, against: peer, as: .other)    // is asked
/// ```
public enum ChainInstance: Sendable {
  /// The one that speaks to the other first.
  case first
  /// The one that is spoken to.
  case other
}

extension ChainScript {
  /// The chain with a name for each of two processes of one type: the one that is not tested is "another Peer", its
  /// routing id is `another_peer_id`.
  func toldApart(testing subject: String, as instance: ChainInstance) -> ChainScript {
    var script = self
    for process in several {
      let named: ChainInstance = process == subject ? instance : .first
      script.tellApart(process, named: named)
    }
    return script
  }

  private mutating func tellApart(_ process: String, named: ChainInstance) {
    func isOne(_ socket: String) -> Bool { socket.hasPrefix(process + ".") }
    func name(_ name: String, of instance: ChainInstance) -> String { instance == named ? name : "another \(name)" }
    var roles: [(speaker: ChainInstance, hearer: ChainInstance)] = []
    for (index, step) in steps.enumerated() {
      let speaks = step.hops.first.map { isOne($0.sender) } ?? false
      let role =
        if let request = step.request, request < roles.count {
          (speaker: roles[request].hearer, hearer: roles[request].speaker)
        } else {
          (speaker: ChainInstance.first, hearer: speaks ? ChainInstance.other : .first)
        }
      roles.append(role)
      // A proxy in between is somebody else: only the ends of a way can be one of the two.
      if speaks { steps[index].hops[0].sender = name(step.hops[0].sender, of: role.speaker) }
      guard let last = step.hops.indices.last else { continue }
      steps[index].hops[last].receivers = step.hops[last].receivers.map {
        isOne($0) ? name($0, of: role.hearer) : $0
      }
      if step.final == process {
        let hears = step.hops[last].receivers.contains(where: isOne)
        steps[index].final = name(process, of: hears ? role.hearer : role.speaker)
      }
    }
    for socket in sockets where isOne(socket.name) {
      var another = socket
      another.name = "another \(socket.name)"
      another.shownAs = "another_\(socket.shownAs)"
      sockets.append(another)
      signs[another.name] = signs[socket.name]
    }
  }
}
