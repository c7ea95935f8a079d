import SpecModel

/// Writes a chain out as events, loop by loop and branch by branch.
struct ChainProgramBuilder {
  /// For each actor how much of its part is written.
  private typealias Marks = [Int]

  /// A branch that is being written: where its group begins, and where it begins itself. What lies between is another
  /// branch, for which nothing in this one waits.
  private struct Frame {
    var group: Marks
    var branch: Marks
  }

  /// A `break` that leaves a group: its choice, and what stands in it.
  private struct Break {
    var choice: Int
    var own: [ChainProgram.Span]
  }

  var program: ChainProgram
  private let outline: ChainOutline
  private let run: Int
  private var guards: [ChainProgram.Guard] = []
  private var frames: [Frame] = []
  private var actors: [ProcessID: Int] = [:]
  /// For each step its operation in the present round.
  private var latest: [Int: Int] = [:]
  /// The `break`s of the groups around here, which they leave.
  private var pending: [(isStrong: Bool, breaks: [Break])] = []

  init(_ outline: ChainOutline, run: Int, program: ChainProgram) {
    self.outline = outline
    self.run = run
    self.program = program
  }

  /// Writes the chain out behind what is there already.
  mutating func build() {
    let first = marks
    pending = [(false, [])]
    latest = [:]
    build(outline.chain.items)
    close(from: first)
  }

  private mutating func build(_ items: [ChainItemSpec]) {
    for item in items {
      guard program.isWhole else { return }
      switch item {
      case .step(let index): build(index)
      case .group(let group): build(group)
      case .note, .pause, .work: continue
      }
    }
  }

  // MARK: Steps

  private mutating func build(_ index: Int) {
    let step = outline.chain.steps[index]
    // Heartbeats come whatever else happens.
    if step.every != nil { return }
    let request = step.answers.flatMap { latest[$0] }
    let operation = program.operations.count
    let send = add(operation, isSend: true, step.sender.process)
    program.operations.append(
      ChainProgram.Operation(step: index, run: run, send: send, request: request, guards: guards))
    if !step.isLost {
      program.operations[operation].receptions = step.receivers.map { add(operation, isSend: false, $0.process) }
    }
    if let request, !step.isStreamElement { program.operations[request].replies.append(operation) }
    latest[index] = operation
  }

  private mutating func add(_ operation: Int, isSend: Bool, _ process: ProcessID) -> Int {
    let actor = actor(process)
    program.events.append(
      ChainProgram.Event(
        operation: operation, isSend: isSend, actor: actor, place: program.parts[actor].slots.count,
        behind: behind(actor), guards: guards))
    program.parts[actor].append(.event(program.events.count - 1))
    if program.events.count > ChainProgram.limit { program.isWhole = false }
    return program.events.count - 1
  }

  private mutating func actor(_ process: ProcessID) -> Int {
    if let known = actors[process] { return known }
    program.actors.append(ChainProgram.Actor(process: process, run: run))
    program.parts.append(ChainProgram.Part())
    actors[process] = program.actors.count - 1
    return program.actors.count - 1
  }

  // MARK: Places

  private var marks: Marks { program.parts.map(\.slots.count) }

