import SpecModel

/// The steps of a chain in words.
///
/// ```
/// 1. `PingProc` sends [`ping`](#message-ping) to `PongProc`.
/// 2. `PongProc` answers with [`pong`](#message-pong); `PingProc` waits no longer than 2 s for it.
/// ```
struct StepSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// The chain.
  let chain: ChainSpec

  /// A step, without its number.
  func text(of index: Int) -> String {
    let step = chain.steps[index]
    var text = names.socket(step.sender) + " " + action(of: step, at: index)
    if let every = step.every { text += ", by itself every \(every.spaced)" }
    text += "."
    if step.isLost { text += " It does not arrive." }
    if let final = step.final { text += " \(names.process(final)) ends with it." }
    if let about = Markdown.prose(step.about) {
      text += "\n   " + about.split(separator: "\n").joined(separator: "\n   ")
    }
    return text
  }

  private func action(of step: StepSpec, at index: Int) -> String {
    let message = names.message(step.message)
    let receivers = Markdown.list(step.receivers.map(names.socket))
    let proxies = step.hops.dropFirst().map { names.process($0.sender.process) }
    let way = proxies.isEmpty ? "" : " through " + Markdown.list(proxies)
    if let asked = step.answers {
      let number = chain.steps.indices.contains(asked) ? chain.steps[asked].number : asked + 1
      // Only where something stands between question and answer must be said what is answered.
      let question = asked == index - 1 ? "" : " \(number)"
      let waits =
        step.within.map { within in
          "; \(receivers) " + (step.receivers.count > 1 ? "wait" : "waits") + " no longer than \(within.spaced) for it"
        } ?? ""
      if step.isStreamElement { return "sends \(message)\(way), one of any number of answers to \(number)\(waits)" }
      return "answers\(question) with \(message)\(way)\(waits)"
    }
    if let topic = step.topic ?? spec[step.sender].topic {
      return "publishes \(message) under the topic \(Markdown.code(topic.text))\(way) to \(receivers)"
    }
    return "sends \(message)\(way) to \(receivers)"
  }
}
