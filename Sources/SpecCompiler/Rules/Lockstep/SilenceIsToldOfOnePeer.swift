import SpecModel
import ZMQWire

/// `silence` stands on a socket that tells its peers apart. (That it receives at all is seen to by the keys.)
///
/// A ROUTER knows each peer by its routing id, and so does a REP, for which the runtime uses one. Any other socket sees
/// one stream of messages: with several peers, none of them is silent as long as one talks. Source: man zmq_socket.
struct SilenceIsToldOfOnePeer: Rule {
  static let code: DiagnosticCode = "ZS0412"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.compactMap { id in
      guard let silence = spec[id].silence, let problem = problem(with: id, in: spec) else { return nil }
      return error(
        at: silence.range, problem.message, help: problem.help,
        notes: [spec.typeNote(id)] + (problem.peer.map { [spec.typeNote($0)] } ?? []))
    }
  }

  private static func problem(
    with id: SocketID, in spec: ProtocolSpec
  ) -> (message: String, help: String, peer: SocketID?)? {
    let socket = spec[id]
    if socket.type == .req {
      return (
        "a REQ receives only replies, and `within` says how long it waits for one",
        "write `within` on the reply, or make the socket a DEALER", nil
      )
    }
    if socket.type == .router || socket.type == .rep { return nil }
    guard let many = socket.peers.first(where: { spec[$0.process].count == .many }) ?? socket.peers.dropFirst().first
    else { return nil }
    return (
      "\(spec.the(id)) cannot tell which of its peers is silent: it hears all of them as one",
      "make it a ROUTER, which knows its peers by their routing ids, or give each peer a socket of its own", many
    )
  }
}
