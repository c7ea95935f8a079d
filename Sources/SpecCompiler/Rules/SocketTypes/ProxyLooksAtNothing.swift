import SpecModel

/// What a socket's program would do has no place on a socket between which a proxy passes everything on.
///
/// A warning: the keys have no effect. `zmq_proxy` neither decodes a message nor knows who has sent it.
struct ProxyLooksAtNothing: Rule {
  static let code: DiagnosticCode = "ZS0111"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes {
      for proxy in process.proxies {
        for socket in [proxy.frontend, proxy.backend] {
          let keys = [
            ("otherwise", spec[socket].otherwiseRange), ("silence", spec[socket].silence?.range),
            ("topic", spec[socket].topic?.range),
          ]
          for case (let key, let range?) in keys {
            found.append(
              warning(
                at: range,
                "`\(key)` has no effect on \(spec.socket(socket)): a proxy passes every message on as it is",
                help: "write it on the socket at the end of the way",
                notes: [Diagnostic.Note("the proxy stands here", at: proxy.range)]))
          }
        }
      }
    }
    return found
  }
}
