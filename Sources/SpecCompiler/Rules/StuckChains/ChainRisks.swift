import SpecModel
import ZMQWire

/// Where a chain could get stuck at all: what is worth exploring.
///
/// A chain is told from above, so its steps in the order of the file are one way that it can go, and whoever waits in it
/// waits for something that comes. It gets stuck only where one of these is found; a chain without them needs no
/// exploration, and most have none:
///
/// * a process *waits* for a message without a clock, somebody depends on it, and the message may get lost;
/// * a message is *dealt* to one of many instances, and another one owes an answer or has what belongs to it;
/// * requests are *nested*: a process that owes an answer at its REP asks another process that has a REP.
struct ChainRisks {
  /// An operation that is received, and by which of its receivers.
  struct Wait: Hashable {
    var operation: Int
    var receiver: SocketID
  }

  /// What a process waits for without a clock while somebody depends on it.
  private(set) var waits: Set<Wait> = []
  /// For a message that is dealt out, a request that only the instance which has received it can answer.
  private(set) var deals: [Int: Int] = [:]
  /// For a message that is dealt out: what its receiver has got before, and what it sends when it has both.
  private(set) var splits: [Int: (first: Int, use: Int)] = [:]
  /// Whether requests are nested.
  private(set) var isNested = false

  private let outline: ChainOutline
  private let operations: [ChainProgram.Operation]
  /// For each operation its step.
  private let steps: [Step]
  /// The steps that are answered.
  private let answered: Set<Int>
  /// For each process the operations in which it takes part, and those that it sends other than as heartbeats; for each
  /// step the operations that close it. All in their order.
  private var parts: [ProcessID: [Int]] = [:]
  private var sent: [ProcessID: [Int]] = [:]
  private var replies: [Int: [Int]] = [:]

  /// What is asked of a step again and again.
  struct Step {
    var sender: ProcessID
    /// Where it is received; nowhere where it is lost.
    var receivers: [SocketID]
    var answers: Int?
    var isStreamElement: Bool
    /// Whether it comes by itself, or not at all: nobody waits for it, and nobody learns anything by it.
    var tellsNothing: Bool

    init(_ step: StepSpec) {
      sender = step.sender.process
      receivers = step.isLost ? [] : step.receivers
      answers = step.answers
      isStreamElement = step.isStreamElement
      tellsNothing = step.every != nil || step.isLost
    }

    func socket(of process: ProcessID) -> SocketID? { receivers.first { $0.process == process } }
  }

  /// The risks of a chain, given its steps as they happen.
  init(_ outline: ChainOutline, _ operations: [ChainProgram.Operation]) {
    self.outline = outline
    self.operations = operations
    let known = outline.chain.steps.map(Step.init)
    steps = operations.map { known[$0.step] }
    answered = Set(known.compactMap(\.answers))
    for (index, step) in steps.enumerated() {
      for process in Set([step.sender] + step.receivers.map(\.process)) { parts[process, default: []].append(index) }
      if outline.chain.steps[operations[index].step].every == nil { sent[step.sender, default: []].append(index) }
      if let request = step.answers, !step.isStreamElement { replies[request, default: []].append(index) }
    }
    findNesting()
    var processes: Set<ProcessID> = []
    for step in known where processes.insert(step.sender).inserted {
      findOwed(step.sender)
      findSplit(step.sender)
      findAsked(step.sender)
    }
  }

  /// The steps of a chain without groups as operations.
  static func operations(ofLinear chain: ChainSpec) -> [ChainProgram.Operation] {
    chain.steps.indices.map { index in
      ChainProgram.Operation(step: index, run: 0, send: 0, request: chain.steps[index].answers, guards: [])
    }
  }

  // MARK: Waits

  /// Waits for what somebody else has to say before a request can be answered, and what is dealt out meanwhile.
  private mutating func findOwed(_ process: ProcessID) {
    var owed: [Int: Int] = [:]
    for index in parts[process] ?? [] {
      let (operation, step) = (operations[index], steps[index])
      if step.sender == process, let request = step.answers, !step.isStreamElement { owed[request] = nil }
      guard step.answers == nil, let socket = step.socket(of: process) else { continue }
      let (mayGoElsewhere, mayWait) = (isDealt(operation.step, to: socket), self.mayWait(index, socket))
      if mayGoElsewhere || mayWait {
        for (request, asked) in owed where isAnswered(operations[asked], behind: index) {
          guard ChainProgram.areCompatible(operations[asked].guards, operation.guards) else { continue }
          if mayGoElsewhere { deals[index] = min(deals[index] ?? asked, asked) }
          let isOfAsker = outline.sender(request) == step.sender
          if !isOfAsker, mayWait { waits.insert(Wait(operation: index, receiver: socket)) }
        }
      }
      if answered.contains(operation.step) { owed[operation.step] = index }
    }
  }

