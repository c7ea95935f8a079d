import SpecModel

/// What can happen in a chain ends well: nobody waits for somebody who waits for him, no message goes to an instance
/// that can do nothing with it, a message that gets lost leaves nobody waiting for ever, and a `break` leaves nothing
/// behind that is in the way.
///
/// Most chains need no look at all (`ChainRisks`); the others are explored, each by itself.
struct NoChainGetsStuck: Rule {
  static let code: DiagnosticCode = "ZS0701"
  /// A message that is dealt to another instance than what belongs to it.
  static let dealtAway: DiagnosticCode = "ZS0702"
  /// A process that waits for ever after a loss.
  static let waitsForEver: DiagnosticCode = "ZS0704"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.outlines.flatMap(check)
  }

  private static func check(_ outline: ChainOutline) -> [Diagnostic] {
    if !outline.hasGroups, ChainRisks(outline, ChainRisks.operations(ofLinear: outline.chain)).isEmpty { return [] }
    if outline.hasSelfTalk || outline.groups().contains(where: { AlternativeHasOneDecider.isRace($0.group, outline) }) {
      return []
    }
    let program = ChainProgram(outline, runs: 1)
    guard program.isWhole else { return [StuckChainLimit.notProved(outline, "that nobody waits for ever in it")] }
    let risks = ChainRisks(outline, program.operations)
    return dealt(program, risks, outline) + lost(program, risks, outline) + deadlocks(program, risks, outline)
      + leftBehind(outline)
  }

  // MARK: Deadlocks

  private static func deadlocks(
    _ single: ChainProgram, _ risks: ChainRisks, _ outline: ChainOutline
  ) -> [Diagnostic] {
    guard risks.isNested, let first = outline.chain.steps.first else { return [] }
    let isRepeated = outline.spec[first.sender.process].count == .many
    guard isRepeated || outline.groups().contains(where: { $0.group.kind == .par }) else { return [] }
    var program = isRepeated ? ChainProgram(outline, runs: 2) : single
    program.contend(outline)
    let exploration = ChainExploration(program, outline, withMishaps: false)
    var found: [Diagnostic] = []
    let isWhole =
      program.isWhole
      && exploration.explore(limit: StuckChainLimit.states) { state, path in
        guard found.isEmpty else { return }
        let blocked = exploration.ready(state)
        guard !blocked.isEmpty else { return }
        let words = TraceWords(program, outline, runs: isRepeated ? 2 : 1)
        found.append(words.deadlock(blocked, state, path(), exploration))
      }
    if !isWhole, found.isEmpty {
      found.append(
        StuckChainLimit.notProved(
          outline, "that no two processes wait for each other in it (\(StuckChainLimit.states) states looked at)"))
    }
    return found
  }

  // MARK: Messages dealt away

  private static func dealt(_ program: ChainProgram, _ risks: ChainRisks, _ outline: ChainOutline) -> [Diagnostic] {
    var told: Set<Int> = []
    let words = TraceWords(program, outline, runs: 1)
    let owed = risks.deals.sorted { $0.key < $1.key }.compactMap { index, request in
      told.insert(program.operations[index].step).inserted ? words.dealtAway(index, instead: request) : nil
    }
    let needed = risks.splits.sorted { $0.key < $1.key }.compactMap { index, split in
      told.insert(program.operations[index].step).inserted
        ? words.dealtAway(index, from: split.first, neededFor: split.use) : nil
    }
    return owed + needed
  }

  // MARK: Losses and restarts

  private static func lost(_ program: ChainProgram, _ risks: ChainRisks, _ outline: ChainOutline) -> [Diagnostic] {
    if risks.waits.isEmpty { return [] }
    let exploration = ChainExploration(program, outline, withMishaps: true)
    // For each wait its event, and all the receptions that are waited for with a clock.
    var waits: Set<Int> = []
    for wait in risks.waits {
      let operation = program.operations[wait.operation]
      guard let place = outline.chain.steps[operation.step].receivers.firstIndex(of: wait.receiver) else { continue }
      if operation.receptions.indices.contains(place) { waits.insert(operation.receptions[place]) }
    }
    let timed = Set(
      program.events.indices.filter { event in
        let value = program.events[event]
        let step = program.operations[value.operation].step
        guard !value.isSend, let socket = outline.socket(of: program.actors[value.actor].process, receiving: step)
        else {
          return false
        }
        return value.isTimed || outline.isTimed(step, at: socket)
      })
    var told: Set<Int> = []
    var found: [Diagnostic] = []
    let isWhole = exploration.explore(limit: StuckChainLimit.states) { state, path in
      guard let mishap = state.mishap else { return }
      let awaited = exploration.awaited(state)
      let waiting = awaited.filter(waits.contains)
      if waiting.isEmpty { return }
      let stopped = Set(waiting.map { program.events[$0].actor })
      for event in waiting {
        let value = program.events[event]
        let sender = program.events[program.operations[value.operation].send].actor
        // The one who waits for a process that waits itself is not where the remedy is.
        if stopped.contains(sender) || told.contains(value.actor) { continue }
        if awaited.contains(where: { program.events[$0].actor == value.actor && timed.contains($0) }) { continue }
        told.insert(value.actor)
        found.append(TraceWords(program, outline, runs: 1).waitsForEver(event, mishap, state, path()))
      }
    }
    if !isWhole {
      found.append(
        StuckChainLimit.notProved(
          outline, "that nobody waits for ever after a loss or a restart (\(StuckChainLimit.states) states looked at)"))
    }
    return found
  }
}

extension ChainRisks {
  /// Whether a chain cannot get stuck.
  var isEmpty: Bool { waits.isEmpty && deals.isEmpty && splits.isEmpty && !isNested }
}
