import SpecModel

/// An endpoint begins with a transport that every libzmq has: `tcp://`, `ipc://` or `inproc://`.
///
/// Source: man zmq_connect, EPROTONOSUPPORT and EINVAL.
struct TransportIsKnown: Rule {
  static let code: DiagnosticCode = "ZS0807"

  /// Transports that libzmq knows and this tool leaves alone, with what they need.
  private static let others = [
    "udp": "it carries draft sockets only", "ws": "it is a draft", "wss": "it is a draft",
    "pgm": "few builds of libzmq have it", "epgm": "few builds of libzmq have it",
    "norm": "few builds of libzmq have it", "tipc": "only Linux has it",
    "vmci": "only virtual machines of VMware have it",
  ]

  private static let examples = [
    "tcp": "a host and a port, such as `tcp://127.0.0.1:5555`",
    "ipc": "a path, such as `ipc:///tmp/name`, or on Linux `ipc://@name`, which leaves no file",
    "inproc": "a name, such as `inproc://name`",
  ]

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].bind + spec[id].connect.filter({ $0.bound == nil }) {
        let transport = String(endpoint.transport)
        let text = endpoint.address.text
        if ["tcp", "ipc", "inproc"].contains(transport) || EndpointParts.isOpen(transport) {
          if EndpointParts(endpoint).address.isEmpty {
            found.append(
              error(
                at: endpoint.address.range, "nothing stands behind '\(text)': libzmq answers EINVAL",
                help: "write \(examples[transport] ?? "an address")"))
          }
          continue
        }
        if transport.isEmpty {
          // A parameter may be the whole endpoint.
          if EndpointParts.isOpen(text) { continue }
          found.append(
            error(
              at: endpoint.address.range, "'\(text)' is no endpoint: libzmq answers EINVAL without a transport",
              help: "write `tcp://\(text)`, or `ipc://` with a path, or `inproc://` with a name"))
        } else {
          if let first = text.unicodeScalars.first, "“”„‘’".unicodeScalars.contains(first) {
            found.append(
              error(
                at: endpoint.address.range, "'\(text)' begins with `\(first)`, which is no quote to YAML",
                help: "write the quotes as `\"`, which an editor for prose may have changed"))
            continue
          }
          let reason = others[transport].map { ": \($0)" } ?? ": libzmq answers EPROTONOSUPPORT"
          found.append(
            error(
              at: endpoint.address.range, "the transport '\(transport)' cannot be used\(reason)",
              help: "use `tcp://`, `ipc://` or `inproc://`"))
        }
      }
    }
    return found
  }
}
