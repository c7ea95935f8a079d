import SpecModel

/// A socket belongs to one proxy, and a proxy has two sockets.
///
/// Each message would go to whichever of two proxies reads it first, and one that joins a socket with itself sends
/// everything back. Source: man zmq_proxy.
struct SocketHasOneProxy: Rule {
  static let code: DiagnosticCode = "ZS0109"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for process in spec.processes {
      var known: [SocketID: ProxySpec] = [:]
      for proxy in process.proxies {
        if proxy.frontend == proxy.backend {
          found.append(
            error(
              at: proxy.range,
              "this proxy joins \(spec.socket(proxy.frontend)) with itself: it would send back whatever it receives",
              help: "join two sockets, one for each side"))
          continue
        }
        for socket in [proxy.frontend, proxy.backend] {
          guard let first = known[socket] else {
            known[socket] = proxy
            continue
          }
          found.append(
            error(
              at: proxy.range,
              "\(spec.socket(socket)) belongs to another proxy already: each message would go to whichever reads it first",
              help: "give each proxy two sockets of its own",
              notes: [Diagnostic.Note("the first proxy stands here", at: first.range)]))
          break
        }
      }
    }
    return found
  }
}
