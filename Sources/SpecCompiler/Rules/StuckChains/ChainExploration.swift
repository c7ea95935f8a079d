import SpecModel
import ZMQWire

/// Walks through all that can happen in a chain, breadth first, so that the first way to a state is a shortest one.
///
/// A pipe from one process to a socket of another holds two messages. What arrives in different pipes is taken in any
/// order. At most one message is lost, or one process restarts, where that is asked for.
struct ChainExploration {
  /// What can happen.
  enum Move: Hashable {
    /// A message is sent or received.
    case happen(Int)
    /// An option of a choice is taken.
    case take(choice: Int, option: Int)
    /// A message is sent and does not arrive.
    case lose(Int)
    /// A process restarts.
    case restart(Int)
  }

  let program: ChainProgram
  let outline: ChainOutline
  let withMishaps: Bool
  private let moves: [Move]
  /// For each choice the number of its first option.
  private let firstOption: [Int]
  private let optionCount: Int
  /// For each reception what else is in its pipe: where it is sent, where received.
  private let pipes: [Int: [(send: Int, reception: Int)]]
  /// For each event those that have to be over before it, and the options that have to be taken.
  private let after: Rows
  private let needed: Rows
  /// For each event the sending that has to be done before it: for a reception that of its message, else none.
  private let arrival: Rows
  /// The events of each actor, in their order.
  private let own: [[Int]]
  /// For each event whether all that come behind it, of its actor, have to wait until it is over.
  private let isBarrier: [Bool]
  /// The moves that are no events: the place of the first one.
  private let otherMoves: Int

  /// - Parameter withMishaps: Whether a message may get lost, or a process restart.
  init(_ program: ChainProgram, _ outline: ChainOutline, withMishaps: Bool) {
    self.program = program
    self.outline = outline
    self.withMishaps = withMishaps
    var firstOption: [Int] = []
    var options = 0
    for choice in program.choices {
      firstOption.append(options)
      options += choice.options.count
    }
    self.firstOption = firstOption
    optionCount = options
    after = Rows(program.events.map(\.after))
    needed = Rows(program.events.map { $0.guards.map { firstOption[$0.choice] + $0.option } })
    arrival = Rows(program.events.map { $0.isSend ? [] : [program.operations[$0.operation].send] })
    var own = Array(repeating: [Int](), count: program.actors.count)
    for (index, event) in program.events.enumerated() { own[event.actor].append(index) }
    self.own = own
    isBarrier = Self.barriers(program, own)
    otherMoves = program.events.count

    var moves = program.events.indices.map { Move.happen($0) }
    for (choice, value) in program.choices.enumerated() {
      moves += value.options.indices.map { Move.take(choice: choice, option: $0) }
    }
    if withMishaps {
      // What a ROUTER cannot deliver, and what is published before somebody subscribes, is dropped; so is what
      // exceeds the high-water mark.
      moves += program.operations.indices.filter { operation in
        let step = outline.chain.steps[program.operations[operation].step]
        return !step.isLost && step.hops.contains { outline.drops($0.sender) }
      }.map { Move.lose($0) }
      moves += program.actors.indices.map { Move.restart($0) }
    }
    self.moves = moves

    var pipes: [[Int]: [(send: Int, reception: Int)]] = [:]
    var pipe: [Int: [Int]] = [:]
    for operation in program.operations {
      let step = outline.chain.steps[operation.step]
      for (place, reception) in operation.receptions.enumerated() {
        let (receiver, socket) = (program.events[reception].actor, step.receivers[place].index)
        let key = [program.events[operation.send].actor, step.sender.index, receiver, socket]
        pipes[key, default: []].append((operation.send, reception))
        pipe[reception] = key
      }
    }
    self.pipes = pipe.compactMapValues { pipes[$0] }
  }

  /// Each event behind another one waits for that one, or for one behind it, which waits for it in turn: so an event
  /// is a barrier where none behind it waits for nothing but what comes before it.
  private static func barriers(_ program: ChainProgram, _ own: [[Int]]) -> [Bool] {
    var isBarrier = Array(repeating: false, count: program.events.count)
    for events in own {
      var earliest = Int.max
      for event in events.reversed() {
        isBarrier[event] = earliest >= event
        earliest = min(earliest, program.events[event].after.max() ?? -1)
      }
    }
    return isBarrier
  }

  /// Explores all states.
  ///
  /// - Parameter visit: Gets each state in which nothing can happen any more, and how it comes to that; those with the
  ///   shortest way first.
  /// - Returns: Whether the states were all there are.
  func explore(limit: Int, _ visit: (_ end: ChainState, _ path: () -> [Move]) -> Void) -> Bool {
    var state = ChainState(events: program.events.count, options: optionCount)
    var next = state
    var store = StateStore(width: state.words.count)
    store.insert(state.words, from: 0, by: 0)
    var possible: [Int] = []
    var index = 0
    while index < store.count {
      if store.count > limit { return false }
      store.load(index, into: &state.words)
      var isEnd = true
      find(&possible, in: state)
      for number in possible {
        let move = moves[number]
        switch move {
        case .happen, .take: isEnd = false
        case .lose, .restart: break
        }
        for word in state.words.indices { next.words[word] = state.words[word] }
        make(move, &next)
        store.insert(next.words, from: index, by: number)
      }
      if isEnd { visit(state) { store.path(to: index).map { moves[$0] } } }
      index += 1
    }
    return true
  }