  /// What an actor has to do before what comes next: all that is written of its part, without the other branches of
  /// the groups around here.
  private func behind(_ actor: Int) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    for frame in frames {
      let (group, branch) = (frame.group.mark(actor), frame.branch.mark(actor))
      if group == branch { continue }
      if start < group { places.append(start..<group) }
      start = branch
    }
    let end = program.parts[actor].slots.count
    if start < end { places.append(start..<end) }
    return places
  }

  /// What was written since.
  private func spans(from first: Marks) -> [ChainProgram.Span] { spans(from: first, to: marks) }

  private func spans(from first: Marks, to last: Marks) -> [ChainProgram.Span] {
    last.indices.compactMap { actor in
      let places = first.mark(actor)..<last[actor]
      return places.isEmpty ? nil : ChainProgram.Span(actor: actor, places: places)
    }
  }

  /// Notes where it goes on beside the branches of a group, which begin at these marks.
  private mutating func noteBranches(_ starts: [Marks]) {
    let end = marks
    for actor in end.indices {
      for (start, next) in zip(starts, starts.dropFirst()) where next.mark(actor) < end[actor] {
        // What stands in a group in this branch may go on nearer.
        for place in start.mark(actor)..<next.mark(actor) where program.parts[actor].beside[place] == .max {
          program.parts[actor].beside[place] = next.mark(actor)
        }
      }
    }
  }

  // MARK: Groups

  private mutating func build(_ group: GroupSpec) {
    let first = marks
    switch group.kind {
    case .par:
      pending.append((true, []))
      var starts: [Marks] = []
      for branch in group.branches {
        starts.append(marks)
        frames.append(Frame(group: first, branch: marks))
        build(branch.items)
        frames.removeLast()
      }
      noteBranches(starts)
      close(from: first)
    case .loop:
      pending.append((true, []))
      decide(group) { builder in
        builder.build(group.branches[0].items)
        builder.decide(group) { $0.build(group.branches[0].items) }
      }
      close(from: first)
    case .alt, .opt:
      pending.append((false, []))
      decide(group) { $0.build(group.branches[0].items) }
      close(from: first)
    case .break:
      let choice = program.choices.count
      decide(group) { $0.build(group.branches[0].items) }
      guard program.choices.count > choice else { return }
      let target = pending.lastIndex { $0.isStrong } ?? pending.indices.last ?? 0
      pending[target].breaks.append(Break(choice: choice, own: program.choices[choice].own))
    }
  }

  /// Makes a choice of a group: the first branch as `body` builds it, then its other branches or the way past it.
  private mutating func decide(_ group: GroupSpec, _ body: (inout ChainProgramBuilder) -> Void) {
    let openings = group.branches.map { outline.opening($0.items) }
    guard program.isWhole else { return }
    guard let anybody = openings.lazy.compactMap(\.steps.first).first else { return body(&self) }
    let choice = program.choices.count
    if choice == ChainProgram.limit {
      program.isWhole = false
      return
    }
    var options = openings.indices.map { option($0, openings[$0], anybody) }
    if group.kind != .alt {
      options.append(ChainProgram.Option(branch: nil, actor: options[0].actor, behind: options[0].behind))
    }
    for option in options.indices {
      options[option].place = program.parts[options[option].actor].slots.count
      program.parts[options[option].actor].append(.option(choice: choice, option: option))
    }
    program.choices.append(ChainProgram.Choice(group: group, guards: guards, options: options))

    let first = marks
    let deciders = Deciders(openings, outline)
    var starts: [Marks] = []
    for option in options.indices {
      let start = (marks: marks, event: program.events.count)
      starts.append(start.marks)
      frames.append(Frame(group: first, branch: start.marks))
      guards.append(ChainProgram.Guard(choice: choice, option: option))
      if option == 0 {
        body(&self)
      } else if let branch = options[option].branch {
        build(group.branches[branch].items)
      }
      guards.removeLast()
      frames.removeLast()
      markTimed(from: start.event, start.marks, openings.indices.contains(option) ? openings[option] : nil, deciders)
    }
    noteBranches(starts)
    starts.append(marks)
    program.choices[choice].own = spans(from: first)
    for option in options.indices {
      program.choices[choice].options[option].excluded =
        spans(from: first, to: starts[option]) + spans(from: starts[option + 1])
    }
  }

  /// Who takes the branches of a group, and how many of them are taken because time has passed.
  private struct Deciders {
    var timed: Int
    var count: [ProcessID: Int] = [:]

    init(_ openings: [ChainOutline.Opening], _ outline: ChainOutline) {
      timed = openings.count { $0.isTimed }
      for step in openings.compactMap(\.steps.first) { count[outline.sender(step), default: 0] += 1 }
    }
  }

  /// Marks what a process waits for first in a branch, from the event `first` on, where it takes another branch when
  /// time has passed: one that begins with a pause, or one that begins with its own message.
  private mutating func markTimed(
    from first: Int, _ start: Marks, _ opening: ChainOutline.Opening?, _ deciders: Deciders
  ) {
    let isTimedForAll = deciders.timed > (opening?.isTimed == true ? 1 : 0)
    let own = opening?.steps.first.map(outline.sender)
    for event in first..<program.events.count {
      let value = program.events[event]
      if value.isSend || hasEvents(value, from: start.mark(value.actor)) { continue }
      let process = program.actors[value.actor].process
      if isTimedForAll || deciders.count[process, default: 0] > (own == process ? 1 : 0) {
        program.events[event].isTimed = true
      }
    }
  }

  /// Whether an event waits for others from a place on.
  private func hasEvents(_ event: ChainProgram.Event, from place: Int) -> Bool {
    let before = program.parts[event.actor].eventsBefore
    return event.behind.contains { before[max($0.lowerBound, place)] < before[max($0.upperBound, place)] }
  }

  /// Who takes a branch: the sender of its first message; where nothing is said in it, the one who waits for what the
  /// other branches begin with.
  private mutating func option(_ branch: Int, _ opening: ChainOutline.Opening, _ anybody: Int) -> ChainProgram.Option {
    let process: ProcessID
    if let first = opening.steps.first {
      process = outline.sender(first)
    } else if opening.isTimed, let waiting = outline.chain.steps[anybody].receivers.first?.process {
      process = waiting
    } else {
      process = outline.sender(anybody)
    }
    let actor = actor(process)
    return ChainProgram.Option(branch: branch, actor: actor, behind: behind(actor))
  }

  /// Ends a group: a `break` in it that happened has left out all that stands behind it, and whatever else the group
  /// has not done yet.
  private mutating func close(from first: Marks) {
    guard let breaks = pending.popLast()?.breaks, !breaks.isEmpty else { return }
    let last = marks
    for left in breaks {
      let own = Dictionary(uniqueKeysWithValues: left.own.map { ($0.actor, $0.places) })
      for span in spans(from: first, to: last) {
        let kept = own[span.actor] ?? span.places.upperBound..<span.places.upperBound
        for places in [span.places.lowerBound..<kept.lowerBound, kept.upperBound..<span.places.upperBound] {
          if places.isEmpty { continue }
          program.choices[left.choice].options[0].excluded.append(ChainProgram.Span(actor: span.actor, places: places))
        }
      }
    }
  }
}

extension [Int] {
  /// What is written of an actor's part; nothing where the actor came later.
  fileprivate func mark(_ actor: Int) -> Int { actor < count ? self[actor] : 0 }
}
