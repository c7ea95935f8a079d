import SpecModel
import ZMQWire

/// What is sent `every` so often goes to neighbours: to all peers of a socket, whom it has heard itself.
///
/// A message through a ROUTER behind a proxy needs the id of somebody whom the sender's socket has no connection to; the
/// runtime keeps no list of those. Source: man zmq_socket, ZMQ_ROUTER; man zmq_proxy.
struct PeriodicMessageNeedsNoRoute: Rule {
  static let code = DiagnosticCode.notYet

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.hops.count > 1 {
        guard let every = step.every,
          let router = step.hops.dropFirst().first(where: { spec[$0.sender].type == .router })?.sender
        else { continue }
        let process = spec[router.process].name
        found.append(
          error(
            at: every.range,
            "sending by itself through proxies comes with a later version of zmqspec: '\(spec[step.message].name)' needs "
              + "the routing id of each peer, because \(spec.the(router)) sends it on",
            help: "let '\(process)' send it: it is connected to them",
            notes: [spec.typeNote(router)]))
      }
    }
    return found
  }
}
