import ZMQWire

/// Who wants what of a PUB: how many peers have asked for each prefix.
///
/// An XPUB stands in for a PUB and is told of every subscription and its end (`ZMQ_XPUB_VERBOSER`), also when a
/// connection is lost. Source: RFC 29; man zmq_socket, ZMQ_XPUB.
final class Subscribers {
  private var prefixes: [[UInt8]: Int] = [:]
  /// Whoever waits for more of them.
  let changed = WaitList()

  func note(_ notice: SubscriptionNotice) {
    let count = prefixes[notice.prefix, default: 0] + (notice.isAdded ? 1 : -1)
    prefixes[notice.prefix] = count > 0 ? count : nil
    while changed.wakeOne() {}
  }

  /// How many subscriptions a message with this topic would reach.
  func count(of topic: [UInt8]) -> Int {
    prefixes.reduce(0) { $0 + (topic.starts(with: $1.key) ? $1.value : 0) }
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
    while driver.subscribers.count(of: topic) < count {
      let wake = await suspend(in: driver.subscribers.changed, until: deadline)
      try check(wake, of: driver, limit: limit)
    }
  }
}
