import SpecModel
import ZMQWire

/// A ROUTER whose peers set routing ids hands an id over to the peer that comes last.
///
/// A warning: without it a peer that has crashed and comes back under its id is ignored, not only as long as its old
/// connection lives. Source: man zmq_setsockopt, ZMQ_ROUTER_HANDOVER; measured.
struct RestartedPeerIsHeard: Rule {
  static let code: DiagnosticCode = "ZS0307"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs where spec[id].type == .router {
      guard let option = spec[id].options.first(where: { $0.name.text == "router_handover" }), option.value == .int(0),
        let peer = spec[id].peers.first(where: { spec[$0].routingID != nil }), let template = spec[peer].routingID
      else { continue }
      let process = spec[peer.process].name
      found.append(
        warning(
          at: option.valueRange,
          "a '\(process)' that comes back after a crash is never heard: \(spec.the(id)) keeps its routing id for the "
            + "connection that is gone",
          help: "remove `router_handover`: the peer that comes last then has the id",
          notes: [Diagnostic.Note("'\(process)' sets its routing id here", at: template.range)]))
    }
    return found
  }
}
