import SpecModel

/// `*` means all interfaces, or a port of the system's choice: one can bind it and not connect to it.
///
/// Source: man zmq_tcp, zmq_ipc; measured.
struct WildcardsOnlyOnBind: Rule {
  static let code: DiagnosticCode = "ZS0806"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].connect where endpoint.bound == nil {
        let parts = EndpointParts(endpoint)
        guard parts.transport == "tcp" || parts.transport == "ipc" else { continue }
        let effect: String? =
          if parts.transport == "ipc" {
            parts.host == "*" ? "libzmq looks for a file of the name '*'" : nil
          } else if parts.host == "*" || parts.port == "*" {
            "libzmq answers EINVAL"
          } else {
            parts.port == "0" ? "port 0 is one that only the binding side learns" : nil
          }
        guard let effect else { continue }
        found.append(
          error(
            at: endpoint.address.range,
            "one cannot connect to '\(endpoint.address.text)', only bind it: \(effect)",
            help: "name the host and port that the other side binds, or write `connect: Process.socket`"))
      }
    }
    return found
  }
}
