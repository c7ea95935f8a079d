import SpecModel
import ZMQWire

/// A ROUTER sends by routing id, so it must know the peer's before it can speak first.
///
/// It is known when the peer sets one, or when the peer has spoken earlier: in this chain, or first in
/// another one. Without it libzmq drops the message (or, with ZMQ_ROUTER_MANDATORY, says EHOSTUNREACH).
/// Source: RFC 28; man zmq_socket, ZMQ_ROUTER; measured.
struct ROUTERKnowsWhomItAddresses: Rule {
  static let code: DiagnosticCode = "ZS0301"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let introduced = introductions(in: spec)
    var reported: Set<SocketPair.Key> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec[step.sender].type == .router {
        for peer in step.receivers where spec.fit(step.sender, peer) && spec[peer].type != .router {
          let key = SocketPair.Key(step.sender, peer)
          guard spec[peer].routingID == nil, !introduced.contains(key), reported.insert(key).inserted else { continue }
          let process = spec[peer.process].name
          found.append(
            error(
              at: step.range,
              "\(spec.the(step.sender)) does not know '\(process)' yet: a ROUTER sends by routing id, "
                + "'\(process)' sets none and has not spoken before, so libzmq drops the message",
              help: "let '\(process)' speak first, or write `routing_id` on '\(process)'",
              notes: [
                Diagnostic.Note("\(spec.socket(peer)) gets its routing id from libzmq", at: spec[peer].name.range)
              ]))
        }
      }
    }
    return found
  }

  /// The pairs in which some chain lets the peer speak before the ROUTER does.
  private static func introductions(in spec: ProtocolSpec) -> Set<SocketPair.Key> {
    var introduced: Set<SocketPair.Key> = []
    for chain in spec.chains {
      var addressed: Set<SocketPair.Key> = []
      for step in chain.steps {
        for receiver in step.receivers {
          let key = SocketPair.Key(step.sender, receiver)
          if spec[step.sender].type == .router {
            addressed.insert(key)
          } else if spec[receiver].type == .router, !addressed.contains(key) {
            introduced.insert(key)
          }
        }
      }
    }
    return introduced
  }
}
