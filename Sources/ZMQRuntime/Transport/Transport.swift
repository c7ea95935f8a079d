/// What carries messages between processes: libzmq (`ZMQTransport`) or memory (`InMemoryTransport`).
///
/// A program names its transport in one place, where it starts; nothing else depends on it.
public protocol Transport: Sendable {
  /// The loop that owns the transport's sockets and runs the handlers.
  var loop: EventLoop { get }
}
