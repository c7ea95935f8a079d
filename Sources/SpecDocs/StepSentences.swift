import SpecModel

/// The steps of a chain in words.
///
/// ```
/// 1. `PingProc` sends [`ping`](#message-ping) to `PongProc`.
/// 2. `PongProc` answers with [`pong`](#message-pong); `PingProc` waits no longer than 2s for it.
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
    let receivers = Markdown.list(step.receivers.map(names.socket))
    var text = "\(names.socket(step.sender)) "
    if let asked = step.answers {
      // Only where something stands between question and answer must be said what is answered.
      text +=
        asked == index - 1
        ? "answers with "
        : "answers \(chain.steps.indices.contains(asked) ? chain.steps[asked].number : asked + 1) with "
      text += names.message(step.message)
      if let within = step.within { text += "; \(receivers) waits no longer than \(within.text) for it" }
    } else if let topic = step.topic ?? spec[step.sender].topic {
      text += "publishes \(names.message(step.message)) under the topic \(Markdown.code(topic.text)) to \(receivers)"
    } else {
      text += "sends \(names.message(step.message)) to \(receivers)"
    }
    text += "."
    if let final = step.final { text += " \(names.process(final)) ends with it." }
    if let about = Markdown.prose(step.about) {
      text += "\n   " + about.split(separator: "\n").joined(separator: "\n   ")
    }
    return text
  }
}
