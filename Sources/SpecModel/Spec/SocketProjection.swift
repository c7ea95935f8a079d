/// What one socket sends and receives, gathered from all chains: the source of handler protocols,
/// clients and reference pages.
public struct SocketProjection: Sendable, Hashable {
  /// A step that uses a message: the chain's index and the step's.
  public struct Use: Sendable, Hashable {
    /// The index in `ProtocolSpec.chains`.
    public var chain: Int
    /// The index in `ChainSpec.steps`.
    public var step: Int
  }

  /// A message that is received and is not an answer: a method of the handler.
  public struct Reception: Sendable, Hashable {
    /// What is received.
    public var message: MessageID
    /// What it is answered with; empty for a message that asks nothing.
    public var replies: [MessageID]
    /// Whether the receiving process ends with it.
    public var isFinal: Bool
    /// Where, in the order of the file.
    public var uses: [Use]
  }

  /// A message that is sent and is not an answer: a method of the client.
  public struct Emission: Sendable, Hashable {
    /// What is sent.
    public var message: MessageID
    /// What answers it; empty for a message that asks nothing.
    public var replies: [MessageID]
    /// How long the client waits; the longest that the chains say.
    public var within: DurationSpec?
    /// The topic it is published under.
    public var topic: TemplateSpec?
    /// What the other side's `otherwise` may answer instead.
    public var refusals: [MessageID]
    /// Where, in the order of the file.
    public var uses: [Use]
  }

  /// What it receives, in the order of first use.
  public var receptions: [Reception]
  /// What it sends, in the order of first use.
  public var emissions: [Emission]
}

extension ProtocolSpec {
  /// What every socket sends and receives.
  ///
  /// One pass over all steps: asking for all sockets at once keeps a file with ten thousand chains linear.
  public func projections() -> [SocketID: SocketProjection] {
    var gathering: [SocketID: Gathering] = [:]
    for socket in socketIDs { gathering[socket] = Gathering() }
    for (chainIndex, chain) in chains.enumerated() {
      var replies: [Int: [StepSpec]] = [:]
      for step in chain.steps {
        if let request = step.answers { replies[request, default: []].append(step) }
      }
      for (stepIndex, step) in chain.steps.enumerated() where step.answers == nil {
        let use = SocketProjection.Use(chain: chainIndex, step: stepIndex)
        let answers = replies[stepIndex] ?? []
        gathering[step.sender]?.send(step, answers: answers, use: use, in: self)
        for receiver in step.receivers {
          gathering[receiver]?.receive(step, answers: answers, use: use, by: receiver.process)
        }
      }
    }
    return gathering.mapValues { SocketProjection(receptions: $0.receptions, emissions: $0.emissions) }
  }
}

/// A projection while its steps are gathered, with the places of the messages already seen.
private struct Gathering {
  var receptions: [SocketProjection.Reception] = []
  var emissions: [SocketProjection.Emission] = []
  private var received: [MessageID: Int] = [:]
  private var sent: [MessageID: Int] = [:]

  mutating func receive(_ step: StepSpec, answers: [StepSpec], use: SocketProjection.Use, by process: ProcessID) {
    let ends = step.final == process
    if let known = received[step.message] {
      receptions[known].replies.appendNew(answers.map(\.message))
      receptions[known].isFinal = receptions[known].isFinal || ends
      receptions[known].uses.append(use)
    } else {
      received[step.message] = receptions.count
      var reception = SocketProjection.Reception(message: step.message, replies: [], isFinal: ends, uses: [use])
      reception.replies.appendNew(answers.map(\.message))
      receptions.append(reception)
    }
  }

  mutating func send(
    _ step: StepSpec, answers: [StepSpec], use: SocketProjection.Use, in spec: ProtocolSpec
  ) {
    let index: Int
    if let known = sent[step.message] {
      index = known
      emissions[index].uses.append(use)
    } else {
      index = emissions.count
      sent[step.message] = index
      emissions.append(
        SocketProjection.Emission(
          message: step.message, replies: [], within: nil, topic: step.topic ?? spec[step.sender].topic,
          refusals: [], uses: [use]))
    }
    emissions[index].replies.appendNew(answers.map(\.message))
    for answer in answers {
      guard let within = answer.within else { continue }
      if within.microseconds > emissions[index].within?.microseconds ?? -1 { emissions[index].within = within }
    }
    for receiver in step.receivers where !answers.isEmpty {
      if case .message(let refusal) = spec[receiver].otherwise { emissions[index].refusals.appendNew([refusal]) }
    }
  }
}

extension [MessageID] {
  fileprivate mutating func appendNew(_ messages: [MessageID]) {
    for message in messages where !contains(message) { append(message) }
  }
}
