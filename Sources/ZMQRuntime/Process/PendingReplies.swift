import ZMQWire

/// By what an answer finds its request.
enum RequestKey: Hashable {
  /// By its place in the order: one request at a time.
  case turn
  /// By the peer of a ROUTER; by the way to one behind proxies: one request at a time to each.
  case peer([UInt8], further: [[UInt8]])
  /// By an id that the answer repeats, from the peer that was asked (none but for a ROUTER, or behind one): any number
  /// at a time.
  case correlation(CorrelationID, peer: [UInt8], further: [[UInt8]])

  /// - Parameter further: Further ids of the way, behind that of the peer where there is one.
  init(peer: [UInt8]?, further: [[UInt8]] = [], correlation: CorrelationID?) {
    let first = peer ?? further.first
    let others = peer == nil ? Array(further.dropFirst()) : further
    if let correlation {
      self = .correlation(correlation, peer: first ?? [], further: others)
    } else {
      self = first.map { .peer($0, further: others) } ?? .turn
    }
  }

  /// Whether only one request with this key may be under way.
  var isLockstep: Bool { if case .correlation = self { false } else { true } }
}

/// A request that waits for its answer, or for the many answers of a stream.
final class PendingReply {
  /// What became of a message that might be an answer.
  enum Taken {
    /// It is none.
    case no
    /// It is one, and more will come.
    case element
    /// It is the last one.
    case last
    /// It is an answer that nobody understands, and ends the request; more may come.
    case spoilt
  }

  /// Takes a message if it is an answer, good or bad. When nobody waits any more (`isLate`), only tells what it is.
  let take: (IncomingMessage, _ isLate: Bool) -> Taken
  /// Takes note that there is no answer, or none that can be understood; tells what that was.
  let fail: (any Error) -> Taken
  /// Called when the last answer has been taken, or none can be any more.
  var ended: () -> Void = {}
  /// Whoever waits for the next answer.
  let arrived = WaitList()

  init(take: @escaping (IncomingMessage, _ isLate: Bool) -> Taken, fail: @escaping (any Error) -> Taken) {
    self.take = take
    self.fail = fail
  }
}

/// The requests of a socket that are under way, and those that nobody waits for any more but that may still be answered.
///
/// Bounded: a request under way is a task of the program's own; of those given up a few are remembered.
final class PendingReplies {
  /// So many given-up requests are remembered for each key, and for so many keys.
  private static let (lateLimit, keyLimit) = (16, 1024)

  @exclusivity(unchecked) private var live: [RequestKey: PendingReply] = [:]
  @exclusivity(unchecked) private var late: [RequestKey: [PendingReply]] = [:]
  private var turns: [RequestKey: Turn] = [:]

  /// How many requests wait for their answer.
  var count: Int { live.count }

  /// Whether no answer can come.
  var isEmpty: Bool { live.isEmpty && late.isEmpty }

  // MARK: Turns

  /// Whose turn it is, and who waits for theirs.
  private final class Turn {
    var isTaken = true
    let askers = WaitList()
  }

  func isTaken(_ key: RequestKey) -> Bool { turns[key]?.isTaken == true }

  /// Where to wait for a turn that is taken; nil where it is not.
  func askers(of key: RequestKey) -> WaitList? { isTaken(key) ? turns[key]?.askers : nil }

  func beginTurn(_ key: RequestKey) {
    if let turn = turns[key] { turn.isTaken = true } else { turns[key] = Turn() }
  }

  func endTurn(_ key: RequestKey) {
    turns[key]?.isTaken = false
    if turns[key]?.askers.wakeOne() != true { turns[key] = nil }
  }

  // MARK: Requests

  func add(_ pending: PendingReply, for key: RequestKey) { live[key] = pending }

  func remove(_ key: RequestKey) { live[key] = nil }

  /// How many answers to given-up requests may still come.
  func lateCount(of key: RequestKey) -> Int { late[key]?.count ?? 0 }

  /// Nobody waits for the answer any more; it may still come.
  ///
  /// - Parameter ownWasTaken: An answer came meanwhile and was taken for one to an earlier request. Then it was this
  ///   request's own, and the peer has never answered the earlier ones: nothing is outstanding any more.
  func giveUp(_ key: RequestKey, ownWasTaken: Bool) {
    guard let pending = live.removeValue(forKey: key), key.isLockstep else { return }
    if ownWasTaken || late.count >= Self.keyLimit {
      late[key] = nil
    } else {
      late[key, default: []].append(pending)
      if late[key]?.count ?? 0 > Self.lateLimit { late[key]?.removeFirst() }
    }
  }

  /// Gives an answer to whoever waits for it.
  ///
  /// - Returns: Whether it is an answer, and if so whether it came too late.
  func take(_ message: IncomingMessage, for key: RequestKey) -> (isAnswer: Bool, isLate: Bool) {
    for (index, pending) in (late[key] ?? []).enumerated() {
      switch pending.take(message, true) {
      case .no: continue
      case .element, .spoilt: return (true, true)
      case .last:
        forget(key, at: index)
        return (true, true)
      }
    }
    guard let pending = live[key] else { return (false, false) }
    switch pending.take(message, false) {
    case .no: return (false, false)
    case .element: pending.arrived.wakeOne()
    case .last: end(key)
    case .spoilt: end(key, moreMayCome: true)
    }
    return (true, false)
  }

  /// Ends the request with this key, which could not be sent.
  func lose(_ key: RequestKey, because error: any Error) {
    _ = live[key]?.fail(error)
    end(key)
  }

  /// Ends the request with this key, which has got something that nobody understands. Where an earlier one may still be
  /// answered, it was meant for that.
  func spoil(_ key: RequestKey, with fault: WireError) {
    if let owed = late[key]?.first {
      if owed.fail(fault) == .last { forget(key, at: 0) }
    } else if let pending = live[key] {
      end(key, moreMayCome: pending.fail(fault) == .spoilt)
    }
  }

  private func forget(_ key: RequestKey, at index: Int) {
    late[key]?.remove(at: index)
    if late[key]?.isEmpty == true { late[key] = nil }
  }

  private func end(_ key: RequestKey, moreMayCome: Bool = false) {
    guard let pending = live[key] else { return }
    if moreMayCome { giveUp(key, ownWasTaken: false) } else { live[key] = nil }
    pending.ended()
    pending.arrived.wakeOne()
  }

  /// Forgets what may still come: the socket has been renewed.
  func forgetLate() { late = [:] }

  /// Lets every task go on that waits for a turn or an answer.
  func stop() {
    for turn in turns.values { turn.askers.stop() }
    for pending in live.values { pending.arrived.stop() }
  }
}