  /// Whether the first option of a choice was taken: for a `break`, whether it happened.
  func isTaken(_ choice: Int, _ state: ChainState) -> Bool { state.isTaken(firstOption[choice]) }

  // MARK: Moves

  /// Finds what can happen next, in the order of the moves.
  private func find(_ possible: inout [Int], in state: ChainState) {
    possible.removeAll(keepingCapacity: true)
    for events in own {
      for event in events where !state.isOver(event) {
        if canHappen(event, state) { possible.append(event) }
        if isBarrier[event] { break }
      }
    }
    possible.sort()
    for number in otherMoves..<moves.count where isPossible(moves[number], state) { possible.append(number) }
  }

  private func isPossible(_ move: Move, _ state: ChainState) -> Bool {
    switch move {
    case .happen(let event): return canHappen(event, state)
    case .take(let choice, let option): return canTake(choice, option, state)
    case .lose(let operation):
      return state.mishap == nil && canHappen(program.operations[operation].send, state)
    case .restart(let actor): return state.mishap == nil && canRestart(actor, state)
    }
  }

  // Asked for each event in each state: what most often says no is asked first.
  private func canHappen(_ event: Int, _ state: ChainState) -> Bool {
    if !state.isAhead(event) { return false }
    if !isReady(event, state) { return false }
    return isFree(event, state)
  }

  /// Whether it is an event's turn.
  func isReady(_ event: Int, _ state: ChainState) -> Bool {
    for before in after[event] where !state.isOver(before) { return false }
    for option in needed[event] where !state.isTaken(option) { return false }
    for sending in arrival[event] where !state.isDone(sending) { return false }
    return true
  }

  /// Whether it is an event's turn as far as its process can tell: what others decide need not be decided yet.
  func isAwaited(_ event: Int, _ state: ChainState) -> Bool {
    !state.isOver(event) && after[event].allSatisfy { state.isOver($0) }
  }

  /// Whether the sockets are idle that an event needs, and there is room where it is sent to.
  private func isFree(_ event: Int, _ state: ChainState) -> Bool {
    if holder(of: event, state) != nil { return false }
    let value = program.events[event]
    guard value.isSend else { return true }
    for reception in program.operations[value.operation].receptions {
      var count = 0
      for other in pipes[reception] ?? [] where state.isDone(other.send) && state.isAhead(other.reception) {
        count += 1
      }
      if count >= 2 { return false }
    }
    return true
  }

  /// The request that keeps a socket busy which an event needs; nil where all are idle.
  func holder(of event: Int, _ state: ChainState) -> Int? {
    guard !program.rivals.isEmpty else { return nil }
    for rival in program.rivals[event] {
      let request = program.operations[rival.operation]
      let begins = rival.holdsREQ ? [request.send] : request.receptions
      guard begins.contains(where: { state.isDone($0) }) else { continue }
      let ends = request.replies.flatMap { reply in
        rival.holdsREQ ? program.operations[reply].receptions : [program.operations[reply].send]
      }
      if !ends.contains(where: { state.isDone($0) }), !ends.allSatisfy({ state.isLeftOut($0) }) {
        return rival.operation
      }
    }
    return nil
  }

  private func canTake(_ choice: Int, _ option: Int, _ state: ChainState) -> Bool {
    let value = program.choices[choice]
    for other in value.options.indices where state.isTaken(firstOption[choice] + other) { return false }
    for condition in value.guards where !state.isTaken(firstOption[condition.choice] + condition.option) {
      return false
    }
    if let actor = value.options[option].actor, case .restart(actor) = state.mishap { return false }
    for before in value.options[option].after where !state.isOver(before) { return false }
    // Where a `break` has left all of it out, there is nothing to decide.
    return value.own.isEmpty || !state.isLeftOut(value.own.lowerBound)
  }

  /// A restart matters where the process has been told something, or is about to be, and has something left to do.
  private func canRestart(_ actor: Int, _ state: ChainState) -> Bool {
    var isTold = false
    var hasMore = false
    for event in own[actor] {
      for sending in arrival[event] where state.isDone(sending) && !state.isNever(event) { isTold = true }
      if state.isAhead(event) { hasMore = true }
      if isTold && hasMore { return true }
    }
    return false
  }

  private func make(_ move: Move, _ state: inout ChainState) {
    switch move {
    case .happen(let event): state.happen(event)
    case .take(let choice, let option):
      state.take(firstOption[choice] + option)
      for event in program.choices[choice].excluded[option] { state.leaveOut(event) }
    case .lose(let operation):
      state.happen(program.operations[operation].send)
      for reception in program.operations[operation].receptions { state.prevent(reception) }
      state.mishap = .loss
    case .restart(let actor):
      for event in own[actor] { state.prevent(event) }
      state.mishap = .restart(actor)
    }
  }
}
