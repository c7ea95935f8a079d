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
    /// Its place in the part of its actor.
    var place: Int
    /// The places in that part at which everything has to be over before.
    var behind: [Range<Int>]
    var guards: [Guard]
    /// Whether it is received instead of something that happens when time has passed: whoever waits here has a clock.
    var isTimed = false
  }

  /// What an actor does, in the order in which it is written: what it sends and receives, and what it decides.
  struct Part {
    enum Slot {
      case event(Int)
      case option(choice: Int, option: Int)
    }

    private(set) var slots: [Slot] = []
    /// How many events stand before each place.
    private(set) var eventsBefore = [0]
    /// For each place where it goes on that does not wait for it: at the next branch of a group around it. `Int.max`
    /// where there is none.
    var beside: [Int] = []

    mutating func append(_ slot: Slot) {
      var events = eventsBefore[slots.count]
      if case .event = slot { events += 1 }
      slots.append(slot)
      eventsBefore.append(events)
      beside.append(.max)
    }
  }

  /// A stretch of the part of an actor.
  struct Span {
    var actor: Int
    var places: Range<Int>
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
    var options: [Option]
    /// What is in its branches.
    var own: [Span] = []
  }

  /// A way that a choice may go.
  struct Option {
    /// Nil for the way past.
    var branch: Int?
    /// Who may take it, where that stands in his part, and what has to be over before.
    var actor: Int
    var place = 0
    var behind: [Range<Int>]
    /// What then never happens.
    var excluded: [Span] = []
  }

  /// A socket that works on one request at a time: a REP from a request's reception to its answer, a REQ from sending
  /// to receiving.
  struct Lock: Hashable {
    var socket: SocketID
    /// The run, where each run has an instance of its own.
    var run: Int?
  }

  /// Who uses the sockets that work on one request at a time.
  struct Contention {
    /// For each event the locks that must be idle before it, and those that its request holds from then on.
    var needed: [[Int]] = []
    var held: [[Int]] = []
    /// For each lock whether it is a REQ that asks, and not a REP that answers; and the actors that may hold it.
    var isREQ: [Bool] = []
    var holders: [[Int]] = []
  }

  var actors: [Actor] = []
  /// For each actor what it does.
  var parts: [Part] = []
  var events: [Event] = []
  var operations: [Operation] = []
  var choices: [Choice] = []
  /// Nil where it is not asked who waits for a socket.
  var contention: Contention?
  /// Whether it is the whole chain: nil while it is being built, false where it is too large.
  var isWhole = true
}

extension ChainProgram {
  /// How many events are built at most, and how many choices.
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
    var numbers: [Lock: Int] = [:]
    var contention = Contention()
    for operation in operations where !operation.replies.isEmpty {
      for lock in locks(of: operation, sending: nil, outline) where numbers[lock] == nil {
        numbers[lock] = numbers.count
        contention.isREQ.append(outline.spec[lock.socket].type == .req)
      }
    }
    contention.holders = Array(repeating: [], count: numbers.count)
    for event in events {
      let operation = operations[event.operation]
      let needed = locks(of: operation, sending: event.isSend, outline).compactMap { numbers[$0] }
      contention.needed.append(needed)
      contention.held.append(operation.replies.isEmpty ? [] : needed)
      for lock in contention.held[contention.held.count - 1] where !contention.holders[lock].contains(event.actor) {
        contention.holders[lock].append(event.actor)
      }
    }
    self.contention = contention
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
