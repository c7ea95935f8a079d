import SpecModel
import ZMQWire

/// A PAIR talks to exactly one other PAIR.
///
/// A third one connects, its sends succeed, and nobody ever hears it. Source: RFC 31; measured.
struct PAIRHasOnePeer: Rule {
  static let code: DiagnosticCode = "ZS0106"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var first: [SocketID: SocketPair] = [:]
    var found: [Diagnostic] = []
    for pair in spec.socketPairs where spec[pair.a].type == .pair && spec[pair.b].type == .pair {
      if let many = [pair.a, pair.b].first(where: { spec[$0.process].count == .many }) {
        let other = many == pair.a ? pair.b : pair.a
        found.append(
          error(
            at: pair.range,
            "a PAIR has one peer, and there are many '\(spec[many.process].name)': the second connects to "
              + "\(spec.socket(other)), its sends succeed, and nobody hears it",
            help: "remove `count: many`, or make the pair DEALER and ROUTER",
            notes: [
              Diagnostic.Note(
                "'\(spec[many.process].name)' is declared with `count: many` here", at: spec[many.process].name.range)
            ]))
        continue
      }
      for (socket, peer) in [(pair.a, pair.b), (pair.b, pair.a)] {
        guard let before = first[socket] else {
          first[socket] = pair
          continue
        }
        let known = before.a == socket ? before.b : before.a
        found.append(
          error(
            at: pair.range,
            "a PAIR has one peer, and \(spec.socket(socket)) has two: what '\(spec[peer.process].name)' sends is "
              + "accepted and never heard",
            help: "give '\(spec[socket.process].name)' a PAIR for each, or make the sockets DEALER and ROUTER",
            notes: [Diagnostic.Note("here it already faces \(spec.socket(known))", at: before.range)]))
      }
    }
    return found
  }
}
