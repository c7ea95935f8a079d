extension ProtocolSpec {
  /// What every socket sends and receives.
  ///
  /// One pass over all steps: asking for all sockets at once keeps a file with ten thousand chains linear.
  /// What goes through proxies is sent by the first socket and received by the last.
  public func projections() -> [SocketID: SocketProjection] {
    var gathering: [SocketID: Gathering] = [:]
    for socket in socketIDs { gathering[socket] = Gathering() }
    for process in processes {
      for proxy in process.proxies {
        gathering[proxy.frontend]?.proxied = proxy.backend
        gathering[proxy.backend]?.proxied = proxy.frontend
      }
    }
    for (chainIndex, chain) in chains.enumerated() {
      var replies: [Int: [StepSpec]] = [:]
      for step in chain.steps {
        if let request = step.answers { replies[request, default: []].append(step) }
      }
      for (stepIndex, step) in chain.steps.enumerated() where step.answers == nil {
        let use = SocketProjection.Use(chain: chainIndex, step: stepIndex)
        let answers = replies[stepIndex] ?? []
        gathering[step.sender]?.send(step, answers: answers, use: use, in: self)
        // What is lost has no receiver.
        for receiver in step.receivers where !step.isLost {
          gathering[receiver]?.receive(step, answers: answers, use: use, by: receiver.process)
        }
      }
    }
    return gathering.mapValues(\.projection)
  }
}

/// A projection while its steps are gathered, with the places of the messages already seen.
private struct Gathering {
  var proxied: SocketID?
  private var receptions: [SocketProjection.Reception] = []
  private var emissions: [SocketProjection.Emission] = []
  private var received: [MessageID: Int] = [:]
  private var sent: [MessageID: Int] = [:]

  var projection: SocketProjection {
    SocketProjection(receptions: receptions, emissions: emissions, proxied: proxied)
  }

  mutating func receive(_ step: StepSpec, answers: [StepSpec], use: SocketProjection.Use, by process: ProcessID) {
    let index = received[step.message] ?? receptions.count
    if index == receptions.count {
      received[step.message] = index
      receptions.append(
        SocketProjection.Reception(
          message: step.message, answers: SocketProjection.Answers(), isFinal: false, isPeriodic: true, uses: []))
    }
    receptions[index].uses.append(use)
    if step.final == process { receptions[index].isFinal = true }
    if step.every == nil { receptions[index].isPeriodic = false }
    for answer in answers { receptions[index].answers.add(answer) }
  }

  mutating func send(
    _ step: StepSpec, answers: [StepSpec], use: SocketProjection.Use, in spec: ProtocolSpec
  ) {
    let index = sent[step.message] ?? emissions.count
    if index == emissions.count {
      sent[step.message] = index
      emissions.append(
        SocketProjection.Emission(
          message: step.message, answers: SocketProjection.Answers(), within: nil, every: nil, isSpoken: false,
          routeLengths: [], topic: step.topic ?? spec[step.sender].topic, refusals: [], uses: []))
    }
    emissions[index].uses.append(use)
    let length = step.hops.count { spec[$0.sender].type == .router }
    if !emissions[index].routeLengths.contains(length) {
      emissions[index].routeLengths.append(length)
      emissions[index].routeLengths.sort()
    }
    if let every = step.every {
      if every.microseconds < emissions[index].every?.microseconds ?? .max { emissions[index].every = every }
    } else {
      emissions[index].isSpoken = true
    }
    for answer in answers {
      emissions[index].answers.add(answer)
      guard let within = answer.within else { continue }
      if within.microseconds > emissions[index].within?.microseconds ?? -1 { emissions[index].within = within }
    }
    for receiver in step.receivers where !answers.isEmpty {
      if case .message(let refusal) = spec[receiver].otherwise { emissions[index].refusals.appendNew([refusal]) }
    }
  }
}
