import SpecModel
import ZMQWire

/// A REQ whose request has no answer can never send again.
///
/// Unless one of the two processes ends. Where the other side is a REP, `REPAnswersOnce` speaks.
/// Source: RFC 28; libzmq `req.cpp`, EFSM.
struct REQIsAnswered: Rule {
  static let code: DiagnosticCode = "ZS0406"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.chains.flatMap { chain -> [Diagnostic] in
      var answered: Set<Int> = []
      var ended: Set<ProcessID> = []
      for step in chain.steps {
        if let request = step.answers { answered.insert(request) }
        if let process = step.final { ended.insert(process) }
      }
      return chain.steps.indices.compactMap { index in
        let step = chain.steps[index]
        guard step.answers == nil, spec[step.sender].type == .req, !answered.contains(index) else { return nil }
        guard let receiver = step.receivers.first, spec.fit(step.sender, receiver) else { return nil }
        if ended.contains(step.sender.process) || ended.contains(receiver.process) { return nil }
        let silentREP = spec[receiver].type == .rep && spec[receiver].otherwise == .drop
        if spec[receiver].type == .rep, !(silentREP && spec[receiver].otherwiseRange != nil) { return nil }
        let (asker, peer) = (spec[step.sender.process].name, spec[receiver.process].name)
        return error(
          at: step.range,
          "'\(spec[step.message].name)' has no reply, and a REQ that waits for one can never send again",
          help: "add `\(asker) <- \(peer): …`, or make \(spec.socket(step.sender)) a DEALER, which need not wait",
          notes: [spec.typeNote(step.sender)])
      }
    }
  }
}
