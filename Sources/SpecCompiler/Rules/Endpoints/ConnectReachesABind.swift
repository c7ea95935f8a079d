import SpecModel

/// An endpoint that a socket connects to is one that its peers bind.
///
/// A warning, because a program may override either. libzmq retries a connection that nobody accepts for
/// ever and keeps what was sent. Hosts are not compared: one machine has many names.
struct ConnectReachesABind: Rule {
  static let code: DiagnosticCode = "ZS0803"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for id in spec.socketIDs {
      let socket = spec[id]
      let bound = socket.peers.flatMap { spec[$0].bind }
      guard !bound.isEmpty else { continue }
      for endpoint in socket.connect where endpoint.bound == nil {
        if bound.contains(where: { mayMeet(endpoint, $0) }) { continue }
        found.append(
          warning(
            at: endpoint.address.range,
            "no peer of \(spec.socket(id)) binds '\(endpoint.address.text)': libzmq tries to connect for ever",
            help: "write `connect: \(suggestion(for: socket, in: spec))`, or the endpoint that is bound",
            notes: [Diagnostic.Note("this is bound", at: bound[0].address.range)]))
      }
    }
    return found
  }

  private static func mayMeet(_ connect: EndpointSpec, _ bind: EndpointSpec) -> Bool {
    let (a, b) = (EndpointParts(connect), EndpointParts(bind))
    guard a.transport == b.transport else { return false }
    if EndpointParts.isOpen(a.address) || EndpointParts.isOpen(b.address) { return true }
    if a.transport != "tcp" { return a.address == b.address || b.address == "*" }
    return b.portIsChosenBySystem || a.port == b.port
  }

  private static func suggestion(for socket: SocketSpec, in spec: ProtocolSpec) -> String {
    guard let peer = socket.peers.first(where: { !spec[$0].bind.isEmpty }) else { return "Process.socket" }
    return "\(spec[peer.process].name).\(spec[peer].name)"
  }
}
