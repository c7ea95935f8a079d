import SpecModel
import ZMQWire

/// A ROUTER sends by routing id, so it must know the peer's before it can speak first; across proxies, the id of every
/// socket behind a ROUTER.
///
/// It is known when the peer sets one, or when the peer has spoken earlier: in this chain, or first in
/// another one. Without it libzmq drops the message (or, with ZMQ_ROUTER_MANDATORY, says EHOSTUNREACH).
/// Source: RFC 28; man zmq_socket, ZMQ_ROUTER; measured.
struct ROUTERKnowsWhomItAddresses: Rule {
  static let code: DiagnosticCode = "ZS0301"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    let known = spec.acquaintances
    var reported: Set<Acquaintance> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        for acquaintance in step.addressed(in: spec) {
          let peer = acquaintance.peer
          // Between two ROUTERs, `TwoROUTERsNeedSetRoutingIDs` speaks.
          if spec[acquaintance.sender].type == .router, spec[peer].type == .router { continue }
          guard spec[peer].routingID == nil, !known.contains(acquaintance) else { continue }
          guard reported.insert(acquaintance).inserted else { continue }
          found.append(unknown(acquaintance, step, in: spec))
        }
      }
    }
    return found
  }

  private static func unknown(_ acquaintance: Acquaintance, _ step: StepSpec, in spec: ProtocolSpec) -> Diagnostic {
    let peer = acquaintance.peer
    let process = spec[peer.process].name
    let router = step.hops.first { $0.receivers.contains(peer) }?.sender ?? step.sender
    let knower =
      router == step.sender
      ? spec.the(router) : "'\(spec[step.sender.process].name)', which sends through \(spec.the(router)),"
    return error(
      at: step.range,
      "\(knower) does not know '\(process)' yet: a ROUTER sends by routing id, "
        + "'\(process)' sets none and has not spoken before, so libzmq drops the message",
      help: "let '\(process)' speak first, or write `routing_id` on '\(process)'",
      notes: [Diagnostic.Note("\(spec.socket(peer)) gets its routing id from libzmq", at: spec[peer].name.range)])
  }
}
