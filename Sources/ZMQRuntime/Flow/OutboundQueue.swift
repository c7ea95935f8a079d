/// How much a socket keeps that its transport does not take now, and what becomes of a message for which there is no
/// room.
///
/// libzmq has queues of its own, bounded by a number of messages for each peer (`sndhwm`) and never by their size. This
/// one stands in front of them, for the whole socket, and is used when they are full or nobody is connected:
///
/// ```swift
/// station.sockets.reports.outbound = OutboundQueue(messages: 1000, bytes: 1 << 20, whenFull: .dropNewest)
/// ```
///
/// A request fails where another message would be dropped, because somebody waits for its answer. An answer to a peer
/// that takes nothing waits in the queue while there is room; a ROUTER, which has other peers, then drops it. Where a
/// ROUTER's queue keeps nothing, it still has room for 10,000 answers and 16 MiB: nobody else could wait with them. A REQ
/// has one message under way and keeps none.
public struct OutboundQueue: Sendable, Hashable {
  /// What becomes of a message for which there is no room.
  public enum WhenFull: String, Sendable, Hashable, CaseIterable {
    /// Whoever sends it waits; its task may be cancelled.
    case wait
    /// Whoever sends it is told: `RequestError.full`.
    case fail
    /// It is thrown away.
    case dropNewest
    /// It takes the place of those that wait, of a ROUTER of those that wait for the same peer: only the latest counts.
    case latest
  }

  /// So many messages are kept.
  public var messages: Int
  /// So many bytes, all frames together.
  public var bytes: Int
  /// What becomes of the next one.
  public var whenFull: WhenFull

  /// A queue with these bounds.
  public init(messages: Int = 1000, bytes: Int = 16 << 20, whenFull: WhenFull = .wait) {
    self.messages = messages
    self.bytes = bytes
    self.whenFull = whenFull
  }

  /// What a ROUTER keeps of its answers where it keeps nothing else.
  static let answers = OutboundQueue(messages: 10_000)

  /// Nothing is kept: a message is sent when the transport has it.
  public static let none = OutboundQueue(messages: 0, bytes: 0)
}
