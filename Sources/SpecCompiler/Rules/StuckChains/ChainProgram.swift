import SpecModel
import ZMQWire

/// A chain as events that happen, each after what its process does before: what the exploration walks through.
///
/// A loop is written out: not at all, once, or twice, so that what one round leaves behind meets the next. Each
/// alternative is decided once; what each process may know of it is another rule's question
/// (`AlternativeIsKnown`), so that here everybody follows it. Where the chain runs twice at a time, all of it is there
/// twice, and the two runs meet at the sockets of processes that there is one of.
struct ChainProgram {
  /// A process in one of the runs.
  struct Actor: Hashable {
    var process: ProcessID
    var run: Int
  }

  /// A branch of a choice that has to be taken.
  struct Guard: Hashable {
    var choice: Int
    var option: Int
  }

  /// A message that is sent or received.
  struct Event {
    var operation: Int
    var isSend: Bool
    var actor: Int
    /// The events of this actor right in front of it: each has to be over.
    var after: [Int]
    var guards: [Guard]
    /// Whether it is received instead of something that happens when time has passed: whoever waits here has a clock.
    var isTimed = false
  }

  /// A step in one round of the loops around it.
  struct Operation {
    var step: Int
    var run: Int
    var send: Int
    /// For each receiver; none where the message is lost.
    var receptions: [Int] = []
    /// The operation that it answers.
    var request: Int?
    /// The operations that close it, where it is a request.
    var replies: [Int] = []
    var guards: [Guard]
  }

  /// What is decided once.
  struct Choice {
    var group: GroupSpec
    var guards: [Guard]
    /// For each option who may take it, and after which events of his; nil where anybody may.
    var options: [(branch: Int?, actor: Int?, after: [Int])]
    /// For each option the events that then never happen.
    var excluded: [[Int]]
    /// The events in its branches.
    var own = 0..<0
  }

  /// A socket that works on one request at a time: a REP from a request's reception to its answer, a REQ from sending
  /// to receiving.
  struct Lock: Hashable {
    var socket: SocketID
    /// The run, where each run has an instance of its own.
    var run: Int?
  }

  /// A request that may hold a socket.
  struct Rival: Hashable {
    var operation: Int
    /// Whether it holds the REQ that asks, and not the REP that answers.
    var holdsREQ: Bool
  }

  var actors: [Actor] = []
  var events: [Event] = []
  var operations: [Operation] = []
  var choices: [Choice] = []
  /// For each event the requests that must be closed before it, because they hold a socket that it needs.
  var rivals: [[Rival]] = []
  /// Whether it is the whole chain: nil while it is being built, false where it is too large.
  var isWhole = true
}

extension ChainProgram {
  /// How many events are built at most.
  static let limit = 4_096

  /// The chain's events, in one run or two at a time.
  init(_ outline: ChainOutline, runs: Int) {
    self.init()
    for run in 0..<runs {
      var builder = ChainProgramBuilder(outline, run: run, program: self)
      builder.build()
      self = builder.program
    }
  }

  /// The chain's events, several times one after the other: each process begins anew when it is through.
  init(_ outline: ChainOutline, inARow count: Int) {
    self.init()
    var builder = ChainProgramBuilder(outline, run: 0, program: self)
    for _ in 0..<count { builder.build() }
    self = builder.program
  }

  /// Finds out which requests contend for a REQ or a REP.
  mutating func contend(_ outline: ChainOutline) {
    var holders: [Lock: [Rival]] = [:]
    for (index, operation) in operations.enumerated() where !operation.replies.isEmpty {
      for lock in locks(of: operation, sending: nil, outline) {
        let holdsREQ = outline.spec[lock.socket].type == .req
        holders[lock, default: []].append(Rival(operation: index, holdsREQ: holdsREQ))
      }
    }
    rivals = events.map { event in
      locks(of: operations[event.operation], sending: event.isSend, outline).flatMap { lock in
        (holders[lock] ?? []).filter { $0.operation != event.operation }
      }
    }
  }

  /// The sockets that must be idle before a request is sent or received.
  private func locks(of operation: Operation, sending: Bool?, _ outline: ChainOutline) -> [Lock] {
    if operation.request != nil { return [] }
    let step = outline.chain.steps[operation.step]
    var locks: [Lock] = []
    func add(_ socket: SocketID, _ type: SocketType) {
      guard outline.spec[socket].type == type else { return }
      locks.append(Lock(socket: socket, run: outline.spec[socket.process].count == .many ? operation.run : nil))
    }
    if sending != false { add(step.sender, .req) }
    if sending != true, !step.isLost { for receiver in step.receivers { add(receiver, .rep) } }
    return locks
  }

  /// Whether the two can happen in one and the same run of the chain.
  static func areCompatible(_ a: [Guard], _ b: [Guard]) -> Bool {
    for one in a { for other in b where one.choice == other.choice && one.option != other.option { return false } }
    return true
  }
}
