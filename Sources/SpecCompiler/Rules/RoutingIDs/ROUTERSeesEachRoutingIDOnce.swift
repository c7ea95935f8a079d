import SpecModel
import ZMQWire

/// No two peers of one ROUTER have the same routing id.
///
/// That also holds for two sockets of one process that connect to the same ROUTER and take the
/// process's id. Source: man zmq_setsockopt, ZMQ_ROUTER_HANDOVER; measured.
struct ROUTERSeesEachRoutingIDOnce: Rule {
  static let code: DiagnosticCode = "ZS0305"

  private struct Name: Hashable {
    var router: SocketID
    var text: String
    /// Placeholders have a value for each process.
    var process: ProcessID?
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var known: [Name: SocketID] = [:]
    var found: [Diagnostic] = []
    for pair in spec.socketPairs where spec.fit(pair.a, pair.b) {
      for (router, peer) in [(pair.a, pair.b), (pair.b, pair.a)] where spec[router].type == .router {
        guard let id = spec[peer].routingID else { continue }
        let name = Name(router: router, text: id.text, process: id.placeholders.isEmpty ? nil : peer.process)
        guard let first = known[name] else {
          known[name] = peer
          continue
        }
        let process = spec[peer.process].name
        found.append(
          error(
            at: id.range,
            "two peers of \(spec.the(router)) have the routing id '\(id.text)': it listens to one of them and never "
              + "hears the other",
            help: first.process == peer.process
              ? "write a `routing_id` on \(spec.socket(peer)) itself" : "give '\(process)' another `routing_id`",
            notes: [
              Diagnostic.Note("\(spec.socket(first)) is one", at: spec[first].name.range),
              Diagnostic.Note("\(spec.socket(peer)) is the other", at: spec[peer].name.range),
            ]))
      }
    }
    return found
  }
}
