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
    let suspects = leftBehind(by: program, outline)
    if suspects.isEmpty, program.isWhole { return [] }
    let exploration = ChainExploration(program, outline, withMishaps: false)
    var told: Set<Int> = []
    var found: [Diagnostic] = []
    let isWhole =
      program.isWhole
      && exploration.explore(limit: StuckChainLimit.states) { state, path in
        for (event, choice) in suspects where state.isLeftOut(event) && exploration.isTaken(choice, state) {
          let operation = program.operations[program.events[event].operation]
          guard state.isDone(operation.send), !told.contains(operation.step) else { continue }
          let path = path()
          guard let next = next(behind: event, state, path, program, outline) else { continue }
          told.insert(operation.step)
          let words = TraceWords(program, outline, runs: 1)
          found.append(words.leftBehind(event, insteadOf: next, program.choices[choice].group, state, path))
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

  /// The receptions that a `break` may leave out although their receiver takes part in it, each with the break: those
  /// that do not stand in front of it for him.
  private static func leftBehind(by program: ChainProgram, _ outline: ChainOutline) -> [(event: Int, choice: Int)] {
    var suspects: [(event: Int, choice: Int)] = []
    for (choice, value) in program.choices.enumerated() where value.group.kind == .break {
      var front: [Int: Set<Int>] = [:]
      for event in value.own {
        let actor = program.events[event].actor
        if front[actor] == nil { front[actor] = program.ancestors(of: event) }
      }
      for event in value.excluded[0] where !program.events[event].isSend {
        let step = outline.chain.steps[program.operations[program.events[event].operation].step]
        guard let before = front[program.events[event].actor], step.answers == nil else { continue }
        if !before.contains(event) { suspects.append((event, choice)) }
      }
    }
    return suspects
  }

  /// What the receiver takes next from the same socket, where it is another message: sent after this one, and received.
  private static func next(
    behind event: Int, _ state: ChainState, _ path: [ChainExploration.Move], _ program: ChainProgram,
    _ outline: ChainOutline
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
      if !state.isDone(reception) { continue }
      return later.message == step.message ? nil : reception
    }
    return nil
    func receiver(of event: Int) -> SocketID {
      step.receivers[left.receptions.firstIndex(of: event) ?? 0]
    }
  }
}

extension ChainProgram {
  /// The events of the same process that are over before this one.
  fileprivate func ancestors(of event: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = events[event].after
    while let next = open.popLast() {
      if found.insert(next).inserted { open += events[next].after }
    }
    return found
  }
}
