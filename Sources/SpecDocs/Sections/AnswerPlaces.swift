import SpecModel

/// Where requests are answered, looked up once for a whole page.
struct AnswerPlaces {
  /// For each chain: the steps that answer a step.
  private let steps: [[Int: [Int]]]

  /// The answers of all chains.
  init(_ spec: ProtocolSpec) {
    steps = spec.chains.map { chain in
      var answers: [Int: [Int]] = [:]
      for (index, step) in chain.steps.enumerated() {
        if let request = step.answers { answers[request, default: []].append(index) }
      }
      return answers
    }
  }

  /// The first step that answers one of some requests.
  func first(to requests: [SocketProjection.Use]) -> SocketProjection.Use? {
    for request in requests {
      if let step = steps[request.chain][request.step]?.first {
        return SocketProjection.Use(chain: request.chain, step: step)
      }
    }
    return nil
  }

  /// The first step in which a message answers one of some requests.
  func use(of answer: MessageID, to requests: [SocketProjection.Use], in spec: ProtocolSpec) -> SocketProjection.Use? {
    for request in requests {
      for step in steps[request.chain][request.step] ?? []
      where spec.chains[request.chain].steps[step].message == answer {
        return SocketProjection.Use(chain: request.chain, step: step)
      }
    }
    return nil
  }
}
