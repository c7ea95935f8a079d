/// How many of its peers' subscriptions a PUB counts; libzmq serves those beyond, too.
///
/// ```swift
/// station.sockets.reports.subscriptionLimits = SubscriptionLimits(prefixes: 1000, bytes: 64 << 10)
/// ```
///
/// libzmq keeps every prefix of every peer in a tree of its own, which nothing bounds: where that matters, let in only
/// whom you know (`security`).
public struct SubscriptionLimits: Sendable, Hashable {
  /// So many different prefixes.
  public var prefixes: Int
  /// So many bytes, all prefixes together.
  public var bytes: Int

  /// These limits.
  public init(prefixes: Int = 100_000, bytes: Int = 16 << 20) {
    self.prefixes = prefixes
    self.bytes = bytes
  }
}
