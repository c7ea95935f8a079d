import SpecModel
import ZMQWire

/// A REQ sends, receives the reply, and only then sends again.
///
/// It may ask anew without a reply where it has waited as long as `within` says, or where the request or its reply is
/// `lost`: the runtime then renews the socket. What stands in two branches of a `par` happens at the same time, so only
/// one of them may ask, unless each of many instances of the process goes through another.
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
    var found: [Int: Diagnostic] = [:]
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
    for socket in projection.things where spec[socket.process].count == .one {
      for (later, first) in asksAtTheSameTime(projection.paths[socket] ?? [], of: chain) {
        found[later] = atTheSameTime(chain.steps[later], chain.steps[first], in: spec)
      }
    }
    for (later, first) in early { found[later] = tooEarly(chain.steps[later], chain.steps[first], in: spec) }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The first request of each branch of a `par` but the first that asks, each with that of the first.
  private static func asksAtTheSameTime(_ path: [PathItem], of chain: ChainSpec) -> [(later: Int, first: Int)] {
    path.flatMap { item -> [(later: Int, first: Int)] in
      guard case .group(let group) = item else { return [] }
      let inner = group.branches.flatMap { asksAtTheSameTime($0, of: chain) }
      let asks = group.branches.compactMap { firstRequest($0, of: chain) }
      guard group.kind == .par, let first = asks.first else { return inner }
      return inner + asks.dropFirst().map { ($0, first) }
    }
  }

  private static func firstRequest(_ path: [PathItem], of chain: ChainSpec) -> Int? {
    for item in path {
      switch item {
      case .step(let index): if chain.steps[index].answers == nil { return index }
      case .group(let group):
        if let index = group.branches.lazy.compactMap({ firstRequest($0, of: chain) }).first { return index }
      }
    }
    return nil
  }

  private static func atTheSameTime(_ step: StepSpec, _ other: StepSpec, in spec: ProtocolSpec) -> Diagnostic {
    error(
      at: step.range,
      "\(spec.the(step.sender)) asks in two branches of a `par`: libzmq refuses to send '\(spec[step.message].name)' with "
        + "EFSM while it waits for the reply to '\(spec[other.message].name)'",
      help: "write the one exchange behind the other, give each branch a REQ of its own, or make "
        + "\(spec.socket(step.sender)) a DEALER",
      notes: [Diagnostic.Note("'\(spec[other.message].name)' is sent here, at the same time", at: other.range)])
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
