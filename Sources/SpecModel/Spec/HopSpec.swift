/// The way of a message from one socket to the next: a step has one, through a proxy it has several (`1a`, `1b`).
public struct HopSpec: Sendable, Hashable, Encodable {
  /// The socket that the message leaves.
  public var sender: SocketID
  /// The sockets that it reaches: one, or for PUB and XPUB one or more.
  public var receivers: [SocketID]
  /// `in:`, the sent frames as the author believes them.
  public var assertedSent: FrameListSpec?
  /// `out:`, the received frames as the author believes them.
  public var assertedReceived: FrameListSpec?

  /// A hop.
  public init(
    sender: SocketID, receivers: [SocketID], assertedSent: FrameListSpec? = nil, assertedReceived: FrameListSpec? = nil
  ) {
    self.sender = sender
    self.receivers = receivers
    self.assertedSent = assertedSent
    self.assertedReceived = assertedReceived
  }
}

/// Two sockets of a process between which everything is passed on as it is (zmq_proxy).
public struct ProxySpec: Sendable, Hashable, Encodable {
  /// The socket on the left of `<->`.
  public var frontend: SocketID
  /// The socket on the right.
  public var backend: SocketID
  /// Where it is written.
  public var range: SourceRange

  /// A proxy.
  public init(frontend: SocketID, backend: SocketID, range: SourceRange) {
    self.frontend = frontend
    self.backend = backend
    self.range = range
  }

  /// The other of its two sockets, or nil for one that is not its own.
  public func other(than socket: SocketID) -> SocketID? {
    socket == frontend ? backend : socket == backend ? frontend : nil
  }
}
