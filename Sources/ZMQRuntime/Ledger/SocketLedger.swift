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

  /// Whether every message stands in exactly one place.
  public var isBalanced: Bool {
    counters.received == counters.handled + total(counters.refused) + counters.failed + counters.discarded + inHand
      && counters.offered == counters.sent + total(counters.unsent) + queued + waiting
  }

  private func total(_ counts: [some Hashable: Int]) -> Int { counts.values.reduce(0, +) }
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
    let received: [(Int, String)] =
      [
        (counters.answered, "answered"), (counters.taken, "taken"), (counters.awaited, "awaited"),
        (counters.signs, "signs of life"), (counters.passedOn, "passed on"),
      ] + named(counters.refused) { "refused (\($0.rawValue))" } + [
        (counters.failed, "failed"), (counters.discarded, "discarded"), (inHand, "in hand"),
      ]
    let offered: [(Int, String)] =
      [(counters.sent, "sent")] + named(counters.unsent, \.rawValue) + [
        (queued, "queued (\(queuedBytes) bytes)"), (waiting, "waiting"),
      ]
    let facts = [(peers, "peers"), (requests, "requests under way")].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }
    return """
      \(socket) (\(type.rawValue))\(facts.joined())
        received \(counters.received)\(sum(received))
        offered  \(counters.offered)\(sum(offered))
      """
  }

  private func named<Key: Hashable>(_ counts: [Key: Int], _ name: (Key) -> String) -> [(Int, String)] {
    counts.map { ($0.value, name($0.key)) }.sorted { $0.1 < $1.1 }
  }

  private func sum(_ parts: [(count: Int, name: String)]) -> String {
    let parts = parts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
    return parts.isEmpty ? "" : " = " + parts.joined(separator: " + ")
  }
}
