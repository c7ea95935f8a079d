import SpecModel
import ZMQWire

/// A REQ whose request has no answer can never send again.
///
/// Unless one of the two processes ends, or the request is `lost`, or the one who asks gives up: a reply says `within`.
/// Where the other side is a REP, `REPAnswersOnce` speaks.
/// Source: RFC 28; libzmq `req.cpp`, EFSM.
struct REQIsAnswered: Rule {
  static let code: DiagnosticCode = "ZS0406"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] { spec.chains.flatMap { check($0, in: spec) } }

  private static func check(_ chain: ChainSpec, in spec: ProtocolSpec) -> [Diagnostic] {
    let projection = ChainProjection<SocketID>(of: chain) { _, step in
      let request = step.answers.map { chain.steps[$0] } ?? step
      return spec[request.sender].type == .req && spec.fit(step) ? [request.sender] : []
    }
    if projection.things.isEmpty { return [] }
    let exchanges = Exchanges(chain)
    return projection.things.flatMap { req -> [Diagnostic] in
      let end = PathWalk.walk(projection.paths[req] ?? [], from: OpenRequest()) { index, state in
        let step = chain.steps[index]
        if step.answers != nil {
          if !step.isStreamElement { state.close() }
        } else if step.isLost {
          state.close()
        } else {
          state.open(index)
        }
      }
      return end.requests.compactMap { unanswered(chain.steps[$0], $0, exchanges, chain, in: spec) }
    }
  }

  private static func unanswered(
    _ step: StepSpec, _ index: Int, _ exchanges: Exchanges, _ chain: ChainSpec, in spec: ProtocolSpec
  ) -> Diagnostic? {
    guard let receiver = step.receivers.first, !exchanges.withDeadline.contains(index) else { return nil }
    if exchanges.ended.contains(step.sender.process) || exchanges.ended.contains(receiver.process) { return nil }
    let maySayNothing = spec[receiver].otherwise == .drop && spec[receiver].otherwiseRange != nil
    if spec[receiver].type == .rep, !maySayNothing { return nil }
    let (asker, peer) = (spec[step.sender.process].name, spec[receiver.process].name)
    let message = spec[step.message].name
    guard let reply = exchanges.firstReplies[index].map({ chain.steps[$0] }) else {
      return error(
        at: step.range,
        "'\(message)' has no reply, and a REQ that waits for one can never send again",
        help: "add `\(asker) <- \(peer): …`, or make \(spec.socket(step.sender)) a DEALER, which need not wait",
        notes: [spec.typeNote(step.sender)])
    }
    return error(
      at: step.range,
      "'\(message)' has no reply on every path, and where it has none, the REQ waits and can never send again",
      help: "write a reply in every branch, or `within` on the reply, so that '\(asker)' gives up at some time",
      notes: [Diagnostic.Note("on this path it is answered", at: reply.range), spec.typeNote(step.sender)])
  }
}
