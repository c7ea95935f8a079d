import CLibZMQ
import ZMQRuntime
import ZMQWire

/// A libzmq context for tools that look at what libzmq itself does, with nothing of the runtime between.
///
/// Programs use `ZMQTransport`. A context and its sockets belong to one thread at a time; sockets keep it alive.
public final class BareContext {
  let pointer: UnsafeMutableRawPointer

  /// A context with one I/O thread.
  ///
  /// - Throws: `TransportError` when the system gives no memory or no file descriptors.
  public init() throws(TransportError) {
    guard let pointer = zmq_ctx_new() else { throw .last("make", "a context") }
    self.pointer = pointer
  }

  deinit {
    // No socket is left, and each has a linger of 0, so this does not block.
    _ = retryingInterrupts { zmq_ctx_term(pointer) }
  }
}

/// The version of the installed libzmq: `4.3.4`.
public var libraryVersion: String {
  var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
  zmq_version(&major, &minor, &patch)
  return "\(major).\(minor).\(patch)"
}
