import SpecModel

/// A process that there are many of cannot bind one fixed endpoint.
///
/// A warning, because there may be one on each machine. Source: man zmq_bind, zmq_ipc; measured.
struct EveryInstanceBindsItsOwnEndpoint: Rule {
  static let code: DiagnosticCode = "ZS0805"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs where spec[id.process].count == .many {
      for endpoint in spec[id].bind {
        let parts = EndpointParts(endpoint)
        if EndpointParts.isOpen(endpoint.address.text) || parts.portIsChosenBySystem { continue }
        if parts.transport == "inproc" || (parts.transport == "ipc" && parts.address == "*") { continue }
        let process = spec[id.process].name
        let effect = parts.transport == "ipc" ? "takes it away from the first" : "is refused with EADDRINUSE"
        found.append(
          warning(
            at: endpoint.address.range,
            "every '\(process)' binds '\(endpoint.address.text)': on one machine the second \(effect)",
            help: "let '\(process)' connect and the other side bind, or write a parameter into the endpoint, such as "
              + "`\(example(parts))`",
            notes: [Diagnostic.Note("there are many '\(process)'", at: process.range)]))
      }
    }
    return found
  }

  private static func example(_ parts: EndpointParts) -> String {
    parts.transport == "tcp" ? "tcp://\(parts.host):{port}" : "\(parts.transport)://\(parts.address)-{name}"
  }
}
