import SpecModel

/// Writes a chain out as events, loop by loop and branch by branch.
struct ChainProgramBuilder {
  /// For each actor its events right in front of here.
  private typealias Fronts = [Int: [Int]]

  var program: ChainProgram
  private let outline: ChainOutline
  private let run: Int
  private var guards: [ChainProgram.Guard] = []
  private var fronts: Fronts = [:]
  /// How much there is to look at for the events so far.
  private var size = 0
  private var actors: [ProcessID: Int] = [:]
  /// For each step its operation in the present round.
  private var latest: [Int: Int] = [:]
  /// The choices that a `break` makes, by the group that it leaves: that group's first event, and where it stands.
  private var pending: [(isStrong: Bool, breaks: [(choice: Int, from: Int)])] = []

  init(_ outline: ChainOutline, run: Int, program: ChainProgram) {
    self.outline = outline
    self.run = run
    self.program = program
  }

  /// Writes the chain out behind what is there already.
  mutating func build() {
    let first = program.events.count
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
        operation: operation, isSend: isSend, actor: actor, after: fronts[actor] ?? [], guards: guards))
    fronts[actor] = [program.events.count - 1]
    size += program.events[program.events.count - 1].after.count
    if program.events.count > ChainProgram.limit || size > 16 * ChainProgram.limit { program.isWhole = false }
    return program.events.count - 1
  }

  private mutating func actor(_ process: ProcessID) -> Int {
    if let known = actors[process] { return known }
    program.actors.append(ChainProgram.Actor(process: process, run: run))
    actors[process] = program.actors.count - 1
    return program.actors.count - 1
  }

  // MARK: Groups

  private mutating func build(_ group: GroupSpec) {
    let first = program.events.count
    switch group.kind {
    case .par:
      pending.append((true, []))
      let before = fronts
      var after: Fronts = [:]
      for branch in group.branches {
        fronts = before
        build(branch.items)
        for (actor, front) in fronts where front != before[actor] {
          after[actor] = ChainProgramBuilder.union(after[actor] ?? [], front)
        }
      }
      fronts = before.merging(after) { $1 }
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
      pending[target].breaks.append((choice, program.events.count))
    }
  }

  /// Makes a choice of a group: the first branch as `body` builds it, then its other branches or the way past it.
  private mutating func decide(_ group: GroupSpec, _ body: (inout ChainProgramBuilder) -> Void) {
    let openings = group.branches.map { outline.opening($0.items).steps.first }
    guard program.isWhole else { return }
    guard let anybody = openings.lazy.compactMap({ $0 }).first else { return body(&self) }
    let choice = program.choices.count
    var options: [(branch: Int?, actor: Int?, after: [Int])] = []
    for (branch, opening) in openings.enumerated() {
      options.append(option(branch, opening, anybody, group))
    }
    if group.kind != .alt { options.append((nil, options[0].actor, options[0].after)) }
    program.choices.append(
      ChainProgram.Choice(
        group: group, guards: guards, options: options,
        excluded: Array(repeating: [], count: options.count)))

    let start = program.events.count
    let before = fronts
    var after: Fronts = [:]
    for option in options.indices {
      fronts = before
      guards.append(ChainProgram.Guard(choice: choice, option: option))
      let first = program.events.count
      if option == 0 {
        body(&self)
      } else if let branch = options[option].branch {
        build(group.branches[branch].items)
      }
      guards.removeLast()
      markTimed(
        first, instead: options.indices.filter { $0 != option }.compactMap { options[$0].branch }, group, before)
      for other in options.indices where other != option {
        program.choices[choice].excluded[other] += first..<program.events.count
      }
      // What a break has left out says nothing of what stands in front of it.
      after.merge(fronts) { ChainProgramBuilder.union($0, $1) }
    }
    after.merge(before) { ChainProgramBuilder.union($0, $1) }
    fronts = after
    program.choices[choice].own = start..<program.events.count
  }

  /// The events of two fronts, both in the order of the events.
  private static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    if a == b { return a }
    var union: [Int] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let next = j == b.count || (i < a.count && a[i] <= b[j]) ? a[i] : b[j]
      if i < a.count, a[i] == next { i += 1 }
      if j < b.count, b[j] == next { j += 1 }
      union.append(next)
    }
    return union
  }

  /// Marks what a process waits for first in a branch, from the event `first` on, where it takes another branch when
  /// time has passed: one that begins with a pause, or one that begins with its own message.
  private mutating func markTimed(_ first: Int, instead branches: [Int], _ group: GroupSpec, _ before: Fronts) {
    let openings = branches.map { outline.opening(group.branches[$0].items) }
    let isTimedForAll = openings.contains { $0.isTimed }
    let deciders = openings.compactMap { $0.steps.first.map(outline.sender) }
    for event in first..<program.events.count {
      let value = program.events[event]
      guard !value.isSend, value.after == before[value.actor] ?? [] else { continue }
      if isTimedForAll || deciders.contains(program.actors[value.actor].process) {
        program.events[event].isTimed = true
      }
    }
  }

  /// Who takes a branch: the sender of its first message; where nothing is said in it, the one who waits for what the
  /// other branches begin with.
  private mutating func option(
    _ branch: Int, _ opening: Int?, _ anybody: Int, _ group: GroupSpec
  ) -> (branch: Int?, actor: Int?, after: [Int]) {
    let isTimed = outline.opening(group.branches[branch].items).isTimed
    let process: ProcessID
    if let opening {
      process = outline.sender(opening)
    } else if isTimed, let waiting = outline.chain.steps[anybody].receivers.first?.process {
      process = waiting
    } else {
      process = outline.sender(anybody)
    }
    let actor = actor(process)
    return (branch, actor, fronts[actor] ?? [])
  }

  /// Ends a group: a `break` in it that happened has left out all that stands behind it, and whatever else the group
  /// has not done yet.
  private mutating func close(from first: Int) {
    guard let breaks = pending.popLast()?.breaks else { return }
    for (choice, _) in breaks {
      let own = Set(program.choices[choice].excluded[1])
      program.choices[choice].excluded[0] += (first..<program.events.count).filter { !own.contains($0) }
    }
  }
}
