import ZMQWire

/// What has become of the messages of a socket: each stands in one place.
public struct MessageCounters: Sendable, Equatable {
  /// Messages received whole, good and bad.
  public var received = 0
  /// Messages that a handler has taken or that answered a request.
  public var handled = 0
  /// Messages passed to the transport, replies included.
  public var sent = 0
  /// Messages received that were not handled, by what was wrong with them.
  public var refused: [WireError.Reason: Int] = [:]
  /// Messages whose handler threw something that is not a declared message.
  public var failed = 0
  /// Messages that could not be sent, by what stood in the way.
  public var unsent: [Unsent: Int] = [:]

  /// Why a message could not be sent.
  public enum Unsent: String, Sendable, Hashable {
    /// Its peer has gone.
    case unroutable
    /// The queue towards its peer is full.
    case queueFull
    /// The transport refused it.
    case transport
  }

  /// Counters that stand at zero.
  public init() {}
}
