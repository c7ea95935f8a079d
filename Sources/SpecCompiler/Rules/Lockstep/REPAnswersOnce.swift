import SpecModel
import ZMQWire

/// A REP answers each request before it receives the next, whatever way the chain takes. (A second answer to one
/// request is told by `RequestIsAnsweredOnce`.)
///
/// A request may stay without an answer when the REP's process ends, where the socket says `otherwise: drop` (the
/// runtime then makes it ready for the next request), or where it is `lost`.
/// Source: man zmq_socket, ZMQ_REP, "allows only an alternating sequence"; libzmq `rep.cpp` answers EFSM.
struct REPAnswersOnce: Rule {
  static let code: DiagnosticCode = "ZS0403"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] { spec.chains.flatMap { check($0, in: spec) } }

  private static func check(_ chain: ChainSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    let projection = ChainProjection<SocketID>(of: chain) { _, step in
      let answering = step.answers == nil ? step.receivers : [step.sender]
      return spec.fit(step) ? answering.filter { spec[$0].type == .rep && !mayStaySilent($0, in: spec) } : []
    }
    if projection.things.isEmpty { return [] }
    let exchanges = Exchanges(chain)
    var found: [Diagnostic] = []
    for rep in projection.things {
      var interrupted: [Int: Int] = [:]
      let end = PathWalk.walk(projection.paths[rep] ?? [], from: OpenRequest()) { index, state in
        let step = chain.steps[index]
        if step.answers != nil {
          if !step.isStreamElement { state.close() }
          return
        }
        if let before = state.requests.first {
          // A REQ that asks twice is told of by `REQAlternates`.
          let sameREQ = spec[step.sender].type == .req && chain.steps[before].sender == step.sender
          if !sameREQ, !step.isLost { interrupted[index] = interrupted[index] ?? before }
          if sameREQ { state.close() }
        }
        if !step.isLost { state.open(index) }
      }
      found += interrupted.sorted { $0.key < $1.key }.map {
        received(chain.steps[$0.key], rep, beforeAnswering: chain.steps[$0.value], in: spec)
      }
      if exchanges.ended.contains(rep.process) { continue }
      found += end.requests.map { request in
        let reply = exchanges.firstReplies[request].map { chain.steps[$0] }
        return unanswered(chain.steps[request], rep, except: reply, in: spec)
      }
    }
    return found
  }

  private static func mayStaySilent(_ socket: SocketID, in spec: ProtocolSpec) -> Bool {
    spec[socket].otherwise == .drop && spec[socket].otherwiseRange != nil
  }

  private static func received(
    _ step: StepSpec, _ rep: SocketID, beforeAnswering before: StepSpec, in spec: ProtocolSpec
  ) -> Diagnostic {
    error(
      at: step.range,
      "\(spec.the(rep)) does not receive '\(spec[step.message].name)' before it has answered "
        + "'\(spec[before.message].name)'",
      help: "write the reply to '\(spec[before.message].name)' first, or make \(spec.socket(rep)) a ROUTER",
      notes: [Diagnostic.Note("'\(spec[before.message].name)' is received here and not yet answered", at: before.range)]
    )
  }

  private static func unanswered(
    _ step: StepSpec, _ rep: SocketID, except reply: StepSpec?, in spec: ProtocolSpec
  ) -> Diagnostic {
    let process = spec[rep.process].name
    let asker = spec[step.sender.process].name
    let message = spec[step.message].name
    guard let reply else {
      return error(
        at: step.range,
        "\(spec.the(rep)) never answers '\(message)', so it can never receive again",
        help:
          "add a reply, `\(asker) <- \(process): …`, or `final: \(process)` where '\(process)' ends with it, or write "
          + "`otherwise: drop` on \(spec.socket(rep)) if silence is meant",
        notes: [spec.typeNote(rep)])
    }
    return error(
      at: step.range,
      "\(spec.the(rep)) does not answer '\(message)' on every path, and where it does not, it can never receive again",
      help: "write a reply in every branch, or `lost: true` on '\(message)' where it does not arrive, or "
        + "`otherwise: drop` on \(spec.socket(rep)) if silence is meant",
      notes: [Diagnostic.Note("on this path it is answered", at: reply.range), spec.typeNote(rep)])
  }
}
