import SpecModel
import ZMQWire

/// A REQ sends, receives the reply, and only then sends again.
///
/// It may ask anew without a reply where it has waited as long as `within` says, or where the request or its reply is
/// `lost`: the runtime then renews the socket.
/// Source: man zmq_socket, ZMQ_REQ, "allows only an alternating sequence"; libzmq `req.cpp` answers EFSM.
struct REQAlternates: Rule {
  static let code: DiagnosticCode = "ZS0402"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] { spec.chains.flatMap { check($0, in: spec) } }

  private static func check(_ chain: ChainSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    let projection = ChainProjection<SocketID>(of: chain) { _, step in
      let asking = step.answers.map { chain.steps[$0].sender } ?? step.sender
      return spec[asking].type == .req && spec.fit(step) ? [asking] : []
    }
    if projection.things.isEmpty { return [] }
    let exchanges = Exchanges(chain)
    var early: [Int: Int] = [:]
    for socket in projection.things {
      _ = PathWalk.walk(projection.paths[socket] ?? [], from: OpenRequest()) { index, state in
        let step = chain.steps[index]
        if let request = step.answers {
          // An answer to what was given up: so it was asked too early.
          if state.givenUp.contains(request), let next = state.requests.first { early[next] = request }
          if !step.isStreamElement { state.close() }
          return
        }
        if let before = state.requests.first {
          let isSaidAgain = step.isLost && chain.steps[before].message == step.message
          if !isSaidAgain, !exchanges.withDeadline.contains(before) { early[index] = early[index] ?? before }
          state.giveUp()
        }
        // Nobody answers what is lost; at the deadline the REQ is as new.
        if !step.isLost { state.open(index) }
      }
    }
    return early.sorted { $0.key < $1.key }.map { tooEarly(chain.steps[$0.key], chain.steps[$0.value], in: spec) }
  }

  private static func tooEarly(_ step: StepSpec, _ request: StepSpec, in spec: ProtocolSpec) -> Diagnostic {
    error(
      at: step.range,
      "\(spec.the(step.sender)) still waits for the reply to '\(spec[request.message].name)': libzmq refuses to "
        + "send '\(spec[step.message].name)' with EFSM",
      help: "write the reply first, or make \(spec.socket(step.sender)) a DEALER",
      notes: [Diagnostic.Note("'\(spec[request.message].name)' is sent here and not yet answered", at: request.range)])
  }
}
