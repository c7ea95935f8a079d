/// Why a client's call has no answer.
public struct RequestError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Sendable, Equatable {
    /// The deadline has passed without an answer; the socket has been renewed, a late answer is discarded.
    case timedOut(after: Duration)
    /// The process has been stopped.
    case stopped
    /// The ROUTER knows no peer of that routing id.
    case unroutable
    /// Its peer died while the message was being passed on.
    case peerLost
    /// The socket's queue has no room, and `OutboundQueue.whenFull` says not to wait for some.
    case full
  }

  /// What went wrong.
  public let reason: Reason
  /// `Process.socket` of the asking side.
  public let socket: String

  init(_ reason: Reason, socket: String) {
    self.reason = reason
    self.socket = socket
  }

  /// One sentence that names the socket.
  public var description: String {
    switch reason {
    case .timedOut(let duration): "\(socket): no answer within \(duration)"
    case .stopped: "\(socket): the process has been stopped"
    case .unroutable: "\(socket): no peer with this routing id is connected"
    case .peerLost: "\(socket): the peer was lost in the middle of the message"
    case .full: "\(socket): the queue is full"
    }
  }
}
