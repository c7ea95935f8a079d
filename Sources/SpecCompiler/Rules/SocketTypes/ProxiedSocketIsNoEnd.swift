import SpecModel

/// A step neither begins nor ends at a socket between which a proxy passes everything on: no program reads it.
///
/// Source: man zmq_proxy: it takes every message from its sockets.
struct ProxiedSocketIsNoEnd: Rule {
  static let code: DiagnosticCode = "ZS0110"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var proxies: [SocketID: ProxySpec] = [:]
    for proxy in spec.processes.flatMap(\.proxies) {
      proxies[proxy.frontend] = proxy
      proxies[proxy.backend] = proxy
    }
    if proxies.isEmpty { return [] }
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.answers == nil {
        for (socket, sends) in [(step.sender, true)] + step.receivers.map({ ($0, false) }) {
          guard let proxy = proxies[socket], let other = proxy.other(than: socket) else { continue }
          let name = spec[socket.process].name
          found.append(
            error(
              at: step.range,
              "'\(name)' does not \(sends ? "send" : "receive") '\(spec[step.message].name)' itself: a proxy passes on "
                + "whatever \(sends ? "leaves" : "reaches") \(spec.socket(socket))",
              help: "write the whole way, `"
                + (sends
                  ? "… -> \(name) -> \(spec[step.receivers[0].process].name)"
                  : "\(spec[step.sender.process].name) -> \(name) -> …")
                + "`, or give '\(name)' a socket of its own for this message",
              notes: [
                Diagnostic.Note("the proxy joins it with \(spec.socket(other)) here", at: proxy.range)
              ]))
          break
        }
      }
    }
    return found
  }
}
