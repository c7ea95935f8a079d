import SpecModel

/// What one process cannot know in one chain.
struct AlternativeSearch {
  private let process: ProcessID
  private let outline: ChainOutline
  private let automaton: LocalAutomaton
  /// How many pairs were looked at, and how many edges.
  private var looked = 0
  private var edgesLooked = 0
  /// What may come next at a node, and what may be sent behind what is received there, once somebody has asked.
  private var nextOf: [Int: Next] = [:]
  private var sendsOf: [Int: Set<LocalAutomaton.Label>] = [:]

  init(_ process: ProcessID, _ outline: ChainOutline) {
    self.process = process
    self.outline = outline
    automaton = LocalAutomaton(process, in: outline)
  }

  /// What may come next at a node, whatever is decided.
  private struct Next {
    var sends: [LocalAutomaton.Edge] = []
    var receives: [LocalAutomaton.Edge] = []
    var mayEnd = false
    /// Where each of them leads.
    var targets: [LocalAutomaton.Label: [Int]] = [:]
    /// Whether the process has to send, with nothing to wait for.
    var mustSend: Bool { !sends.isEmpty && receives.isEmpty && !mayEnd }
  }

  mutating func findings() -> [Diagnostic] {
    let choices = automaton.choices.filter { !AlternativeHasOneDecider.isRace($0.group, outline) }
    if AlternativeProof(automaton, choices, outline, isTimed: isTimed).holds { return [] }
    var found: [Diagnostic] = []
    for choice in choices {
      if let finding = finding(choice) { found.append(finding) }
      if isTooLarge {
        return found + [StuckChainLimit.notProved(outline, "what \(outline.name(process)) can know in it")]
      }
    }
    return found
  }

  private var isTooLarge: Bool {
    looked > AlternativeIsKnown.limit || edgesLooked > AlternativeIsKnown.edgeLimit
  }

  private mutating func finding(_ choice: LocalAutomaton.ForeignChoice) -> Diagnostic? {
    var seen: Set<Int> = []
    var pairs: [(p: Int, q: Int, first: Int?, second: Int?)] = []
    for (place, a) in choice.options.enumerated() {
      for b in choice.options[(place + 1)...] { pairs.append((a.node, b.node, a.branch, b.branch)) }
    }
    var head = 0
    while head < pairs.count {
      let pair = pairs[head]
      head += 1
      guard pair.p != pair.q, seen.insert(pair.p * automaton.edges.count + pair.q).inserted else { continue }
      looked += 1
      if isTooLarge { return nil }
      let (one, other) = (next(pair.p), next(pair.q))
      if let step = conflict(one, other, pair.q), !outline.isConcurrent(step, with: choice.path) {
        return report(choice, step, taken: pair.first, instead: pair.second)
      }
      if let step = conflict(other, one, pair.p), !outline.isConcurrent(step, with: choice.path) {
        return report(choice, step, taken: pair.second, instead: pair.first)
      }
      if choice.group.kind == .loop, let step = unknownEnd(one, other) ?? unknownEnd(other, one) {
        if let finding = reportEnd(choice, step) { return finding }
      }
      for edge in one.sends + one.receives {
        // The fields of a message that comes on both ways may tell them apart.
        if case .receive = edge.label, let step = edge.step, outline.carriesData(step) { continue }
        let targets = other.targets[edge.label] ?? []
        for target in targets { pairs.append((edge.target, target, pair.first, pair.second)) }
        edgesLooked += 1 + targets.count
      }
    }
    return nil
  }

  private mutating func next(_ start: Int) -> Next {
    if let known = nextOf[start] { return known }
    var next = Next()
    var nodes = [start]
    var seen: Set<Int> = [start]
    while let node = nodes.popLast() {
      if automaton.edges[node].isEmpty { next.mayEnd = true }
      for edge in automaton.edges[node] {
        edgesLooked += 1
        switch edge.label {
        case .send: next.sends.append(edge)
        case .receive, .time: next.receives.append(edge)
        case .free, .foreign: if seen.insert(edge.target).inserted { nodes.append(edge.target) }
        }
      }
    }
    for edge in next.sends + next.receives { next.targets[edge.label, default: []].append(edge.target) }
    nextOf[start] = next
    return next
  }

  /// The step that has to be sent on one way and cannot be sent on the other, although both look alike so far.
  private mutating func conflict(_ one: Next, _ other: Next, _ node: Int) -> Int? {
    guard one.mustSend, let step = one.sends[0].step else { return nil }
    if other.sends.isEmpty, !other.mayEnd, !other.receives.isEmpty, other.receives.allSatisfy(isTimed) { return nil }
    let reachable = sendsBehindReceptions(node)
    return one.sends.contains { reachable.contains($0.label) } ? nil : step
  }

