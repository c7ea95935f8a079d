import SpecModel
import ZMQWire

/// Walks through all that can happen in a chain, breadth first, so that the first way to a state is a shortest one.
///
/// A pipe from one process to a socket of another holds two messages. What arrives in different pipes is taken in any
/// order. At most one message is lost, or one process restarts, where that is asked for.
///
/// What a state costs does not grow with the chain, but for the bits it is stored in: only the first thing that each
/// actor has to do is asked whether it can happen, or in a group the first of each branch. And how many states there are
/// does not grow with the ways that lead to one and the same place: what is over is forgotten (`settle`).
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
  private let layout: ChainState.Layout
  private let moves: [Move]
  /// For each choice the number of the move that takes its first option, for each operation that of the one that loses
  /// it, or nil, and the number of the one with which the first actor restarts.
  private let takes: [Int]
  private let losses: [Int?]
  private let restarts: Int
  /// For each reception the pipe in which it arrives.
  private let pipes: [Int]
  /// For each operation those that are forgotten together: where it is asked which requests are open, a request and its
  /// replies.
  private let units: [Int]
  private let members: Rows
  /// Whether it is remembered what a `break` has left in a queue.
  private let keepsLeftovers: Bool

  /// - Parameter withMishaps: Whether a message may get lost, or a process restart.
  init(_ program: ChainProgram, _ outline: ChainOutline, withMishaps: Bool) {
    self.program = program
    self.outline = outline
    self.withMishaps = withMishaps
    layout = ChainState.Layout(program)
    keepsLeftovers = !withMishaps && program.contention == nil

    var moves = program.events.indices.map { Move.happen($0) }
    var takes: [Int] = []
    for (choice, value) in program.choices.enumerated() {
      takes.append(moves.count)
      moves += value.options.indices.map { Move.take(choice: choice, option: $0) }
    }
    var losses = [Int?](repeating: nil, count: program.operations.count)
    if withMishaps {
      // What a ROUTER cannot deliver, and what is published before somebody subscribes, is dropped; so is what
      // exceeds the high-water mark.
      for (operation, value) in program.operations.enumerated() {
        let step = outline.chain.steps[value.step]
        if step.isLost || !step.hops.contains(where: { outline.drops($0.sender) }) { continue }
        losses[operation] = moves.count
        moves.append(.lose(operation))
      }
    }
    restarts = moves.count
    if withMishaps { moves += program.actors.indices.map { Move.restart($0) } }
    self.moves = moves
    self.takes = takes
    self.losses = losses
    pipes = Self.pipes(program, outline)

    var units = Array(program.operations.indices)
    if program.contention != nil {
      for (request, value) in program.operations.enumerated() {
        for reply in value.replies { units[reply] = request }
      }
    }
    self.units = units
    var members = Array(repeating: [Int](), count: units.count)
    for (operation, unit) in units.enumerated() { members[unit].append(operation) }
    self.members = Rows(members)
  }

  private static func pipes(_ program: ChainProgram, _ outline: ChainOutline) -> [Int] {
    var numbers: [[Int]: Int] = [:]
    var pipes = Array(repeating: -1, count: program.events.count)
    for operation in program.operations {
      let step = outline.chain.steps[operation.step]
      for (place, reception) in operation.receptions.enumerated() {
        let (receiver, socket) = (program.events[reception].actor, step.receivers[place].index)
        let key = [program.events[operation.send].actor, step.sender.index, receiver, socket]
        pipes[reception] = numbers[key, default: numbers.count]
        numbers[key] = pipes[reception]
      }
    }
    return pipes
  }

  /// Explores all states.
  ///
  /// - Parameter visit: Gets each state in which nothing can happen any more, and how it comes to that; those with the
  ///   shortest way first.
  /// - Returns: Whether the states were all there are.
  func explore(limit: Int, _ visit: (_ end: ChainState, _ path: () -> [Move]) -> Void) -> Bool {
    var state = ChainState(layout)
    var next = state
    var store = StateStore(width: state.words.count)
    store.insert(state, from: 0, by: 0)
    var index = 0
    while index < store.count {
      if store.count > limit { return false }
      store.load(index, into: &state)
      var isEnd = true
      for number in possible(in: state) {
        let move = moves[number]
        switch move {
        case .happen, .take: isEnd = false
        case .lose, .restart: break
        }
        next.replace(state.words[...], hash: state.hash)
        make(move, &next)
        store.insert(next, from: index, by: number)
      }
      if isEnd { visit(state) { store.path(to: index).map { moves[$0] } } }
      index += 1
    }
    return true
  }

  // MARK: What can happen

  /// What can happen next, in the order of the moves.
  private func possible(in state: ChainState) -> [Int] {
    var possible: [Int] = []
    for actor in program.actors.indices {
      forEachFront(of: actor, state) { slot, isFirst in
        switch layout.slots[slot] {
        case .event(let event):
          guard canHappen(event, isFirst, state) else { return }
          possible.append(event)
          if state.mishap == nil, program.events[event].isSend, let loss = losses[program.events[event].operation] {
            possible.append(loss)
          }
        case .option(let choice, let option):
          if canTake(choice, option, isFirst, state) { possible.append(takes[choice] + option) }
        }
      }
      // A restart matters where the process has been told something, or is about to be, and has something left to do.
      if withMishaps, state.mishap == nil, state.isTold(actor),
        state.firstAhead(in: layout.starts[actor]..<layout.starts[actor + 1], events: true) != nil
      {
        possible.append(restarts + actor)
      }
    }
    return possible.sorted()
  }

  /// Calls for what is not over in the part of an actor, as far as it need not wait for something else of that: whether
  /// no event at all is ahead of it is told, too.
  private func forEachFront(of actor: Int, _ state: ChainState, _ body: (_ slot: Int, _ isFirst: Bool) -> Void) {
    let (start, end) = (layout.starts[actor], layout.starts[actor + 1])
    var (place, isFirst) = (start, true)
    while let slot = state.firstAhead(in: place..<end, events: false) {
      body(slot, isFirst)
      place = slot + 1
      if case .event = layout.slots[slot] {
        let beside = program.parts[actor].beside[slot - start]
        if beside == .max { return }
        place = start + beside
        isFirst = false
      }
    }
  }

  /// Whether it is an event's turn, the sockets are idle that it needs, and there is room where it is sent to.
  private func canHappen(_ event: Int, _ isFirst: Bool, _ state: ChainState) -> Bool {
    guard isReady(event, isFirst, state), holder(of: event, state) == nil else { return false }
    let value = program.events[event]
    return !value.isSend
      || program.operations[value.operation].receptions.allSatisfy { hasRoom($0, value.actor, state) }
  }

  /// Whether it is an event's turn.
  private func isReady(_ event: Int, _ isFirst: Bool, _ state: ChainState) -> Bool {
    let value = program.events[event]
    if !value.isSend {
      if !state.isDone(program.operations[value.operation].send) || isPrevented(event, state) { return false }
    }
    for condition in value.guards where !state.isTaken(condition.choice, condition.option) { return false }
    return isFirst || areOver(value.behind, of: value.actor, state)
  }

  private func areOver(_ places: [Range<Int>], of actor: Int, _ state: ChainState) -> Bool {
    places.allSatisfy { state.firstAhead(in: layout.slots(actor, $0), events: true) == nil }
  }

  /// Whether a message will never arrive.
  private func isPrevented(_ reception: Int, _ state: ChainState) -> Bool {
    if case .loss(let lost?) = state.mishap { return lost == program.events[reception].operation }
    return false
  }

  /// Whether one more message fits into the pipe in which a reception arrives.
  private func hasRoom(_ reception: Int, _ sender: Int, _ state: ChainState) -> Bool {
    var count = 0
    state.forEachDone(in: layout.starts[sender]..<layout.starts[sender + 1]) { slot in
      guard case .event(let event) = layout.slots[slot], program.events[event].isSend else { return }
      for other in program.operations[program.events[event].operation].receptions
      where pipes[other] == pipes[reception] && !state.isOver(other) {
        count += 1
      }
    }
    return count < 2
  }

  private func canTake(_ choice: Int, _ option: Int, _ isFirst: Bool, _ state: ChainState) -> Bool {
    for condition in program.choices[choice].guards where !state.isTaken(condition.choice, condition.option) {
      return false
    }
    let value = program.choices[choice].options[option]
    return isFirst || areOver(value.behind, of: value.actor, state)
  }

  /// The request that keeps a socket busy which an event needs; nil where all are idle.
  func holder(of event: Int, _ state: ChainState) -> Int? {
    guard let contention = program.contention else { return nil }
    for lock in contention.needed[event] {
      var found: Int?
      for actor in contention.holders[lock] {
        state.forEachDone(in: layout.starts[actor]..<layout.starts[actor + 1]) { slot in
          guard case .event(let begin) = layout.slots[slot], contention.held[begin].contains(lock) else { return }
          let request = program.events[begin].operation
          if request == program.events[event].operation || found.map({ $0 < request }) ?? false { return }
          if isOpen(request, asker: contention.isREQ[lock], state) { found = request }
        }
      }
      if let found { return found }
    }
    return nil
  }

  /// Whether a request that has begun is not answered yet, for the one who has asked or for the one who answers.
  private func isOpen(_ request: Int, asker: Bool, _ state: ChainState) -> Bool {
    let ends = program.operations[request].replies.flatMap { reply in
      asker ? program.operations[reply].receptions : [program.operations[reply].send]
    }
    return !ends.contains { state.isDone($0) } && !ends.allSatisfy { state.isLeftOut($0) }
  }

  // MARK: What is the case

  /// The events whose turn it is, in their order.
  func ready(_ state: ChainState) -> [Int] {
    fronts(state) { event, isFirst in isReady(event, isFirst, state) }
  }

  /// The events whose turn it is as far as their processes can tell, in their order: what others decide need not be
  /// decided yet.
  func awaited(_ state: ChainState) -> [Int] {
    fronts(state) { event, isFirst in
      isFirst || areOver(program.events[event].behind, of: program.events[event].actor, state)
    }
  }

  private func fronts(_ state: ChainState, _ isMeant: (_ event: Int, _ isFirst: Bool) -> Bool) -> [Int] {
    var events: [Int] = []
    for actor in program.actors.indices {
      forEachFront(of: actor, state) { slot, isFirst in
        if case .event(let event) = layout.slots[slot], isMeant(event, isFirst) { events.append(event) }
      }
    }
    return events.sorted()
  }

  /// The receptions that a `break` has left out although the message was sent, in their order.
  func leftovers(_ state: ChainState) -> [Int] {
    var found: [Int] = []
    state.forEachDone(in: 0..<layout.slots.count) { slot in
      guard case .event(let event) = layout.slots[slot], program.events[event].isSend else { return }
      found += program.operations[program.events[event].operation].receptions.filter { state.isLeftOut($0) }
    }
    return found.sorted()
  }

  /// The `break`s that have happened, in their order.
  func breaks(_ state: ChainState) -> [Int] {
    var found: [Int] = []
    state.forEachDone(in: 0..<layout.slots.count) { slot in
      guard case .option(let choice, 0) = layout.slots[slot], program.choices[choice].group.kind == .break else {
        return
      }
      found.append(choice)
    }
    return found.sorted()
  }

  // MARK: Moves

  private func make(_ move: Move, _ state: inout ChainState) {
    switch move {
    case .happen(let event):
      let value = program.events[event]
      state.happen(event)
      if value.isSend, withMishaps, state.mishap == nil {
        for reception in program.operations[value.operation].receptions { state.tell(program.events[reception].actor) }
      }
      settle(operation: value.operation, &state)
      settle(value.guards, &state)
    case .take(let choice, let option):
      let value = program.choices[choice]
      state.take(choice, option)
      for span in value.options[option].excluded { state.leaveOut(layout.slots(span.actor, span.places)) }
      if value.group.kind == .break, option == 0 {
        settleAll(&state)
      } else if settle(choice: choice, &state) {
        settle(value.guards, &state)
      }
    case .lose(let operation):
      let send = program.operations[operation].send
      state.leaveOut(send)
      state.suffer(.loss(operation: operation))
      settleAll(&state)
    case .restart(let actor):
      // It does nothing any more, and nobody asks what it has done but those to whom it has sent something.
      state.suffer(.restart(actor))
      state.leaveOut(layout.starts[actor]..<layout.starts[actor + 1])
      settleAll(&state)
    }
  }

  // MARK: Forgetting

  /// Forgets whatever is over.
  private func settleAll(_ state: inout ChainState) {
    var done: [Int] = []
    state.forEachDone(in: 0..<layout.slots.count) { done.append($0) }
    for slot in done {
      switch layout.slots[slot] {
      case .event(let event): settle(operation: program.events[event].operation, &state)
      case .option(let choice, _): settle(choice: choice, &state)
      }
    }
    if case .loss(let operation?) = state.mishap,
      program.operations[operation].receptions.allSatisfy({ state.isOver($0) })
    {
      state.suffer(.loss(operation: nil))
    }
  }

  /// Forgets that a message was sent and received, once it is.
  private func settle(operation: Int, _ state: inout ChainState) {
    let unit = members[units[operation]]
    for member in unit {
      let value = program.operations[member]
      if !state.isOver(value.send) || !value.receptions.allSatisfy({ state.isOver($0) }) { return }
    }
    if !keepsLeftovers {
      for member in unit { forget(member, &state) }
      return
    }
    // What is asked of a leftover is what came next from the same socket. While a message may become one, or is one,
    // what was sent after it is remembered, and what it is that came next is known when it has come itself.
    for sent in sends(of: program.events[program.operations[operation].send].actor, state)
    where isForgettable(sent, state) {
      forget(sent, &state)
    }
  }

  private func forget(_ operation: Int, _ state: inout ChainState) {
    let value = program.operations[operation]
    state.forget(slot: layout.events[value.send])
    for reception in value.receptions { state.forget(slot: layout.events[reception]) }
  }

  /// What an actor has sent, as far as that is not forgotten.
  private func sends(of actor: Int, _ state: ChainState) -> [Int] {
    var found: [Int] = []
    state.forEachDone(in: layout.starts[actor]..<layout.starts[actor + 1]) { slot in
      guard case .event(let event) = layout.slots[slot], program.events[event].isSend else { return }
      found.append(program.events[event].operation)
    }
    return found
  }

  /// Whether a message has come to all its receivers, and is not what came next behind one that has not.
  private func isForgettable(_ operation: Int, _ state: ChainState) -> Bool {
    let value = program.operations[operation]
    guard value.receptions.allSatisfy({ state.isDone($0) }) else { return false }
    let others = sends(of: program.events[value.send].actor, state).filter { $0 != operation }
    return value.receptions.allSatisfy { reception in
      let inPipe = others.flatMap { other in
        program.operations[other].receptions.filter { pipes[$0] == pipes[reception] }.map { (other, $0) }
      }
      return inPipe.allSatisfy { earlier, missing in
        if state.isDone(missing) || isBehind(earlier, operation) { return true }
        return inPipe.contains { next, received in
          state.isDone(received) && isBehind(next, earlier) && isBehind(operation, next)
        }
      }
    }
  }

  /// Whether a message is sent after another one of the same actor, however the chain goes.
  private func isBehind(_ operation: Int, _ earlier: Int) -> Bool {
    let place = program.events[program.operations[earlier].send].place
    return program.events[program.operations[operation].send].behind.contains { $0.contains(place) }
  }

  /// Forgets which ways were taken, from the innermost choice outwards, as far as they are at their ends.
  private func settle(_ guards: [ChainProgram.Guard], _ state: inout ChainState) {
    for condition in guards.reversed() where !settle(choice: condition.choice, &state) { return }
  }

  /// Forgets which way was taken, once nothing is left to do in it.
  ///
  /// - Returns: Whether that is so.
  @discardableResult
  private func settle(choice: Int, _ state: inout ChainState) -> Bool {
    let value = program.choices[choice]
    for span in value.own where state.firstAhead(in: layout.slots(span.actor, span.places), events: false) != nil {
      return false
    }
    // What a `break` leaves in a queue is told of with the `break`.
    if keepsLeftovers, value.group.kind == .break, state.isTaken(choice, 0), leavesSomething(choice, state) {
      return true
    }
    for slot in layout.options[choice] { state.forget(slot: slot) }
    return true
  }

  private func leavesSomething(_ choice: Int, _ state: ChainState) -> Bool {
    leftovers(state).contains { event in
      let value = program.events[event]
      return program.choices[choice].options[0].excluded.contains {
        $0.actor == value.actor && $0.places.contains(value.place)
      }
    }
  }
}
