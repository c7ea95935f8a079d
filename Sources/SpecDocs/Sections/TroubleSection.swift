import SpecModel

/// What is wrong with a message, and what happens to it, said once for all chains.
///
/// ```
/// ### When a message is wrong
/// A message is *malformed* when …
/// * `Broker.workers` answers with `disconnect`.
/// * `Client` counts it and drops it; who has asked waits in vain.
/// ```
struct TroubleSection {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// What each socket does.
  let sockets: [SocketID: SocketProjection]

  /// Where chains lead to.
  static let anchor = Anchor.section("When a message is wrong")

  /// Heading, what the words mean, what happens; nothing where nobody receives.
  var blocks: [Block] {
    let listening = spec.socketIDs.filter { sockets[$0]?.listens == true }
    if listening.isEmpty { return [] }
    var items = OtherwiseList(spec: spec, names: names, sockets: listening).outcomes.map { sockets, outcome in
      Block.Item(sentence(sockets, outcome))
    }
    let onlyAsking = listening.filter { sockets[$0]?.receptions.isEmpty == true }
    if !onlyAsking.isEmpty {
      items.append(
        Block.Item(
          """
          \(Phrase.list(onlyAsking.map(names.socket))) only \(onlyAsking.count > 1 ? "ask" : "asks"): what is malformed \
          or unknown there was meant as the answer. It is dropped, and the request has failed at once.
          """))
    }
    return [
      .heading(3, "When a message is wrong", TroubleSection.anchor),
      .paragraph(
        """
        A message is \(Phrase.emphasis("malformed")) when its frames, or a value in them, are not what its layout and \
        its fields say; \(Phrase.emphasis("unknown")) when it is none that its receiver expects; \
        \(Phrase.emphasis("out of turn")) when it comes where it means nothing, as an answer to what nobody has asked, or has given up waiting for. \
        A sound one may still be more than its receiver can do: its handler throws. Then:
        """),
      .list(items),
    ]
  }

  private func sentence(_ who: [SocketID], _ outcome: SocketSpec.Otherwise) -> Phrase {
    let subject = Phrase.list(who.map(names.socket))
    let isPlural = who.count > 1
    switch outcome {
    case .drop:
      let owes = who.contains { id in sockets[id]?.receptions.contains { !$0.answers.isEmpty } == true }
      return "\(subject) \(isPlural ? "count" : "counts") it and \(isPlural ? "drop" : "drops") it"
        + (owes ? "; who has asked waits in vain." : ".")
    case .handle: return "\(subject) \(isPlural ? "hand it to their handlers" : "hands it to its handler")."
    case .message(let id): return "\(subject) \(isPlural ? "answer" : "answers") with \(names.message(id))."
    }
  }
}
