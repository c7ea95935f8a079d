import SpecModel
import ZMQWire

/// A REP answers each request before it receives the next. (A second answer finds no open request: that
/// is told while references are resolved.)
///
/// A request may stay without an answer when the REP's process ends, or where the socket says
/// `otherwise: drop`: the runtime then makes it ready for the next request.
/// Source: man zmq_socket, ZMQ_REP, "allows only an alternating sequence"; libzmq `rep.cpp` answers EFSM.
struct REPAnswersOnce: Rule {
  static let code: DiagnosticCode = "ZS0403"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.chains.flatMap { check($0, in: spec) }
  }

  private static func check(_ chain: ChainSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    var open: [SocketID: Int] = [:]
    var ended: Set<ProcessID> = []
    var found: [Diagnostic] = []
    for (index, step) in chain.steps.enumerated() {
      if let process = step.final { ended.insert(process) }
      if let request = step.answers {
        if open[step.sender] == request { open[step.sender] = nil }
      } else {
        for receiver in step.receivers where spec[receiver].type == .rep && spec.fit(step.sender, receiver) {
          if let before = open[receiver], !mayStaySilent(receiver, in: spec) {
            // A REQ that asks twice is told of by `REQAlternates`.
            let sameREQ = spec[step.sender].type == .req && chain.steps[before].sender == step.sender
            if !sameREQ { found.append(interrupted(step, receiver, chain.steps[before], in: spec)) }
          }
          open[receiver] = index
        }
      }
    }
    for (socket, index) in open where !ended.contains(socket.process) && !mayStaySilent(socket, in: spec) {
      found.append(unanswered(chain.steps[index], socket, in: spec))
    }
    return found
  }

  private static func mayStaySilent(_ socket: SocketID, in spec: ProtocolSpec) -> Bool {
    spec[socket].otherwise == .drop && spec[socket].otherwiseRange != nil
  }

  private static func interrupted(
    _ step: StepSpec, _ rep: SocketID, _ before: StepSpec, in spec: ProtocolSpec
  ) -> Diagnostic {
    error(
      at: step.range,
      "\(spec.the(rep)) does not receive '\(spec[step.message].name)' before it has answered "
        + "'\(spec[before.message].name)'",
      help: "write the reply to '\(spec[before.message].name)' first, or make \(spec.socket(rep)) a ROUTER",
      notes: [Diagnostic.Note("'\(spec[before.message].name)' is received here and not yet answered", at: before.range)]
    )
  }

  private static func unanswered(_ step: StepSpec, _ rep: SocketID, in spec: ProtocolSpec) -> Diagnostic {
    let process = spec[rep.process].name
    let asker = spec[step.sender.process].name
    return error(
      at: step.range,
      "\(spec.the(rep)) never answers '\(spec[step.message].name)', so it can never receive again",
      help:
        "add a reply, `\(asker) <- \(process): …`, or `final: \(process)` where '\(process)' ends with it, or write "
        + "`otherwise: drop` on \(spec.socket(rep)) if silence is meant",
      notes: [spec.typeNote(rep)])
  }
}
