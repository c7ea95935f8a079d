import SpecModel

/// What happens to a message that is wrong, for the sockets that receive in a chain.
///
/// ```
/// [If a message is wrong](#when-a-message-is-wrong), `PongProc` counts and drops it.
/// ```
struct TroubleSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec

  /// One sentence.
  var text: Phrase {
    let list = OtherwiseList(spec: spec, names: names, sockets: chain.steps.flatMap(\.receivers))
    let parts = list.outcomes.map { sockets, outcome in
      Phrase.list(sockets.map(names.socket)) + " " + action(outcome, isPlural: sockets.count > 1)
    }
    return Phrase.link("If a message is wrong", to: TroubleSection.anchor) + ", " + parts.joined("; ") + "."
  }

  private func action(_ otherwise: SocketSpec.Otherwise, isPlural: Bool) -> Phrase {
    switch otherwise {
    case .drop: isPlural ? "count and drop it" : "counts and drops it"
    case .handle: isPlural ? "hand it to their handlers" : "hands it to its handler"
    case .message(let id): "\(isPlural ? "answer" : "answers") with \(names.message(id))"
    }
  }
}
