import SpecModel
import ZMQWire

/// SUB and PULL only receive: `zmq_msg_send` fails with ENOTSUP.
///
/// Source: RFC 29 and RFC 30; man zmq_socket, "Send/receive pattern".
struct SenderMustBeAbleToSend: Rule {
  static let code: DiagnosticCode = "ZS0104"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps {
        let sender = spec[step.sender]
        guard !sender.type.canSend, spec.fit(step) else { continue }
        let peer = sender.type == .pull ? "PUSH" : "PUB"
        let help =
          if step.answers != nil {
            "use REQ and REP, or DEALER and ROUTER, where answers are needed: \(peer) and \(sender.type.rawValue) go one way"
          } else {
            "turn the arrow round, or give '\(spec[step.message].name)' a pair of sockets that goes this way"
          }
        found.append(
          error(
            at: step.range,
            "\(sender.type.withArticle) never sends: libzmq refuses '\(spec[step.message].name)' with ENOTSUP",
            help: help, notes: [spec.typeNote(step.sender)], fix: turnedRound(step, in: spec)))
      }
    }
    return found
  }

  /// The arrow from the one who can send to the one who can receive, where there are only these two.
  private static func turnedRound(_ step: StepSpec, in spec: ProtocolSpec) -> [Edit] {
    guard step.answers == nil, step.hops.count == 1, step.receivers.count == 1, let other = step.receivers.first,
      spec[other].type.canSend, spec[step.sender].type.canReceive
    else { return [] }
    func end(_ socket: SocketID) -> String { "\(spec[socket.process].name).\(spec[socket].name)" }
    return [Edit(step.range, "\(end(other)) -> \(end(step.sender))")]
  }
}
