import SpecModel

/// No two sockets bind one endpoint.
///
/// tcp and inproc refuse the second with EADDRINUSE; ipc lets it take the endpoint away from the first,
/// which is never heard again. Source: man zmq_bind, zmq_ipc; measured.
struct EndpointIsBoundOnce: Rule {
  static let code: DiagnosticCode = "ZS0804"

  private struct Bind {
    var socket: SocketID
    var endpoint: EndpointSpec
    var parts: EndpointParts
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    // Binds that might collide: those on one tcp port, or with the same text.
    var known: [String: [Bind]] = [:]
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      for endpoint in spec[id].bind {
        let bind = Bind(socket: id, endpoint: endpoint, parts: EndpointParts(endpoint))
        guard let place = place(of: bind) else { continue }
        if let before = known[place]?.first(where: { overlap($0, bind) }) {
          found.append(collision(bind, before, in: spec))
        } else {
          known[place, default: []].append(bind)
        }
      }
    }
    return found
  }

  /// What two colliding binds have in common; nil where each start chooses anew.
  private static func place(of bind: Bind) -> String? {
    let parts = bind.parts
    if bind.endpoint.address.text.contains("{") {
      // A parameter has one value for each process.
      return "\(bind.socket.process.index) \(bind.endpoint.address.text)"
    }
    if parts.transport == "tcp" { return parts.portIsChosenBySystem ? nil : "tcp port \(parts.port ?? "")" }
    if parts.transport == "ipc", parts.address == "*" { return nil }
    // Each process may have a context of its own, and inproc names are the context's.
    if parts.transport == "inproc" { return "\(bind.socket.process.index) \(bind.endpoint.address.text)" }
    return bind.endpoint.address.text
  }

  private static func overlap(_ a: Bind, _ b: Bind) -> Bool {
    guard a.parts.transport == "tcp" else { return true }
    return a.parts.host == b.parts.host || a.parts.hostIsWildcard || b.parts.hostIsWildcard
  }

  private static func collision(_ bind: Bind, _ before: Bind, in spec: ProtocolSpec) -> Diagnostic {
    let effect =
      bind.parts.transport == "ipc"
      ? "libzmq gives the endpoint to the second, and the first is never heard again"
      : "libzmq refuses the second with EADDRINUSE"
    let same = bind.endpoint.address.text == before.endpoint.address.text
    return error(
      at: bind.endpoint.address.range,
      "\(spec.socket(bind.socket)) binds what \(spec.socket(before.socket)) binds already: \(effect)",
      help: bind.parts.transport == "tcp" ? "write another port" : "write another name",
      notes: [
        Diagnostic.Note(
          same ? "the first bind is here" : "'\(before.endpoint.address.text)' covers it",
          at: before.endpoint.address.range)
      ])
  }
}
