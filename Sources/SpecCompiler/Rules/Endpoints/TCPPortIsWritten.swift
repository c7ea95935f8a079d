import SpecModel

/// A tcp endpoint ends with a port from 1 to 65535; `*` only where it is bound.
///
/// Source: man zmq_tcp. libzmq answers EINVAL where the port is missing or a word, and takes the last 16 bits
/// of a larger number (measured: 70000 binds 4464).
struct TCPPortIsWritten: Rule {
  static let code: DiagnosticCode = "ZS0808"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].bind + spec[id].connect.filter({ $0.bound == nil }) {
        let parts = EndpointParts(endpoint)
        guard parts.transport == "tcp", !parts.address.isEmpty else { continue }
        let range = endpoint.address.range
        guard let port = parts.port, !port.isEmpty else {
          if EndpointParts.isOpen(parts.address) { continue }
          found.append(
            error(
              at: range, "'\(endpoint.address.text)' has no port: libzmq answers EINVAL",
              help: "write `tcp://\(parts.host):5555`, or any other port from 1 to 65535"))
          continue
        }
        if EndpointParts.isOpen(port) || parts.portIsChosenBySystem { continue }
        if let number = parts.portNumber, (1...65535).contains(number) { continue }
        let effect = parts.portNumber.map { "takes port \(UInt16(truncatingIfNeeded: $0)) instead" } ?? "answers EINVAL"
        found.append(
          error(
            at: range, "'\(port)' is no port: libzmq \(effect)",
            help: "write a number from 1 to 65535, a parameter such as `{port}`, or `*` on a bind"))
      }
    }
    return found
  }
}
