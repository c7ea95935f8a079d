import SpecModel
import ZMQWire

/// A message that a program sends by itself through a ROUTER behind a proxy needs an address for each ROUTER on its way;
/// generated clients name one.
struct ROUTERAddressesOnePeer: Rule {
  static let code = DiagnosticCode.notYet

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.answers == nil && step.hops.count > 1 {
        guard let router = step.hops.map(\.sender).first(where: { spec[$0].type == .router }) else { continue }
        found.append(
          error(
            at: step.range,
            "addressing through proxies comes with a later version of zmqspec: '\(spec[step.message].name)' needs the "
              + "routing id of each peer on its way, because \(spec.the(router)) sends it on",
            help: "send it to the proxy's process, whose program sends it on, or let the receiver ask first"))
      }
    }
    return found
  }
}
