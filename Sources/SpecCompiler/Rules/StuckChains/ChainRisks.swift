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
  /// The steps that are answered.
  private let answered: Set<Int>

  /// The risks of a chain, given its steps as they happen.
  init(_ outline: ChainOutline, _ operations: [ChainProgram.Operation]) {
    self.outline = outline
    self.operations = operations
    answered = Set(outline.chain.steps.compactMap(\.answers))
    findNesting()
    var processes: [ProcessID] = []
    for step in outline.chain.steps where !processes.contains(step.sender.process) {
      processes.append(step.sender.process)
    }
    for process in processes {
      findOwed(process)
      findSplit(process)
      findAsked(process)
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
    for (index, operation) in operations.enumerated() {
      let step = outline.chain.steps[operation.step]
      if step.sender.process == process, let request = step.answers, !step.isStreamElement { owed[request] = nil }
      guard step.answers == nil, let socket = outline.socket(of: process, receiving: operation.step) else { continue }
      for (request, asked) in owed where isAnswered(operations[asked], behind: index) {
        guard ChainProgram.areCompatible(operations[asked].guards, operation.guards) else { continue }
        if isDealt(operation.step, to: socket) { deals[index] = min(deals[index] ?? asked, asked) }
        let isOfAsker = outline.sender(request) == step.sender.process
        if !isOfAsker, mayWait(index, socket) { waits.insert(Wait(operation: index, receiver: socket)) }
      }
      if answered.contains(operation.step) { owed[operation.step] = index }
    }
  }

  /// Waits for what comes back after a message that has no reply of its own.
  private mutating func findAsked(_ process: ProcessID) {
    let asks = operations.indices.filter { index in
      let step = outline.chain.steps[operations[index].step]
      return step.sender.process == process && step.answers == nil && step.every == nil && !step.isLost
        && !answered.contains(operations[index].step)
    }
    if asks.isEmpty { return }
    // Without groups all that is asked happens, so that one pass is enough.
    if !outline.hasGroups { return follow(Set(asks), [], process) }
    for ask in asks { follow([ask], operations[ask].guards, process) }
  }

  /// Follows what a process has asked from one to the next, until something comes back. Who has spoken to it before it
  /// asked is its client: nobody waits when that one is gone.
  private mutating func follow(_ asks: Set<Int>, _ guards: [ChainProgram.Guard], _ process: ProcessID) {
    var informed: [ProcessID: Int] = [:]
    var heard: Set<ProcessID> = []
    var clients: [Int: Set<ProcessID>] = [:]
    for (index, operation) in operations.enumerated() {
      let step = outline.chain.steps[operation.step]
      guard !step.isLost, step.every == nil, ChainProgram.areCompatible(guards, operation.guards) else { continue }
      let sender = step.sender.process
      if asks.contains(index) { clients[index] = heard }
      let ask = asks.contains(index) ? index : informed[sender]
      for receiver in step.receivers {
        if receiver.process == process {
          if step.answers == nil { heard.insert(sender) }
          guard let ask, clients[ask]?.contains(sender) == false, mayWait(index, receiver) else { continue }
          waits.insert(Wait(operation: index, receiver: receiver))
        } else if let ask {
          informed[receiver.process] = min(informed[receiver.process] ?? ask, ask)
        }
      }
    }
  }

  /// Whether a process waits here without a clock for something that asks nothing of it, and goes on with it.
  private func mayWait(_ index: Int, _ socket: SocketID) -> Bool {
    let operation = operations[index]
    let step = outline.chain.steps[operation.step]
    guard step.answers == nil, step.every == nil, !answered.contains(operation.step) else { return false }
    // What a process sends after its end is another one's.
    if step.final == socket.process { return false }
    return !outline.isTimed(operation.step, at: socket)
      && operations[(index + 1)...].contains {
        let later = outline.chain.steps[$0.step]
        return later.sender.process == socket.process && later.every == nil
          && ChainProgram.areCompatible($0.guards, operation.guards)
      }
  }

  // MARK: Dealing and nesting

  /// Whether a request is answered later.
  private func isAnswered(_ request: ChainProgram.Operation, behind index: Int) -> Bool {
    operations[(index + 1)...].contains {
      let step = outline.chain.steps[$0.step]
      return step.answers == request.step && !step.isStreamElement
        && ChainProgram.areCompatible($0.guards, request.guards)
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
    for (index, operation) in operations.enumerated() {
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
    for operation in operations {
      let step = outline.chain.steps[operation.step]
      if let request = step.answers {
        if !step.isStreamElement { open[request] = nil }
      } else if answered.contains(operation.step), let rep = step.receivers.first, outline.spec[rep].type == .rep {
        if open.values.contains(where: { $0 != rep }) { isNested = true }
        open[operation.step] = rep
      }
    }
  }
}
