import SpecModel
import ZMQWire

/// What is sent `every` so often goes to neighbours: to all peers of a socket, whom it has heard itself.
///
/// A message through a ROUTER behind a proxy needs the id of somebody whom the sender's socket has no connection to; the
/// runtime keeps no list of those. Source: man zmq_socket, ZMQ_ROUTER; man zmq_proxy.
struct PeriodicMessageNeedsNoRoute: Rule {
  static let code: DiagnosticCode = "ZS0309"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.hops.count > 1 {
        guard let every = step.every,
          let router = step.hops.dropFirst().first(where: { spec[$0.sender].type == .router })?.sender
        else { continue }
        found.append(
          error(
            at: every.range,
            "'\(spec[step.message].name)' cannot be sent by itself: \(spec.the(router)) sends it on by a routing id, "
              + "and nobody keeps a list of who is behind it",
            help: "let '\(spec[router.process].name)' send it, which is connected to them; or leave `every` out, and "
              + "send it to each peer that has spoken (`to: origin.route`)",
            notes: [spec.typeNote(router)]))
      }
    }
    return found
  }
}
