import SpecModel
import ZMQWire

/// On its way through proxies a message that is no answer passes all ROUTERs that send it before the first that
/// receives it.
///
/// A ROUTER that receives puts an id in front of all others, and the next ROUTER that sends takes the foremost for the
/// address, whatever ids the sender of the message has written. Only an answer goes this way: it takes off what its
/// request has put there. Source: RFC 28; man zmq_socket, ZMQ_ROUTER; libzmq `router.cpp`.
struct ROUTERFindsItsAddressInFront: Rule {
  static let code: DiagnosticCode = "ZS0308"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var reported: Set<[SocketID]> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.answers == nil && step.hops.count > 1 {
        guard
          let before = step.hops.firstIndex(where: { hop in hop.receivers.contains { spec[$0].type == .router } }),
          let behind = step.hops[(before + 1)...].first(where: { spec[$0.sender].type == .router }),
          let hider = step.hops[before].receivers.first(where: { spec[$0].type == .router }),
          reported.insert([hider, behind.sender]).inserted
        else { continue }
        let receiver = behind.receivers.first.map { spec[$0.process].name.text } ?? ""
        found.append(
          error(
            at: step.range,
            "'\(spec[step.message].name)' does not reach '\(receiver)': \(spec.the(behind.sender)) sends to whom the "
              + "first frame names, and that is the id which \(spec.the(hider)) has put in front",
            help: "make \(spec.socket(hider)) a DEALER, or let '\(spec[hider.process].name)' receive the message at a "
              + "socket of its own and send it on itself",
            notes: [spec.typeNote(hider), spec.typeNote(behind.sender)]))
      }
    }
    return found
  }
}
