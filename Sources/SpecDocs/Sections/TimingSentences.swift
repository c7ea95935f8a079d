import SpecModel

/// All that a chain says about time, in one place.
///
/// ```
/// **Timing.** `Client` waits no longer than 2.5 s for 4. `Worker` takes a peer from which nothing has come for 7.5 s for gone.
/// ```
struct TimingSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec

  /// A paragraph; nothing where time plays no part.
  var blocks: [Block] {
    var sentences: [Phrase] = []
    for step in chain.steps {
      if let within = step.within {
        let receivers = Phrase.list(step.receivers.map(names.socket))
        let wait = step.receivers.count > 1 ? "wait" : "waits"
        sentences.append("\(receivers) \(wait) no longer than \(within.spaced) for \(step.number).")
      }
      if let every = step.every { sentences.append("\(step.number) is sent by itself every \(every.spaced).") }
    }
    for socket in Set(chain.steps.flatMap(\.receivers)).sorted(by: {
      ($0.process.index, $0.index) < ($1.process.index, $1.index)
    }) {
      guard let silence = spec[socket].silence else { continue }
      sentences.append(
        "\(names.socket(socket)) takes a peer from which nothing has come for \(silence.spaced) for gone.")
    }
    if sentences.isEmpty { return [] }
    return [.paragraph("\(Phrase.strong("Timing.")) \(sentences.joined(" "))")]
  }
}
