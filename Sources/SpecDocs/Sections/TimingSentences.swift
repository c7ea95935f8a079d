import SpecModel

/// All that a chain says about time, in one place, each thing once.
///
/// ```
/// **Timing.** `Client` waits no longer than 2.5 s for 4. 1 and 2 are sent by themselves every 1 s.
/// ```
struct TimingSentences {
  /// The protocol.
  let spec: ProtocolSpec
  /// How the page speaks of it.
  let names: PageNames
  /// What each socket sends and receives.
  let sockets: [SocketID: SocketProjection]
  /// The chain.
  let chain: ChainSpec

  /// A paragraph; nothing where time plays no part.
  var blocks: [Block] {
    let sentences = waits + periods + silences
    if sentences.isEmpty { return [] }
    return [.paragraph("\(Phrase.strong("Timing.")) \(sentences.joined(" "))")]
  }

  /// Who waits how long for which answers.
  private var waits: [Phrase] {
    var groups = Groups<Wait>()
    for step in chain.steps where !step.isLost {
      guard let asked = step.answers, chain.steps.indices.contains(asked) else { continue }
      groups.add(step.number, to: Wait(receivers: step.receivers, text: within(chain.steps[asked])))
    }
    return groups.all.map { wait, numbers in
      let receivers = Phrase.list(wait.receivers.map(names.socket))
      let verb = wait.receivers.count > 1 ? "wait" : "waits"
      let steps = numbers.alternatives
      guard let text = wait.text else {
        return "\(receivers) \(verb) \(DurationSpec.usualWait.spaced) for \(steps), or what its program says."
      }
      return "\(receivers) \(verb) no longer than \(text) for \(steps)."
    }
  }

  /// How long its sender waits for any answer to a message, which is the longest time that the chains say.
  private func within(_ request: StepSpec) -> String? {
    sockets[request.sender]?.emissions.first { $0.message == request.message }?.within?.spaced
  }

  /// What is sent by itself.
  private var periods: [Phrase] {
    var groups = Groups<String>()
    for step in chain.steps { if let every = step.every { groups.add(step.number, to: every.spaced) } }
    return groups.all.map { every, numbers in
      numbers.count > 1
        ? "\(Phrase.list(numbers.map { "\($0)" })) are sent by themselves every \(every)."
        : "\(numbers[0]) is sent by itself every \(every)."
    }
  }

  /// Whose silence is noticed, where signs of life are shown; the list of sockets has all that notice it.
  private var silences: [Phrase] {
    var groups = Groups<String>()
    var sockets: [SocketID] = []
    for socket in chain.steps.filter({ $0.every != nil }).flatMap(\.receivers) where !sockets.contains(socket) {
      guard let silence = spec[socket].silence else { continue }
      groups.add(sockets.count, to: silence.spaced)
      sockets.append(socket)
    }
    return groups.all.map { silence, indices in
      let who = Phrase.list(indices.map { names.socket(sockets[$0]) })
      return
        "\(who) \(indices.count > 1 ? "take" : "takes") a peer from which nothing has come for \(silence) for gone."
    }
  }

  private struct Wait: Hashable {
    let receivers: [SocketID]
    let text: String?
  }
}

/// Numbers that belong to the same thing, in the order in which the things first came.
private struct Groups<Key: Hashable> {
  private var order: [Key] = []
  private var members: [Key: [Int]] = [:]

  var all: [(Key, [Int])] { order.map { ($0, members[$0] ?? []) } }

  mutating func add(_ number: Int, to key: Key) {
    if members[key] == nil { order.append(key) }
    members[key, default: []].append(number)
  }
}

extension [Int] {
  /// `3`, `3 or 4`, `3, 4 or 5`
  fileprivate var alternatives: String {
    let texts = map { "\($0)" }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " or " + last
  }
}
