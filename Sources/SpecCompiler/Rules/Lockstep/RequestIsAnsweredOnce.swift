import SpecModel

/// On no path does a request get a second answer: a reply outside of a loop closes it.
///
/// A REP refuses the second one with EFSM; what a ROUTER or DEALER sends after the answer finds nobody who waits, and is
/// counted as out of turn.
struct RequestIsAnsweredOnce: Rule {
  static let code: DiagnosticCode = "ZS0410"

  /// The reply that has closed the request on some path.
  private struct Answer: PathState {
    var reply: Int?

    mutating func join(_ other: Answer) { reply = [reply, other.reply].compactMap(\.self).min() }
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.chains.flatMap { chain -> [Diagnostic] in
      let exchanges = Exchanges(chain)
      let projection = ChainProjection<Int>(of: chain) { index, step in
        step.answers.map { [$0] } ?? (exchanges.firstReplies[index] == nil ? [] : [index])
      }
      var second: [Int: Int] = [:]
      for request in projection.things {
        _ = PathWalk.walk(projection.paths[request] ?? [], from: Answer()) { index, state in
          let step = chain.steps[index]
          if step.answers == nil {
            state.reply = nil
          } else {
            if let first = state.reply { second[index] = second[index] ?? first }
            if !step.isLost, !step.isStreamElement { state.reply = state.reply ?? index }
          }
        }
      }
      return second.sorted { $0.key < $1.key }.compactMap { late, first in
        chain.steps[late].answers.map {
          superfluous(chain.steps[late], after: chain.steps[first], to: chain.steps[$0], in: spec)
        }
      }
    }
  }

  private static func superfluous(
    _ step: StepSpec, after first: StepSpec, to request: StepSpec, in spec: ProtocolSpec
  ) -> Diagnostic {
    let (message, asked) = (spec[step.message].name, spec[request.message].name)
    let effect =
      spec[step.sender].type == .rep ? "a REP refuses it with EFSM" : "nobody waits for it, and it is thrown away"
    return error(
      at: step.range,
      "'\(message)' answers '\(asked)' a second time on some path: \(effect)",
      help:
        "put the two into branches of one `alt`, or write the replies but the last into a `loop`, which makes them a "
        + "stream",
      notes: [
        Diagnostic.Note("'\(spec[first.message].name)' has answered it already", at: first.range),
        Diagnostic.Note("'\(asked)' is sent here", at: request.range),
      ])
  }
}
