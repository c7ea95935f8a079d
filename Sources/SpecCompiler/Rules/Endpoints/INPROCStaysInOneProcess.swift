import SpecModel

/// inproc joins sockets of one ZeroMQ context, so of one running program.
///
/// A warning, because a program may run several processes of a protocol in one context.
/// Source: man zmq_inproc.
struct INPROCStaysInOneProcess: Rule {
  static let code: DiagnosticCode = "ZS0810"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var reported: Set<SourceRange> = []
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      let socket = spec[id]
      guard let stranger = socket.peers.first(where: { $0.process != id.process }) else { continue }
      for endpoint in socket.bind + socket.connect where endpoint.bound == nil && endpoint.transport == "inproc" {
        // There libzmq itself asks, in the same program.
        if endpoint.isZAP { continue }
        guard reported.insert(endpoint.address.range).inserted else { continue }
        let (here, there) = (spec[id.process].name, spec[stranger.process].name)
        found.append(
          warning(
            at: endpoint.address.range,
            "inproc joins '\(here)' and '\(there)' only inside one program: elsewhere libzmq connects to nothing, "
              + "without a word",
            help: "use `tcp://` or `ipc://`, unless one program runs both with the same transport",
            notes: [Diagnostic.Note("\(spec.socket(stranger)) is the other end", at: spec[stranger].name.range)]))
      }
    }
    return found
  }
}
