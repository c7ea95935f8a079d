import SpecModel

/// What happens to a message that is wrong, for the sockets that receive in a chain.
///
/// ```
/// A message that is malformed, unknown or out of turn, or whose handler throws: `PongProc` counts and drops it.
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
    var outcomes: [SocketSpec.Otherwise] = []
    var sockets: [SocketSpec.Otherwise: [SocketID]] = [:]
    for socket in chain.steps.flatMap(\.receivers) {
      let otherwise = spec[socket].otherwise
      if sockets[otherwise] == nil { outcomes.append(otherwise) }
      if sockets[otherwise]?.contains(socket) != true { sockets[otherwise, default: []].append(socket) }
    }
    let parts = outcomes.map { outcome in
      let who = sockets[outcome] ?? []
      let subject = Phrase.list(who.map(names.socket))
      return subject + " " + action(outcome, isPlural: who.count > 1)
    }
    return "A message that is malformed, unknown or out of turn, or whose handler throws: "
      + parts.joined("; ") + "."
  }

  private func action(_ otherwise: SocketSpec.Otherwise, isPlural: Bool) -> Phrase {
    switch otherwise {
    case .drop: isPlural ? "count and drop it" : "counts and drops it"
    case .handle: isPlural ? "hand it to their handlers" : "hands it to its handler"
    case .message(let id): "\(isPlural ? "answer" : "answers") with \(names.message(id))"
    }
  }
}
