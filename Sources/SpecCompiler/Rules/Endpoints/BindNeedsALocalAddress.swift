import SpecModel

/// `tcp://localhost:…` can be connected to and not bound: libzmq resolves no names there, only addresses
/// and network interfaces.
///
/// Source: man zmq_tcp, "Assigning a local address to a socket"; libzmq answers ENODEV.
struct BindNeedsALocalAddress: Rule {
  static let code: DiagnosticCode = "ZS0811"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].bind {
        let parts = EndpointParts(endpoint)
        guard parts.transport == "tcp", parts.host.lowercased() == "localhost" else { continue }
        let port = parts.port ?? "*"
        found.append(
          error(
            at: endpoint.address.range,
            "one cannot bind 'localhost': libzmq looks for a network interface of that name and answers ENODEV",
            help: "write `tcp://127.0.0.1:\(port)`, or `tcp://*:\(port)` for all interfaces",
            fix: [Edit(endpoint.address.range, "\"tcp://127.0.0.1:\(port)\"")]))
      }
    }
    return found
  }
}
