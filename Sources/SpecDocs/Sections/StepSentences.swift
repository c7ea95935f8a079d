import SpecModel

/// The steps of a chain in words.
///
/// ```
/// 1. `PingProc` sends [`ping`](#message-ping) to `PongProc`.
/// 2. `PongProc` answers with [`pong`](#message-pong).
/// ```
struct StepSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec
  /// Where links to each step lead, whatever its number is.
  private let anchors: [Anchor]

  /// The sentences of a chain.
  init(spec: ProtocolSpec, names: PageNames, chain: ChainSpec) {
    self.spec = spec
    self.names = names
    self.chain = chain
    var uses: [MessageID: Int] = [:]
    anchors = chain.steps.map { step in
      uses[step.message, default: 0] += 1
      return .step(
        chain: chain.name.text, message: spec[step.message].name.text, use: uses[step.message, default: 1])
    }
  }

  /// A step.
  func item(of index: Int) -> Block.Item {
    let step = chain.steps[index]
    var text = names.socket(step.sender) + " " + action(of: step, at: index)
    if let every = step.every { text = text + ", by itself every \(every.spaced)" }
    text = text + "."
    if step.isLost { text = text + " It does not arrive." }
    if let final = step.final { text = text + " \(names.process(final)) ends with it." }
    if let about = Markdown.prose(step.about) { text = text + Phrase([.text("\n"), .prose(about)]) }
    return Block.Item(number: step.number, anchor: anchors[index], text)
  }

  private func action(of step: StepSpec, at index: Int) -> Phrase {
    let message = names.message(step.message)
    let receivers = Phrase.list(step.receivers.map(names.socket))
    let proxies = step.hops.dropFirst().map { names.process($0.sender.process) }
    let way: Phrase = proxies.isEmpty ? .empty : " through " + Phrase.list(proxies)
    if let asked = step.answers {
      let number = chain.steps.indices.contains(asked) ? chain.steps[asked].number : asked + 1
      // Only where something stands between question and answer must be said what is answered.
      let question: Phrase = asked == index - 1 ? .empty : " \(number)"
      if step.isStreamElement { return "sends \(message)\(way), one of any number of answers to \(number)" }
      return "answers\(question) with \(message)\(way)"
    }
    if let topic = step.topic ?? spec[step.sender].topic {
      return "publishes \(message) under the topic \(Phrase.code(topic.text))\(way) to \(receivers)"
    }
    return "sends \(message)\(way) to \(receivers)"
  }
}
