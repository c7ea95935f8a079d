import SpecModel

/// What a `break` leaves in a queue.
///
/// Whoever takes part in a `break` goes on behind the group that it ends; what was sent to him meanwhile is still
/// there, in front of what he expects next from the same socket.
///
/// ```
/// - par:
///     - [ loop …: [ Sensor -> Logger: sample ] ]      Sensor has sent a second sample
///     - [ break …: [ Logger -> Sensor: stop ] ]       when Logger says stop
/// - Sensor -> Logger: summary                         Logger gets the sample first
/// ```
///
/// The chain is explored twice in a row, so that the next run meets what the first one has left. Heartbeats and
/// replies are passed over: the former mean the same at any time, and what answers a request that was given up is known
/// as that.
extension NoChainGetsStuck {
  /// A message that lies where another one is expected.
  static let leftBehind: DiagnosticCode = "ZS0709"

  static func leftBehind(_ outline: ChainOutline) -> [Diagnostic] {
    guard outline.groups().contains(where: { $0.group.kind == .break }), isMixed(outline) else { return [] }
    let program = ChainProgram(outline, inARow: 2)
    var suspects = Suspects(program, outline)
    if program.isWhole, !suspects.areAny { return [] }
    let exploration = ChainExploration(program, outline, withMishaps: false)
    var told: Set<Int> = []
    var found: [Diagnostic] = []
    let isWhole =
      program.isWhole
      && exploration.explore(limit: StuckChainLimit.states) { state, path in
        let leftovers = exploration.leftovers(state)
        if leftovers.isEmpty { return }
        for choice in exploration.breaks(state) {
          for event in leftovers where suspects.contain(event, choice) {
            let operation = program.operations[program.events[event].operation]
            if told.contains(operation.step) { continue }
            let path = path()
            guard let next = next(behind: event, path, program, outline) else { continue }
            told.insert(operation.step)
            let words = TraceWords(program, outline, runs: 1)
            found.append(words.leftBehind(event, insteadOf: next, program.choices[choice].group, state, path))
          }
        }
      }
    if !isWhole {
      found.append(StuckChainLimit.notProved(outline, "that a `break` leaves nothing in a queue"))
    }
    return found
  }

  /// Whether somewhere different messages come from one socket: only there one is taken for another.
  private static func isMixed(_ outline: ChainOutline) -> Bool {
    var messages: [[SocketID]: MessageID] = [:]
    return outline.chain.steps.contains { step in
      if step.isLost || step.every != nil { return false }
      return step.receivers.contains { receiver in
        let known = messages.updateValue(step.message, forKey: [step.sender, receiver])
        return known != nil && known != step.message
      }
    }
  }

  /// What the receiver takes next from the same socket, where it is another message: sent after this one, and received.
  private static func next(
    behind event: Int, _ path: [ChainExploration.Move], _ program: ChainProgram, _ outline: ChainOutline
  ) -> Int? {
    let left = program.operations[program.events[event].operation]
    let step = outline.chain.steps[left.step]
    guard let sent = path.firstIndex(of: .happen(left.send)) else { return nil }
    for case .happen(let sending) in path[(sent + 1)...] where program.events[sending].isSend {
      let operation = program.operations[program.events[sending].operation]
      let later = outline.chain.steps[operation.step]
      guard later.sender == step.sender, let place = later.receivers.firstIndex(of: receiver(of: event)) else {
        continue
      }
      guard operation.receptions.indices.contains(place) else { continue }
      let reception = operation.receptions[place]
      if !path.contains(.happen(reception)) { continue }
      return later.message == step.message ? nil : reception
    }
    return nil
    func receiver(of event: Int) -> SocketID {
      step.receivers[left.receptions.firstIndex(of: event) ?? 0]
    }
  }
}

/// The receptions that a `break` may leave out although their receiver takes part in it: those that do not stand in front
/// of it for him.
private struct Suspects {
  private let program: ChainProgram
  private let outline: ChainOutline
  /// For each `break` and each actor that takes part in it the first event in it.
  private var fronts: [Int: [Int: Int]] = [:]

  init(_ program: ChainProgram, _ outline: ChainOutline) {
    self.program = program
    self.outline = outline
  }

  /// Whether there are any.
  var areAny: Bool {
    mutating get {
      for (choice, value) in program.choices.enumerated() where value.group.kind == .break {
        for span in value.options[0].excluded {
          // The last ones first: they stand behind the `break`.
          for place in span.places.reversed() {
            guard case .event(let event) = program.parts[span.actor].slots[place] else { continue }
            if contain(event, choice) { return true }
          }
        }
      }
      return false
    }
  }

  mutating func contain(_ event: Int, _ choice: Int) -> Bool {
    let value = program.events[event]
    guard !value.isSend, outline.chain.steps[program.operations[value.operation].step].answers == nil,
      let front = front(of: value.actor, in: choice)
    else { return false }
    let excluded = program.choices[choice].options[0].excluded
    return excluded.contains { $0.actor == value.actor && $0.places.contains(value.place) }
      && !program.events[front].behind.contains { $0.contains(value.place) }
  }

  private mutating func front(of actor: Int, in choice: Int) -> Int? {
    if fronts[choice] == nil {
      var found: [Int: Int] = [:]
      for span in program.choices[choice].own {
        for place in span.places {
          guard case .event(let event) = program.parts[span.actor].slots[place] else { continue }
          found[span.actor] = event
          break
        }
      }
      fronts[choice] = found
    }
    return fronts[choice]?[actor]
  }
}