  /// The step with which a process goes on when a loop is over, where it waits for the loop's messages without a clock.
  private func unknownEnd(_ left: Next, _ inside: Next) -> Int? {
    guard left.mustSend, inside.sends.isEmpty, !inside.receives.isEmpty else { return nil }
    return inside.receives.allSatisfy(isTimed) ? nil : left.sends[0].step
  }

  private func isTimed(_ edge: LocalAutomaton.Edge) -> Bool {
    guard let step = edge.step, let socket = outline.socket(of: process, receiving: step) else { return true }
    return outline.isTimed(step, at: socket)
  }

  /// What the process may send next if it only receives until then.
  private mutating func sendsBehindReceptions(_ start: Int) -> Set<LocalAutomaton.Label> {
    if let known = sendsOf[start] { return known }
    var sends: Set<LocalAutomaton.Label> = []
    var nodes = [start]
    var seen: Set<Int> = [start]
    while let node = nodes.popLast() {
      for edge in automaton.edges[node] {
        edgesLooked += 1
        if case .send = edge.label {
          sends.insert(edge.label)
        } else if seen.insert(edge.target).inserted {
          nodes.append(edge.target)
        }
      }
    }
    sendsOf[start] = sends
    return sends
  }

  /// Whether a message with fields has passed between this process and others before: it may have told.
  private func mayKnow(_ choice: LocalAutomaton.ForeignChoice, before step: Int) -> Bool {
    let last = choice.group.kind == .loop ? step : choice.decision
    return outline.chain.steps.indices.contains { index in
      guard index < last, outline.carriesData(index) else { return false }
      return outline.sender(index) == process || outline.socket(of: process, receiving: index) != nil
    }
  }

  // MARK: Words

  private func report(
    _ choice: LocalAutomaton.ForeignChoice, _ step: Int, taken: Int?, instead: Int?
  ) -> Diagnostic {
    let decider = outline.name(outline.sender(choice.decision))
    let me = outline.name(process)
    let message = outline.name(ofMessageIn: step)
    var events = outline.events(before: choice.path)
    for branch in [taken, instead].compactMap({ $0 }).prefix(1) {
      let opening = outline.opening(choice.group.branches[branch].items).steps.first
      if let opening, opening != step { events.append(outline.event(opening)) }
    }
    return Diagnostic(
      AlternativeIsKnown.code, mayKnow(choice, before: step) ? .warning : .error,
      at: outline.chain.steps[step].range,
      "\(me) cannot know \(what(choice)): it has to send \(message) in \(way(choice, taken)), and "
        + "\(way(choice, instead)) looks the same to it",
      help: "let \(decider) tell \(me) with a message of its own on each way, or give \(me) a deadline to wait for",
      notes: [Diagnostic.Note("\(decider) decides here", at: choice.group.range)],
      trace: outline.trace(
        events, fatal: "\(outline.spec[process].name) cannot know whether to send \(message)"))
  }

  private func reportEnd(_ choice: LocalAutomaton.ForeignChoice, _ step: Int) -> Diagnostic? {
    if mayKnow(choice, before: step) || outline.isConcurrent(step, with: choice.path) { return nil }
    let decider = outline.name(outline.sender(choice.decision))
    let me = outline.name(process)
    let message = outline.name(ofMessageIn: step)
    return AlternativeIsKnown.warning(
      at: outline.chain.steps[step].range,
      "\(me) cannot know that the loop in front of \(message) is over: \(decider) does not tell it",
      help: "let \(decider) send \(me) a last message behind the loop, or a field that tells the end, or give \(me) a "
        + "`silence`",
      notes: [Diagnostic.Note("\(decider) decides whether this goes on", at: choice.group.range)],
      trace: outline.trace(
        outline.events(before: choice.path) + [outline.event(choice.decision)],
        fatal: "\(outline.spec[process].name) cannot know whether another one comes"))
  }

  private func what(_ choice: LocalAutomaton.ForeignChoice) -> String {
    switch choice.group.kind {
    case .alt, .par: "which alternative was taken"
    case .opt: "whether the option was taken"
    case .loop: "whether the loop goes on"
    case .break: "of the break"
    }
  }

  /// `'the scene is drawn'`, `the way past it`
  private func way(_ choice: LocalAutomaton.ForeignChoice, _ branch: Int?) -> String {
    guard let branch else { return "the way past it" }
    let condition = choice.group.branches[branch].condition
    if condition.isEmpty { return "the \(choice.group.kind.rawValue)" }
    return Prose.quoted(condition)
  }
}
