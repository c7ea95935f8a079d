import ZMQWire

/// The messages of a socket at one moment: what has become of them, and where those are that are under way.
public struct SocketLedger: Sendable, Equatable {
  /// The socket's name in the protocol file.
  public var socket: String
  /// The socket type that the protocol names.
  public var type: SocketType
  /// What has become of its messages.
  public var counters: MessageCounters
  /// Messages received that are in the hands of handlers.
  public var inHand: Int
  /// Messages that wait in the runtime's queue because the transport does not take them now.
  public var queued: Int
  /// Their bytes, all frames together.
  public var queuedBytes: Int
  /// Tasks that wait with a message in their hands, because there is no room in the queue.
  public var waiting: Int
  /// Requests that wait for their answer.
  public var requests: Int
  /// Peers of a ROUTER that are known; 0 where ZeroMQ tells none apart.
  public var peers: Int
  /// Prefixes that peers of a PUB want and that are counted.
  public var prefixes: Int
  /// Subscriptions to a PUB that were beyond `SubscriptionLimits`, and so are not counted.
  public var uncounted: Int

  /// The ledger of a socket: of one that a test has thought out, everything else comes from a `LedgerSource`.
  public init(
    socket: String, type: SocketType, counters: MessageCounters, inHand: Int = 0, queued: Int = 0,
    queuedBytes: Int = 0, waiting: Int = 0, requests: Int = 0, peers: Int = 0, prefixes: Int = 0, uncounted: Int = 0
  ) {
    self.socket = socket
    self.type = type
    self.counters = counters
    self.inHand = inHand
    self.queued = queued
    self.queuedBytes = queuedBytes
    self.waiting = waiting
    self.requests = requests
    self.peers = peers
    self.prefixes = prefixes
    self.uncounted = uncounted
  }

  /// Whether every message stands in exactly one place.
  public var isBalanced: Bool {
    counters.received == counters.handled + total(counters.refused) + counters.failed + counters.discarded + inHand
      && counters.offered == counters.sent + total(counters.unsent) + queued + waiting
  }

  private func total(_ counts: [some Hashable: Int]) -> Int { counts.values.reduce(0, +) }
}

extension SocketLedger {
  /// A part of one of the two sums: so many messages have come to this end, or are at this place.
  public struct Part: Sendable, Equatable {
    /// `answered`, `refused (notJSON)`, `unroutable`, `in hand`.
    public var name: String
    /// So many messages.
    public var count: Int
    /// Whether they are there for now, and will be elsewhere: in the hands of handlers, queued, waiting. Other parts only
    /// grow.
    public var isPassing = false
  }

  /// What has become of the messages received: all of them, in the order in which people are shown it.
  public var received: [Part] {
    [
      Part(name: "answered", count: counters.answered), Part(name: "taken", count: counters.taken),
      Part(name: "awaited", count: counters.awaited), Part(name: "signs of life", count: counters.signs),
      Part(name: "passed on", count: counters.passedOn),
    ] + parts(counters.refused) { "refused (\($0.rawValue))" } + [
      Part(name: "failed", count: counters.failed), Part(name: "discarded", count: counters.discarded),
      Part(name: "in hand", count: inHand, isPassing: true),
    ]
  }

  /// What has become of the messages that were to be sent.
  public var offered: [Part] {
    [Part(name: "sent", count: counters.sent)] + parts(counters.unsent, \.rawValue) + [
      Part(name: "queued", count: queued, isPassing: true), Part(name: "waiting", count: waiting, isPassing: true),
    ]
  }

  private func parts<Key: Hashable>(_ counts: [Key: Int], _ name: (Key) -> String) -> [Part] {
    counts.map { Part(name: name($0.key), count: $0.value) }.sorted { $0.name < $1.name }
  }
}

extension SocketLedger: CustomStringConvertible {
  /// Both sums, in three lines; what is zero is left out.
  ///
  /// ```
  /// pings (ROUTER), 3 peers
  ///   received 12 = 10 answered + 1 refused (unknownType) + 1 in hand
  ///   offered  11 = 10 sent + 1 unroutable
  /// ```
  public var description: String {
    let facts = [
      (peers, "peers"), (requests, "requests under way"), (prefixes, "prefixes"),
      (uncounted, "subscriptions not counted"),
    ].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }
    return """
      \(socket) (\(type.rawValue))\(facts.joined())
        received \(counters.received)\(sum(received))
        offered  \(counters.offered)\(sum(offered))
      """
  }

  private func sum(_ parts: [Part]) -> String {
    let parts = parts.filter { $0.count > 0 }.map { part in
      "\(part.count) \(part.name)" + (part.name == "queued" ? " (\(queuedBytes) bytes)" : "")
    }
    return parts.isEmpty ? "" : " = " + parts.joined(separator: " + ")
  }
}
