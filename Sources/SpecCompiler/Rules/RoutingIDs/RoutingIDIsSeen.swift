import SpecModel
import ZMQWire

/// A routing id is set where some ROUTER sees it.
///
/// A warning: no other socket type shows or uses it. Source: man zmq_setsockopt, ZMQ_ROUTING_ID.
struct RoutingIDIsSeen: Rule {
  static let code: DiagnosticCode = "ZS0306"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.processIDs {
      let process = spec[id]
      let sockets = process.sockets.filter { !$0.peers.isEmpty }
      let seen = sockets.filter { $0.peers.contains { spec[$0].type == .router } }
      if let template = process.routingID, seen.isEmpty, !sockets.isEmpty {
        found.append(unseen(template, "'\(process.name)'", sockets, in: spec))
      }
      for socket in sockets where !seen.contains(where: { $0.name == socket.name }) {
        guard let template = socket.routingID, template.range != process.routingID?.range else { continue }
        found.append(unseen(template, "socket '\(socket.name)' of '\(process.name)'", [socket], in: spec))
      }
    }
    return found
  }

  private static func unseen(
    _ template: TemplateSpec, _ owner: String, _ sockets: [SocketSpec], in spec: ProtocolSpec
  ) -> Diagnostic {
    let peers = sockets.flatMap(\.peers).prefix(3)
    return warning(
      at: template.range, "nobody sees the routing id '\(template.text)': \(owner) faces no ROUTER",
      help: "remove it, or make the socket at the other side a ROUTER", notes: peers.map { spec.typeNote($0) })
  }
}
