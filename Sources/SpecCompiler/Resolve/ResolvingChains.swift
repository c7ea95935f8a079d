import SpecModel
import ZMQWire

extension Resolver {
  /// Resolves every step of every chain.
  mutating func resolveChains() {
    var finder = PairFinder(syntax: syntax, declarations: declarations)
    for chain in syntax.chains {
      var steps = ChainSteps()
      for step in chain.steps {
        if let step, let resolved = resolve(step, in: steps, &finder) {
          steps.append(resolved)
        } else {
          steps.hasGaps = true
        }
      }
      spec.chains.append(
        ChainSpec(
          name: chain.name, title: chain.title, about: chain.about, steps: steps.steps, extensions: chain.extensions))
    }
  }

  private mutating func resolve(
    _ step: StepSyntax, in steps: ChainSteps, _ finder: inout PairFinder
  ) -> StepSpec? {
    let message = declarations.message(step.message, &findings)
    let final = step.details.final.flatMap { declarations.process($0, &findings) }
    let left = end(step.arrow.left)
    let right = step.arrow.right.map { end($0) }
    guard let message, let left else { return nil }
    let ends = right.compactMap { $0 }
    guard ends.count == right.count else { return nil }

    var resolved: StepSpec
    switch step.arrow.direction {
    case .send:
      guard let pair = finder.find(from: left, to: ends, step: step, &findings) else { return nil }
      resolved = StepSpec(
        number: steps.steps.count + 1, kind: .send, hops: [HopSpec(sender: pair.sender, receivers: pair.receivers)],
        message: message, range: step.arrow.range)
    case .reply:
      guard let right = ends.first, let request = request(from: left, to: right, of: step, in: steps) else {
        return nil
      }
      let asked = steps.steps[request]
      let answering = asked.receivers.first { right.matches($0) } ?? asked.receivers[0]
      resolved = StepSpec(
        number: steps.steps.count + 1, kind: .reply(to: request),
        hops: [HopSpec(sender: answering, receivers: [asked.sender])], message: message, range: step.arrow.range)
    }
    resolved.within = step.details.within
    resolved.final = final
    resolved.topic = step.details.topic
    resolved.about = step.details.about
    resolved.hops[0].assertedSent = step.details.assertedSent
    resolved.hops[0].assertedReceived = step.details.assertedReceived
    resolved.extensions = step.details.extensions
    checkTopic(of: resolved)
    return resolved
  }

  private mutating func end(_ end: EndSyntax) -> ResolvedEnd? {
    guard let process = declarations.process(end.process, &findings) else { return nil }
    guard let name = end.socket else { return ResolvedEnd(process: process, socket: nil) }
    guard let socket = declarations.socket(name, of: process, &findings) else { return nil }
    return ResolvedEnd(process: process, socket: socket)
  }

  /// Only what is published has a topic.
  private mutating func checkTopic(of step: StepSpec) {
    let type = spec[step.sender].type
    guard let topic = step.topic, type != .pub, type != .xpub else { return }
    guard syntax.processes[step.sender.process.index].sockets[step.sender.index].type != nil else { return }
    findings.error(
      Code.keyNotForSocketType, at: topic.range, "`topic` means nothing on a message that a \(type.rawValue) sends",
      help: "remove it: only a PUB or an XPUB publishes under a topic")
  }

  /// The one open request that a reply answers, or nil after reporting.
  private mutating func request(
    from asking: ResolvedEnd, to answering: ResolvedEnd, of step: StepSyntax, in steps: ChainSteps
  ) -> Int? {
    let open = steps.open(from: asking, to: answering, in: spec)
    switch open.count {
    case 1: return open[0]
    case 0:
      guard !steps.hasGaps else { return nil }
      let asks = step.arrow.left.process.text
      let answers = step.arrow.right.first?.process.text ?? ""
      findings.error(
        Code.nothingToAnswer, at: step.arrow.range,
        "\(Prose.quoted(answers)) has nothing to answer: no message from \(Prose.quoted(asks)) is open here",
        help:
          "write the request `\(asks) -> \(answers): …` before it, or `\(answers) -> \(asks): \(step.message.text)` if it "
          + "answers nothing")
      return nil
    default:
      findings.notYet(
        "the key `answers`, which tells the request that this reply answers among several that are open,",
        at: step.arrow.range,
        instead: "answer each request before the next is sent between these sockets")
      return nil
    }
  }
}
