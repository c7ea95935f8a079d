import SpecModel
import ZMQWire

/// Between two ROUTERs neither can speak first to a peer whose routing id libzmq made up.
///
/// Source: zguide, chapter 3, "ROUTER to ROUTER"; libzmq `router.cpp`, `identify_peer`.
struct TwoROUTERsNeedSetRoutingIDs: Rule {
  static let code: DiagnosticCode = "ZS0302"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var reported: Set<SocketID> = []
    var found: [Diagnostic] = []
    for pair in spec.socketPairs where spec[pair.a].type == .router && spec[pair.b].type == .router {
      for (socket, peer) in [(pair.a, pair.b), (pair.b, pair.a)] where spec[socket].routingID == nil {
        guard reported.insert(socket).inserted else { continue }
        found.append(
          error(
            at: spec[socket].typeRange,
            "two ROUTERs need set routing ids: \(spec.the(peer)) cannot address '\(spec[socket.process].name)', whose "
              + "id libzmq makes up anew at every connection",
            help: "write `routing_id` on '\(spec[socket.process].name)'",
            notes: [Diagnostic.Note("the two ROUTERs face each other here", at: pair.range)]))
      }
    }
    return found
  }
}
