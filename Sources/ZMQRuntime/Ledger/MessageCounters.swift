import ZMQWire

/// What has become of the messages of a socket: each stands in exactly one place.
///
/// ```
/// received = answered + taken + awaited + signs + passedOn + refused + failed + discarded, and those in hand
/// offered  = sent + unsent, and those that wait
/// ```
///
/// `SocketLedger` has the others, and checks the sums.
public struct MessageCounters: Sendable, Equatable {
  /// Messages received whole, good and bad.
  public var received = 0
  /// Requests that a handler has taken, and that were answered.
  public var answered = 0
  /// Messages that a handler has taken, and that got no answer.
  public var taken = 0
  /// Answers to requests of this socket, for which somebody waited.
  public var awaited = 0
  /// Answers to signs of life that the runtime has sent.
  public var signs = 0
  /// Messages that a proxy has taken to pass them on.
  public var passedOn = 0
  /// Messages received that were not handled, by what was wrong with them.
  public var refused: [WireError.Reason: Int] = [:]
  /// Messages whose handler threw something that is not a declared message.
  public var failed = 0
  /// Messages that had arrived and that nobody had taken when the socket was closed.
  public var discarded = 0

  /// Messages that were to be sent: by clients, by handlers, by the runtime.
  public var offered = 0
  /// Messages passed to the transport, replies included.
  public var sent = 0
  /// Messages that could not be sent, by what stood in the way.
  public var unsent: [Unsent: Int] = [:]

  /// Messages received that have found whom they were for.
  public var handled: Int { answered + taken + awaited + signs + passedOn }

  /// Why a message was not sent.
  public enum Unsent: String, Sendable, Hashable, CaseIterable {
    /// Its peer has gone, or was never there.
    case unroutable
    /// The queue was full, and whoever sent it was told; or it was an answer, which waits for no slow peer.
    case queueFull
    /// The queue was full, and `dropNewest` or `latest` says that this one goes.
    case dropped
    /// A newer one has taken its place (`latest`).
    case superseded
    /// The deadline of its request has passed before it could leave.
    case expired
    /// Its task was cancelled before it could leave.
    case cancelled
    /// Its peer died between two of its frames.
    case peerLost
    /// The transport refused it.
    case transport
    /// It was still waiting when the socket was closed.
    case discarded
  }

  /// Counters that stand at zero.
  public init() {}
}
