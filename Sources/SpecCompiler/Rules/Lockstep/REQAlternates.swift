import SpecModel
import ZMQWire

/// A REQ sends, receives the reply, and only then sends again.
///
/// Source: man zmq_socket, ZMQ_REQ, "allows only an alternating sequence"; libzmq `req.cpp` answers EFSM.
struct REQAlternates: Rule {
  static let code: DiagnosticCode = "ZS0402"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for chain in spec.chains {
      var open: [SocketID: Int] = [:]
      for (index, step) in chain.steps.enumerated() {
        if let answered = step.answers, chain.steps.indices.contains(answered) {
          if open[chain.steps[answered].sender] == answered { open[chain.steps[answered].sender] = nil }
          continue
        }
        guard spec[step.sender].type == .req, step.receivers.allSatisfy({ spec.fit(step.sender, $0) }) else { continue }
        if let before = open[step.sender] {
          let request = chain.steps[before]
          found.append(
            error(
              at: step.range,
              "\(spec.the(step.sender)) still waits for the reply to '\(spec[request.message].name)': libzmq refuses to "
                + "send '\(spec[step.message].name)' with EFSM",
              help: "write the reply first, or make \(spec.socket(step.sender)) a DEALER",
              notes: [
                Diagnostic.Note("'\(spec[request.message].name)' is sent here and not yet answered", at: request.range)
              ]))
        }
        open[step.sender] = index
      }
    }
    return found
  }
}
