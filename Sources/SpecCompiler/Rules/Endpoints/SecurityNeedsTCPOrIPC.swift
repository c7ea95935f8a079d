import SpecModel

/// `plain` and `curve` protect tcp and ipc; inproc has no handshake.
///
/// Everybody in the program may connect to an inproc endpoint, whatever the socket says. Source: man zmq_plain, zmq_curve;
/// libzmq `ctx.cpp`, `connect_inproc_sockets`: no mechanism takes part.
struct SecurityNeedsTCPOrIPC: Rule {
  static let code: DiagnosticCode = "ZS0813"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs where spec[id].security != .none {
      let endpoints = spec[id].bind + spec[id].connect.filter { $0.bound == nil }
      guard let endpoint = endpoints.first(where: { $0.transport == "inproc" }) else { continue }
      found.append(
        error(
          at: endpoint.address.range,
          "inproc knows no security: whoever connects to '\(endpoint.address.text)' is let in, and "
            + "`\(spec[id].security.rawValue)` is never asked for",
          help: "bind `tcp://` or `ipc://`, or remove `security` from \(spec.socket(id))",
          notes: [
            Diagnostic.Note(
              "\(spec.socket(id)) has the security `\(spec[id].security.rawValue)`",
              at: spec[id].securityRange ?? spec[id].name.range)
          ]))
    }
    return found
  }
}
