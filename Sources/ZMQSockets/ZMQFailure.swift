import CLibZMQ
import ZMQRuntime

extension TransportError {
  /// The failure of the libzmq call that was made last on this thread.
  static func last(_ operation: String, _ subject: String) -> TransportError {
    TransportError(operation, subject, code: zmq_errno())
  }

  /// A failure with the reason that libzmq has for an error number.
  init(_ operation: String, _ subject: String, code: Int32) {
    self.init(
      operation: operation, subject: subject, code: code, reason: String(cString: zmq_strerror(code)),
      remedy: TransportError.remedy(for: code, operation))
  }

  private static func remedy(for code: Int32, _ operation: String) -> String? {
    switch code {
    case EADDRINUSE:
      "another program, or another socket of this one, has bound it: stop that one, or bind another port (`:*` finds a free one)"
    case EADDRNOTAVAIL, ENODEV: "bind an address or interface of this machine, or `*` for all"
    case EINVAL where operation == "bind" || operation == "connect":
      "write transport://address, such as tcp://127.0.0.1:5678; only bind may use `*`"
    case EPROTONOSUPPORT: "use tcp, ipc or inproc"
    case EMFILE: "the process has no file descriptors left: raise `ulimit -n`, or use fewer sockets"
    case ENAMETOOLONG: "an ipc path has at most 107 bytes"
    case ENOENT where operation == "bind": "the folder of an ipc path must exist"
    case ENOENT where operation == "disconnect" || operation == "unbind":
      "write the endpoint as it was connected to, or as it was told when it was bound"
    case EACCES: "ports below 1024 and foreign folders need more rights"
    default: nil
    }
  }
}

/// Sends a frame without blocking; the first of a message once more when libzmq would block.
///
/// A send takes in what libzmq's threads report about once in a millisecond (socket_base.cpp, `max_command_delay`), and
/// does not know before that a peer has taken what was sent to it. What libzmq says to later frames tells that the peer
/// has died, and it says so only once.
@inline(__always)
func sending(on socket: UnsafeMutableRawPointer, isFirst: Bool, _ send: () -> Int32) -> Int32 {
  let result = retryingInterrupts(send)
  guard result == -1, isFirst, zmq_errno() == EAGAIN else { return result }
  takeInReports(socket)
  return retryingInterrupts(send)
}

@inline(never)
private func takeInReports(_ socket: UnsafeMutableRawPointer) {
  _ = try? SocketOptions.int(ZMQ_EVENTS, of: socket)
}

/// Calls libzmq again while a signal has interrupted it.
func retryingInterrupts(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result != -1 || zmq_errno() != EINTR { return result }
  }
}
