/// What a SUB has subscribed to, and how often.
///
/// Its transport is told of each prefix once. libzmq hands an XPUB every subscription of a peer, and one end for all that
/// are alike: a PUB, which counts them, would wait for nobody where somebody has subscribed twice and gone (xsub.cpp,
/// xpub.cpp).
struct Subscriptions {
  private var counts: [[UInt8]: Int] = [:]

  init(_ prefixes: [[UInt8]]) { for prefix in prefixes { add(prefix) } }

  /// Each of them once, in their order.
  static func unique(_ prefixes: [[UInt8]]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return prefixes.filter { seen.insert($0).inserted }
  }

  func contains(_ prefix: [UInt8]) -> Bool { counts[prefix] != nil }

  mutating func add(_ prefix: [UInt8]) { counts[prefix, default: 0] += 1 }

  /// Whether a prefix that is taken away once is not wanted any more.
  func isLast(_ prefix: [UInt8]) -> Bool { counts[prefix, default: 0] <= 1 }

  mutating func remove(_ prefix: [UInt8]) {
    let count = counts[prefix, default: 0] - 1
    counts[prefix] = count > 0 ? count : nil
  }
}

extension EventLoop {
  func subscribe(_ id: SocketID, named name: String, to prefix: [UInt8]) throws {
    let driver = try driver(id, named: name)
    if !driver.subscriptions.contains(prefix) { try driver.transport.subscribe(to: prefix) }
    driver.subscriptions.add(prefix)
  }

  func unsubscribe(_ id: SocketID, named name: String, from prefix: [UInt8]) throws {
    let driver = try driver(id, named: name)
    if driver.subscriptions.isLast(prefix) { try driver.transport.unsubscribe(from: prefix) }
    driver.subscriptions.remove(prefix)
  }
}
