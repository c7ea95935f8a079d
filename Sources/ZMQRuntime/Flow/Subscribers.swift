import ZMQWire

/// Who wants what of a PUB: how many peers have asked for each prefix.
///
/// An XPUB stands in for a PUB and is told of every subscription and its end (`ZMQ_XPUB_VERBOSER`), also when a
/// connection is lost. Source: RFC 29; man zmq_socket, ZMQ_XPUB.
///
/// Bounded, for any peer may subscribe to as much as it likes. What is beyond the bound is served by libzmq like all
/// else, but not counted, unless somebody waits for it: so a crowd of prefixes keeps nobody from being found who is
/// waited for when he comes. A count is then too low, and never too high.
final class Subscribers {
  private let limits: SubscriptionLimits
  private var prefixes: [[UInt8]: Int] = [:]
  /// The bytes of the prefixes that are counted.
  private var bytes = 0
  /// Subscriptions that were not counted.
  private(set) var uncounted = 0
  /// Topics that tasks wait for, and how many of them do.
  private(set) var awaited: [[UInt8]: Int] = [:]
  /// Whoever waits for more of them.
  let changed = WaitList()

  init(limits: SubscriptionLimits) { self.limits = limits }

  /// Counts a subscription, or its end.
  ///
  /// - Returns: false when it is one that is not counted.
  func note(_ notice: SubscriptionNotice) -> Bool {
    let prefix = notice.prefix
    if let count = prefixes[prefix] {
      prefixes[prefix] = notice.isAdded ? count + 1 : count - 1
      if !notice.isAdded, count == 1 { forget(prefix) }
    } else if notice.isAdded {
      guard hasRoom(for: prefix) || isAwaited(prefix) else {
        uncounted += 1
        return false
      }
      prefixes[prefix] = 1
      bytes += prefix.count
    }
    while changed.wakeOne() {}
    return true
  }

  private func forget(_ prefix: [UInt8]) {
    prefixes[prefix] = nil
    bytes -= prefix.count
  }

  private func hasRoom(for prefix: [UInt8]) -> Bool {
    prefixes.count < limits.prefixes && prefix.count <= limits.bytes - bytes
  }

  private func isAwaited(_ prefix: [UInt8]) -> Bool { awaited.keys.contains { $0.starts(with: prefix) } }

  /// How many prefixes are counted.
  var prefixCount: Int { prefixes.count }

  /// How many subscriptions a message with this topic would reach.
  func count(of topic: [UInt8]) -> Int {
    // Whichever is less: a peer may have subscribed to a hundred thousand prefixes.
    if topic.count < prefixes.count {
      return (0...topic.count).reduce(0) { $0 + (prefixes[Array(topic.prefix($1))] ?? 0) }
    }
    return prefixes.reduce(0) { $0 + (topic.starts(with: $1.key) ? $1.value : 0) }
  }

  /// Somebody waits for subscriptions that this topic would reach, or does so no longer.
  fileprivate func wait(for topic: [UInt8], _ change: Int) {
    let count = awaited[topic, default: 0] + change
    awaited[topic] = count > 0 ? count : nil
  }
}

extension SocketDriver {
  /// Counts a subscription at a PUB, or its end.
  func note(_ notice: SubscriptionNotice) {
    if subscribers.note(notice) { return }
    guard isWorthLogging(subscribers.uncounted) else { return }
    logger.warning(
      "subscription not counted: there are too many",
      metadata: [
        "socket": "\(name)", "prefixes": "\(subscribers.prefixCount)", "uncounted": "\(subscribers.uncounted)",
        "remedy": "let in only whom you know (`security`), or raise the socket's `subscriptionLimits`",
      ])
  }
}

extension EventLoop {
  func subscribers(of topic: [UInt8], at id: SocketID, named name: String) throws -> Int {
    try driver(id, named: name).subscribers.count(of: topic)
  }

  func waitForSubscribers(
    _ count: Int, to topic: [UInt8], at id: SocketID, named name: String, within limit: Duration
  ) async throws {
    let driver = try driver(id, named: name)
    let deadline = now + limit
    driver.subscribers.wait(for: topic, 1)
    defer { driver.subscribers.wait(for: topic, -1) }
    while driver.subscribers.count(of: topic) < count {
      let wake = await suspend(in: driver.subscribers.changed, until: deadline)
      try check(wake, of: driver, limit: limit)
    }
  }
}
