import CLibZMQ
import ZMQRuntime
import ZMQWire

/// A libzmq socket of exactly the type that is asked for, which passes frames as they are.
///
/// It blocks its thread, and never longer than the time it is given. It is for tools and tests: nothing of the
/// runtime's is in it, no envelope, no stand-in for REP or PUB, no queue.
public final class BareSocket {
  /// What became of a message.
  public enum Outcome: Sendable, Equatable {
    /// libzmq took it, which is no promise that it arrives.
    case sent
    /// Nothing could be sent within the time.
    case expired
    /// libzmq refused it, for this reason: `EFSM`, `ENOTSUP`, `EHOSTUNREACH`.
    case refused(code: Int32, reason: String)
  }

  /// The libzmq socket type.
  public let type: SocketType
  let context: BareContext
  let handle: UnsafeMutableRawPointer
  private let message = ZMQFrames()
  /// What its `ipc` endpoints have put into the file system.
  private var files: [SocketFile] = []

  /// Opens a socket with a linger of 0.
  ///
  /// - Parameters:
  ///   - routingID: The id by which ROUTERs know it; nil: libzmq makes one up.
  ///   - options: libzmq options by their own names. A ROUTER is mandatory unless they say otherwise.
  public init(
    _ type: SocketType, in context: BareContext, routingID: [UInt8]? = nil, options: [String: SocketOption] = [:]
  ) throws(TransportError) {
    guard let handle = zmq_socket(context.pointer, type.libraryValue) else { throw .last("open", "a \(type.rawValue)") }
    self.type = type
    self.context = context
    self.handle = handle
    var all: [String: SocketOption] = ["linger": 0, "reconnect_ivl": 10]
    if type == .router { all["router_mandatory"] = 1 }
    for (name, value) in all.merging(options, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
      try SocketOptions.set(name, to: value, on: handle)
    }
    if let routingID { try SocketOptions.set(ZMQ_ROUTING_ID, named: "routing_id", to: routingID, on: handle) }
  }

  deinit {
    for file in files { file.remove() }
    zmq_close(handle)
  }

  /// Binds an endpoint, and tells the real one where it has a wildcard.
  public func bind(_ endpoint: String) throws(TransportError) -> String {
    guard retryingInterrupts({ zmq_bind(handle, endpoint) }) == 0 else { throw .last("bind", endpoint) }
    let bound = try SocketOptions.string(ZMQ_LAST_ENDPOINT, of: handle)
    if let file = SocketFile(boundFor: endpoint, as: bound) { files.append(file) }
    return bound
  }

  /// Connects to an endpoint.
  public func connect(_ endpoint: String) throws(TransportError) {
    guard retryingInterrupts({ zmq_connect(handle, endpoint) }) == 0 else { throw .last("connect", endpoint) }
  }

  /// Adds a prefix to what a SUB receives.
  public func subscribe(to prefix: [UInt8]) throws(TransportError) {
    try SocketOptions.set(ZMQ_SUBSCRIBE, named: "subscribe", to: prefix, on: handle)
  }

  /// Sends a message.
  ///
  /// Waits while libzmq says that it would block, and while a ROUTER does not know the peer yet.
  public func send(_ frames: [[UInt8]], within limit: Duration) -> Outcome {
    let deadline = ContinuousClock.now + limit
    while true {
      switch attempt(frames) {
      case 0: return .sent
      case EAGAIN, EHOSTUNREACH:
        guard ContinuousClock.now < deadline else { return .expired }
        // Also pumps: new peers are taken in while libzmq is asked.
        wait(for: ZMQ_POLLIN, until: min(deadline, .now + .milliseconds(2)))
      case let code: return .refused(code: code, reason: String(cString: zmq_strerror(code)))
      }
    }
  }

  /// 0, or the error number of the frame that was refused.
  private func attempt(_ frames: [[UInt8]]) -> Int32 {
    for (index, frame) in frames.enumerated() {
      let flags = ZMQ_DONTWAIT | (index < frames.count - 1 ? ZMQ_SNDMORE : 0)
      let result = frame.withUnsafeBytes { bytes in
        retryingInterrupts { zmq_send(handle, bytes.baseAddress, bytes.count, flags) }
      }
      // Only the first frame can be refused while the peer lives; what comes behind it is sent in any case.
      if result == -1, index == 0 { return zmq_errno() }
    }
    return 0
  }

  /// The next message, or nil where none comes within the time, or none can come.
  public func receive(within limit: Duration) throws(TransportError) -> [[UInt8]]? {
    let deadline = ContinuousClock.now + limit
    while type.canReceive {
      if try message.receive(from: handle) { return (0..<message.frameCount).map { Array(message.frame($0)) } }
      guard ContinuousClock.now < deadline else { break }
      wait(for: ZMQ_POLLIN, until: deadline)
    }
    return nil
  }

  /// Takes in new peers and subscriptions: libzmq does so only while it is called.
  public func pump() {
    _ = try? SocketOptions.int(ZMQ_EVENTS, of: handle)
  }

  private func wait(for events: Int32, until deadline: ContinuousClock.Instant) {
    let left = max(.zero, deadline - .now)
    let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    var item = zmq_pollitem_t(socket: handle, fd: 0, events: Int16(truncatingIfNeeded: events), revents: 0)
    _ = retryingInterrupts { zmq_poll(&item, 1, Int(clamping: milliseconds + 1)) }
  }
}
