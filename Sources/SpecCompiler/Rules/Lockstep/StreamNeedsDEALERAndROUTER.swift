import SpecModel
import ZMQWire

/// A stream of replies goes from a ROUTER (or DEALER) to a DEALER (or ROUTER): REQ and REP exchange one request and one
/// reply.
///
/// Source: RFC 28; libzmq `rep.cpp` answers EFSM to the second reply, `req.cpp` throws it away.
struct StreamNeedsDEALERAndROUTER: Rule {
  static let code: DiagnosticCode = "ZS0411"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where step.isStreamElement {
        guard let request = step.answers.map({ chain.steps[$0] }) else { continue }
        let lockstep = ([request.sender] + [step.sender]).filter { spec[$0].type.isLockstep }
        guard let socket = lockstep.first, spec.fit(step) else { continue }
        found.append(
          error(
            at: step.range,
            "'\(spec[step.message].name)' is one of many replies to '\(spec[request.message].name)', and "
              + "\(spec[socket].type.withArticle) has one reply for each request",
            help: "make "
              + lockstep.map { "\(spec.socket($0)) a \(spec[$0].type == .req ? "DEALER" : "ROUTER")" }.joinedAsList()
              + ", or let the loop begin in front of the request",
            notes: lockstep.map { spec.typeNote($0) }
              + [Diagnostic.Note("the request stands outside of the loop", at: request.range)]))
      }
    }
    return found
  }
}
