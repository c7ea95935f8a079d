// The handlers of socket-monitor.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Watcher does with what its PAIR `events` receives.
final class WatcherEvents: SocketMonitor.Watcher.EventsHandler {
  /// It does not stand yet.
  func connectDelayed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("connect-delayed")
  }

  /// A connection was closed. The value is the file descriptor that it had.
  func closed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("closed")
  }

  /// It did not come about, and is tried again in so many milliseconds.
  func connectRetried(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("connect-retried")
  }

  /// A connection to a peer stands. The value is its file descriptor.
  func connected(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("connected")
  }

  /// The peers agree; messages may pass.
  func handshakeSucceeded(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("handshake-succeeded")
  }

  /// A peer did not keep to the protocol. The value is one of `ZMQ_PROTOCOL_ERROR_…`.
  func handshakeBroken(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("handshake-broken")
  }

  /// A peer was not let in. The value is the status that ZAP's handler gave, 300, 400 or 500.
  func handshakeDenied(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("handshake-denied")
  }

  /// The peers could not agree, for no particular reason. The value is an errno.
  func handshakeFailed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("handshake-failed")
  }

  /// A connection broke. The value is the file descriptor that it had.
  func disconnected(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("disconnected")
  }

  /// The socket is bound. The value is its file descriptor.
  func listening(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("listening")
  }

  /// The socket could not be bound. The value is the system's errno.
  func bindFailed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("bind-failed")
  }

  /// A peer has connected. The value is the connection's file descriptor.
  func accepted(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("accepted")
  }

  /// A peer could not connect. The value is the system's errno.
  func acceptFailed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("accept-failed")
  }

  /// A connection could not be closed. The value is the system's errno.
  func closeFailed(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("close-failed")
  }

  /// No event will follow.
  func monitorStopped(value: Int32, endpoint: String, origin: Origin) throws {
    throw Unwritten("monitor-stopped")
  }
}
