import SpecModel
import ZMQWire

/// An option is set where it does something.
///
/// A warning. Source: man zmq_setsockopt; the runtime never blocks inside of libzmq.
struct OptionHasAnEffect: Rule {
  static let code: DiagnosticCode = "ZS1114"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.flatMap { id in
      spec[id].options.compactMap { option in
        reason(option, spec[id], in: spec).map { reason, help in
          warning(
            at: option.name.range, "`\(option.name)` has no effect on \(spec.socket(id)): \(reason)", help: help,
            notes: [spec.typeNote(id)])
        }
      }
    }
  }

  private static func reason(
    _ option: OptionSpec, _ socket: SocketSpec, in spec: ProtocolSpec
  ) -> (String, String)? {
    switch option.name.text {
    case "rcvtimeo", "sndtimeo":
      ("generated programs never block inside of libzmq", "write `within` on a reply, or give the call a deadline")
    case "rcvhwm" where !socket.type.canReceive:
      ("\(socket.type.withArticle) never receives", "write `sndhwm`, or remove it")
    case "sndhwm" where socket.type == .pull: ("a PULL never sends", "write `rcvhwm`, or remove it")
    case "reconnect_ivl_max":
      shorter(option, than: "reconnect_ivl", in: socket)
        ? ("it is shorter than `reconnect_ivl`, and libzmq then passes it over", "write a longer one, or remove it")
        : nil
    case "probe_router" where !socket.peers.isEmpty && !socket.peers.contains { spec[$0].type == .router }:
      ("no ROUTER is at the other side", "remove it: other sockets take the probe for a message, or throw it away")
    case "router_handover" where !socket.peers.isEmpty && socket.peers.allSatisfy { spec[$0].routingID == nil }:
      ("none of its peers sets a `routing_id`, and libzmq gives no id twice", "remove it")
    default: nil
    }
  }

  private static func shorter(_ option: OptionSpec, than name: String, in socket: SocketSpec) -> Bool {
    guard case .int(let value) = option.value,
      case .int(let other)? = socket.options.first(where: { $0.name.text == name })?.value
    else { return false }
    return value > 0 && value < other
  }
}
