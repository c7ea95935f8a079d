import SpecModel

/// The path of an ipc endpoint has at most 107 bytes.
///
/// That is what fits into the operating system's socket address. Source: man zmq_ipc; man unix(7); libzmq
/// answers ENAMETOOLONG (measured).
struct IPCPathFits: Rule {
  static let code: DiagnosticCode = "ZS0809"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].bind + spec[id].connect.filter({ $0.bound == nil }) where endpoint.transport == "ipc" {
        var fixed = -"ipc://".utf8.count
        for case .literal(let text) in endpoint.address.pieces { fixed += text.utf8.count }
        if fixed > 107 {
          found.append(
            error(
              at: endpoint.address.range,
              "the path of an ipc endpoint has at most 107 bytes, and this has \(fixed): libzmq answers ENAMETOOLONG",
              help: "write a shorter path, such as one under `/tmp` or `/run`"))
        }
      }
    }
    return found
  }
}
