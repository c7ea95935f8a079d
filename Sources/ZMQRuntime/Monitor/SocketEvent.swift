/// What has happened to one of a socket's connections, as the transport tells it.
///
/// Source: man zmq_socket_monitor. libzmq tells of tcp and ipc, and of nothing within a program.
public struct SocketEvent: Sendable, Hashable {
  /// What has happened.
  public enum Kind: UInt16, Sendable, Hashable {
    /// A connection stands; who is at its other end is not known yet.
    case connected = 0x0001
    /// It does not stand yet.
    case connectDelayed = 0x0002
    /// It did not come about, and is tried again in `value` milliseconds.
    case connectRetried = 0x0004
    /// The socket is bound.
    case listening = 0x0008
    /// The socket could not be bound; `value` is the system's error number.
    case bindFailed = 0x0010
    /// A peer has connected; `value` is the connection's file descriptor.
    case accepted = 0x0020
    /// A peer could not connect; `value` is the system's error number. The runtime does not ask libzmq for this one, which
    /// without file descriptors comes again and again without a pause.
    case acceptFailed = 0x0040
    /// A connection, or the listening to an endpoint, was closed.
    case closed = 0x0080
    /// It could not be closed.
    case closeFailed = 0x0100
    /// A connection broke; `value` is the file descriptor that it had.
    case disconnected = 0x0200
    /// Nothing more will be told of this socket; the runtime does not ask libzmq for this one.
    case monitorStopped = 0x0400
    /// The peers did not agree; `value` is the system's error number, if it is known.
    case handshakeFailed = 0x0800
    /// The peers have agreed: messages flow from now on.
    case handshakeSucceeded = 0x1000
    /// A peer does not speak as it must; `value` is libzmq's number for how.
    case handshakeFailedByProtocol = 0x2000
    /// The peer does not let us in; `value` is the status: 300, 400, 500.
    case handshakeFailedByAuthentication = 0x4000
  }

  /// What has happened.
  public var kind: Kind
  /// What it means depends on the kind.
  public var value: UInt32
  /// The endpoint, as it was bound or connected to.
  public var endpoint: String

  /// An event.
  public init(_ kind: Kind, value: UInt32 = 0, endpoint: String) {
    self.kind = kind
    self.value = value
    self.endpoint = endpoint
  }
}
