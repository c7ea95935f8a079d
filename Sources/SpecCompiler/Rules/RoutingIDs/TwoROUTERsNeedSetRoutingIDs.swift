import SpecModel
import ZMQWire

/// Of two ROUTERs the one that is spoken to first has a routing id that is set.
///
/// The other's may be libzmq's own: it comes with that first message. So it is in RFC 10, where clients set none.
/// Source: zguide, chapter 3, "ROUTER to ROUTER"; libzmq `router.cpp`, `identify_peer`.
struct TwoROUTERsNeedSetRoutingIDs: Rule {
  static let code: DiagnosticCode = "ZS0302"

  private struct Direction: Hashable {
    var from: SocketID
    var to: SocketID
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let introduced = introductions(in: spec)
    var reported: Set<SocketID> = []
    var found: [Diagnostic] = []
    for (sender, peer, step) in spec.chains.lazy.flatMap({ messages(of: $0, in: spec) }) {
      guard spec[peer].routingID == nil, !introduced.contains(Direction(from: peer, to: sender)),
        reported.insert(peer).inserted
      else { continue }
      let process = spec[peer.process].name
      found.append(
        error(
          at: spec[peer].typeRange,
          "two ROUTERs need set routing ids: \(spec.the(sender)) cannot address '\(process)', whose id libzmq makes up "
            + "anew at every connection",
          help: "write `routing_id` on '\(process)', or let it speak first, to a peer that has one",
          notes: [Diagnostic.Note("the two ROUTERs face each other here", at: step.range)]))
    }
    return found
  }

  /// Which ROUTERs have spoken to which, before those spoke to them, in some chain.
  private static func introductions(in spec: ProtocolSpec) -> Set<Direction> {
    var introduced: Set<Direction> = []
    for chain in spec.chains {
      var addressed: Set<Direction> = []
      for (sender, peer, _) in messages(of: chain, in: spec) {
        if !addressed.contains(Direction(from: peer, to: sender)) {
          introduced.insert(Direction(from: sender, to: peer))
        }
        addressed.insert(Direction(from: sender, to: peer))
      }
    }
    return introduced
  }

  /// What goes from a ROUTER to a ROUTER, in the order of the steps.
  private static func messages(
    of chain: ChainSpec, in spec: ProtocolSpec
  ) -> [(sender: SocketID, peer: SocketID, step: StepSpec)] {
    chain.steps.flatMap { step in
      step.hops.filter { spec[$0.sender].type == .router }.flatMap { hop in
        hop.receivers.filter { spec[$0].type == .router }.map { (hop.sender, $0, step) }
      }
    }
  }
}
