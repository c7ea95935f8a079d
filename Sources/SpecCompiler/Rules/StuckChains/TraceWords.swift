import SpecModel

/// Tells what was found in a chain, with the way there.
struct TraceWords {
  let program: ChainProgram
  let outline: ChainOutline
  /// How often the chain runs at a time; where it runs twice, instances are numbered.
  let runs: Int

  init(_ program: ChainProgram, _ outline: ChainOutline, runs: Int) {
    self.program = program
    self.outline = outline
    self.runs = runs
  }

  // MARK: Findings

  /// Requests that wait for each other.
  func deadlock(
    _ blocked: [Int], _ state: ChainState, _ path: [ChainExploration.Move], _ exploration: ChainExploration
  ) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    var owners: [ProcessID] = []
    var last = program.operations[program.events[blocked[0]].operation].step
    for event in blocked {
      guard let holder = exploration.holder(of: event, state) else { continue }
      let value = program.events[event]
      let step = program.operations[value.operation].step
      let process = program.actors[value.actor].process
      if !owners.contains(process) { owners.append(process) }
      let held = outline.name(ofMessageIn: program.operations[holder].step)
      let note = Diagnostic.Note(
        "\(outline.name(ofMessageIn: step)) waits here until \(outline.name(process)) has "
          + "\(value.isSend ? "got the answer to" : "answered") \(held)", at: outline.chain.steps[step].range)
      if !notes.contains(note) { notes.append(note) }
      last = max(last, step)
    }
    let names = owners.map { outline.name($0) }.joinedAsList()
    let fatal = "\(owners.map { outline.spec[$0].name.text }.joinedAsList()) wait for each other"
    return NoChainGetsStuck.error(
      at: outline.chain.steps[last].range,
      "\(names) can wait for each other for ever: each owes an answer and asks the other before it gives it",
      help: "make one of the REPs a ROUTER, which receives while it owes an answer, or let every request take the "
        + "same way through them",
      notes: notes, trace: trace(path, state, fatal))
  }

  /// A message that an instance may get which has not been asked.
  func dealtAway(_ index: Int, instead request: Int) -> Diagnostic {
    let (operation, asked) = (program.operations[index], program.operations[request])
    let message = outline.name(ofMessageIn: operation.step)
    let process = name(ofReceiver: operation)
    let note =
      "only the \(process) that has received \(outline.name(ofMessageIn: asked.step)) can answer it, and it waits for "
      + "\(message) first"
    return dealtAway(index, from: request, .error, note)
  }

  /// A message that one instance may get, and another one what was sent before, of which one needs both.
  func dealtAway(_ index: Int, from first: Int, neededFor use: Int) -> Diagnostic {
    let process = name(ofReceiver: program.operations[index])
    let sent = outline.name(ofMessageIn: program.operations[use].step)
    let before = outline.name(ofMessageIn: program.operations[first].step)
    let note = "the \(process) that has received \(before) sends \(sent) when it has both"
    return dealtAway(index, from: first, .warning, note)
  }

  private func dealtAway(
    _ index: Int, from first: Int, _ severity: Diagnostic.Severity, _ note: String
  ) -> Diagnostic {
    let operation = program.operations[index]
    let step = outline.chain.steps[operation.step]
    let earlier = program.operations[first].step
    let process = name(ofReceiver: operation)
    let sender = step.hops[step.hops.count - 1].sender
    let (message, before) = (outline.name(ofMessageIn: operation.step), outline.name(ofMessageIn: earlier))
    var events = program.operations[..<index].filter { earlier in
      earlier.guards.allSatisfy { operation.guards.contains($0) }
    }.map { outline.event($0.step) }
    events.append(outline.event(operation.step))
    return Diagnostic(
      NoChainGetsStuck.dealtAway, severity, at: step.range,
      "\(message) may reach another \(process) than \(before) did: \(outline.spec.the(sender)) deals in turn",
      help: "send \(message) from a ROUTER, which names the instance, or put what it says into \(before)",
      notes: [Diagnostic.Note(note, at: outline.chain.steps[earlier].range)],
      trace: outline.trace(events, fatal: "another \(process.filter { $0 != "'" }) gets \(message)"))
  }

  /// `'Worker'`, of the receivers the one that there are many of.
  private func name(ofReceiver operation: ChainProgram.Operation) -> String {
    let receivers = outline.chain.steps[operation.step].receivers
    return outline.name((receivers.first { outline.isMany($0.process) } ?? receivers[0]).process)
  }

  /// A message that lies in front of what its receiver expects, because a `break` has ended what it belongs to.
  func leftBehind(
    _ event: Int, insteadOf next: Int, _ group: GroupSpec, _ state: ChainState, _ path: [ChainExploration.Move]
  ) -> Diagnostic {
    let (left, expected) = (program.events[event].operation, program.events[next].operation)
    let (step, other) = (program.operations[left].step, program.operations[expected].step)
    let process = program.actors[program.events[event].actor].process
    let (message, awaited) = (outline.name(ofMessageIn: step), outline.name(ofMessageIn: other))
    // Up to where the receiver takes it.
    let end = path.firstIndex(of: .happen(next)) ?? path.count
    return Diagnostic(
      NoChainGetsStuck.leftBehind, .warning, at: outline.chain.steps[step].range,
      "\(outline.name(process)) may get \(message) after the `break`, where it expects \(awaited)",
      help: "leave the `break` out, so that \(outline.name(outline.sender(step))) ends this itself and "
        + "\(outline.name(process)) takes all of it, or send \(awaited) to another socket",
      notes: [
        Diagnostic.Note("what has been sent when this happens is left in the queue", at: group.range),
        Diagnostic.Note("it stands in front of this", at: outline.chain.steps[other].range),
      ],
      trace: trace(
        Array(path[..<end]), state, "\(outline.spec[process].name) gets \(message) instead of \(awaited)"))
  }

  /// A process that waits for what does not come any more.
  func waitsForEver(
    _ event: Int, _ mishap: ChainState.Mishap, _ state: ChainState, _ path: [ChainExploration.Move]
  ) -> Diagnostic {
    let value = program.events[event]
    let index = program.operations[value.operation].step
    let process = program.actors[value.actor].process
    let message = outline.name(ofMessageIn: index)
    let socket = outline.socket(of: process, receiving: index).map { outline.spec.socket($0) } ?? outline.name(process)
    var notes: [Diagnostic.Note] = []
    let cause: String
    switch mishap {
    case .restart(let actor): cause = "\(outline.name(program.actors[actor].process)) restarts"
    case .loss:
      let lost = path.lazy.compactMap {
        if case .lose(let operation) = $0 { program.operations[operation].step } else { nil }
      }
      cause = lost.first.map { "\(outline.name(ofMessageIn: $0)) is lost" } ?? "a message is lost"
      if let step = lost.first {
        let type = outline.spec[
          outline.chain.steps[step].hops.map(\.sender).first { outline.drops($0) } ?? outline.chain.steps[step].sender
        ].type
        notes.append(
          Diagnostic.Note(
            "\(type.withArticle) drops \(outline.name(ofMessageIn: step)) if nobody is there to get it, or its queue is full",
            at: outline.chain.steps[step].range))
      }
    }
    let fatal = "\(outline.spec[process].name) waits for \(message) for ever"
    return Diagnostic(
      NoChainGetsStuck.waitsForEver, .warning, at: outline.chain.steps[index].range,
      "\(outline.name(process)) waits for \(message) for ever when \(cause)",
      help:
        "write `silence: …` on \(socket), or an `alt` with a branch that begins with a `pause`, or make it a reply",
      notes: notes, trace: trace(path, state, fatal))
  }

  // MARK: Traces

  /// The way that a chain went; where it runs twice, with a remark wherever the other run goes on.
  private func trace(_ path: [ChainExploration.Move], _ state: ChainState, _ fatal: String) -> ChainTrace {
    var events: [ChainTrace.Event] = []
    var run = 0
    func goesOn(_ operation: ChainProgram.Operation) {
      if operation.run == run { return }
      run = operation.run
      let starter = outline.spec[outline.sender(0)].name
      events.append(.note(run == 0 ? "the first \(starter) again" : "a second \(starter)"))
    }
    for move in path {
      switch move {
      case .happen(let event):
        let value = program.events[event]
        guard value.isSend else { continue }
        goesOn(program.operations[value.operation])
        events.append(outline.event(program.operations[value.operation].step))
      case .lose(let operation):
        events.append(.lost(program.operations[operation].step))
      case .restart(let actor):
        events.append(.note("\(outline.spec[program.actors[actor].process].name) restarts"))
      case .take(let choice, let option):
        let group = program.choices[choice].group
        guard let branch = program.choices[choice].options[option].branch else { continue }
        let words = [group.kind.rawValue, group.branches[branch].condition].filter { !$0.isEmpty }
        events.append(.note(words.joined(separator: " ")))
      }
    }
    return outline.trace(events, fatal: fatal)
  }
}

extension ChainOutline {
  /// Whether there may be several of a process.
  func isMany(_ process: ProcessID) -> Bool { spec[process].count == .many }

  /// Whether a socket drops what it cannot deliver.
  func drops(_ socket: SocketID) -> Bool { [.router, .pub, .xpub].contains(spec[socket].type) }
}