  /// Waits for what comes back after a message that has no reply of its own.
  private mutating func findAsked(_ process: ProcessID) {
    let asks = (sent[process] ?? []).filter { index in
      steps[index].answers == nil && !steps[index].tellsNothing && !answered.contains(operations[index].step)
    }
    let possible = (parts[process] ?? []).flatMap { index in
      steps[index].receivers.filter { $0.process == process && mayWait(index, $0) }.map {
        Wait(operation: index, receiver: $0)
      }
    }
    if asks.isEmpty || possible.isEmpty { return }
    var search = AskedWaits(process, operations, steps, of: parts[process] ?? [], possible)
    // Without groups all that is asked happens, so that one pass is enough.
    waits.formUnion(outline.hasGroups ? search.find(asks, apartFrom: waits) : search.follow(Set(asks), []))
  }

  /// Whether a process waits here without a clock for something that asks nothing of it, and goes on with it.
  private func mayWait(_ index: Int, _ socket: SocketID) -> Bool {
    let operation = operations[index]
    if steps[index].answers != nil || steps[index].tellsNothing || answered.contains(operation.step) { return false }
    // What a process sends after its end is another one's.
    if outline.chain.steps[operation.step].final == socket.process { return false }
    return !outline.isTimed(operation.step, at: socket)
      && (sent[socket.process] ?? []).behind(index).contains {
        ChainProgram.areCompatible(operations[$0].guards, operation.guards)
      }
  }

  // MARK: Dealing and nesting

  /// Whether a request is answered later.
  private func isAnswered(_ request: ChainProgram.Operation, behind index: Int) -> Bool {
    (replies[request.step] ?? []).behind(index).contains {
      ChainProgram.areCompatible(operations[$0].guards, request.guards)
    }
  }

  /// Whether any of several instances may get a message: PUSH, DEALER and REQ deal them out in turn.
  private func isDealt(_ step: Int, to socket: SocketID) -> Bool {
    guard outline.spec[socket.process].count == .many, let hop = outline.chain.steps[step].hops.last else {
      return false
    }
    return [.push, .dealer, .req].contains(outline.spec[hop.sender].type)
  }

  /// Looks for two messages that one instance gets before it says anything, of which another instance may get the
  /// second. What comes to all instances, or again, is nothing that one of them lacks.
  private mutating func findSplit(_ process: ProcessID) {
    guard outline.isMany(process) else { return }
    var first: Int?
    var dealt: [Int] = []
    for index in parts[process] ?? [] {
      let operation = operations[index]
      let step = outline.chain.steps[operation.step]
      if step.every != nil { continue }
      if step.sender.process == process {
        for place in dealt where ChainProgram.areCompatible(operations[place].guards, operation.guards) {
          if let first, splits[place] == nil { splits[place] = (first, index) }
        }
        (first, dealt) = (nil, [])
      }
      guard step.answers == nil, let socket = outline.socket(of: process, receiving: operation.step) else { continue }
      if let first {
        let before = operations[first]
        let isAnother = outline.chain.steps[before.step].message != step.message
        if isAnother, isDealt(operation.step, to: socket),
          ChainProgram.areCompatible(before.guards, operation.guards)
        {
          dealt.append(index)
        }
      } else if isDealt(operation.step, to: socket)
        || outline.spec[step.hops[step.hops.count - 1].sender].type == .router
      {
        first = index
      }
    }
  }

  /// Looks for a request to a REP while another REP has not answered yet.
  private mutating func findNesting() {
    var open: [Int: SocketID] = [:]
    var count: [SocketID: Int] = [:]
    for (operation, step) in zip(operations, steps) {
      if let request = step.answers {
        if !step.isStreamElement, let rep = open.removeValue(forKey: request) {
          let left = count[rep, default: 0] - 1
          count[rep] = left > 0 ? left : nil
        }
      } else if answered.contains(operation.step), let rep = outline.chain.steps[operation.step].receivers.first,
        outline.spec[rep].type == .rep
      {
        if count.count > (count[rep] == nil ? 0 : 1) { isNested = true }
        if open.updateValue(rep, forKey: operation.step) == nil { count[rep, default: 0] += 1 }
      }
    }
  }
}

extension [Int] {
  /// Of numbers in their order those behind another one.
  func behind(_ number: Int) -> ArraySlice<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > number { high = middle } else { low = middle + 1 }
    }
    return self[low...]
  }
}
