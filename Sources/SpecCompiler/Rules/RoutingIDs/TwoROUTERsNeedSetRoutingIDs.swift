import SpecModel
import ZMQWire

/// Of two ROUTERs the one that is addressed first has set its routing id: nobody has told it to the other.
///
/// The one that speaks first need not set one: the other learns it from the message.
/// Source: zguide, chapter 3, "ROUTER to ROUTER"; RFC 10; libzmq `router.cpp`, `identify_peer`.
struct TwoROUTERsNeedSetRoutingIDs: Rule {
  static let code: DiagnosticCode = "ZS0302"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let known = spec.acquaintances
    var reported: Set<SocketID> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec[step.sender].type == .router {
        for acquaintance in step.addressed(in: spec) where spec[acquaintance.peer].type == .router {
          let peer = acquaintance.peer
          guard spec[peer].routingID == nil, !known.contains(acquaintance), reported.insert(peer).inserted else {
            continue
          }
          found.append(
            error(
              at: spec[peer].typeRange,
              "of two ROUTERs the one that is addressed first needs a set routing id: \(spec.the(step.sender)) cannot "
                + "know that of '\(spec[peer.process].name)', which libzmq makes up anew at every connection",
              help:
                "write `routing_id` on '\(spec[peer.process].name)', or let '\(spec[peer.process].name)' speak first",
              notes: [Diagnostic.Note("'\(spec[step.message].name)' is sent to it here", at: step.range)]))
        }
      }
    }
    return found
  }
}
