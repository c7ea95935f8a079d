import CLibZMQ
import ZMQRuntime
import ZMQWire

/// A libzmq socket on its reactor's thread.
///
/// Not `Sendable`, so that "one thread per socket" is a rule of the compiler. Every call may have taken
/// commands from libzmq's I/O thread and so have swallowed the edge of `ZMQ_FD`; each therefore marks the
/// socket as dirty, and the reactor asks for its events again before it sleeps.
final class ZMQSocket: TransportSocket {
  let handle: UnsafeMutableRawPointer
  let descriptor: Int32
  let name: String
  private(set) var boundEndpoints: [String] = []
  private unowned let reactor: ZMQReactor
  private(set) var isClosed = false

  var isDirty = false
  var onReadable: (() -> Void)?
  var onWritable: (() -> Void)?
  var wantsWritable = false { didSet { if wantsWritable { reactor.markDirty(self) } } }

  /// Opens, configures, binds and connects; closes again what it has opened when one of these fails.
  init(_ configuration: SocketConfiguration, context: UnsafeMutableRawPointer, reactor: ZMQReactor)
    throws(TransportError)
  {
    name = "a \(configuration.type.rawValue)"
    guard let handle = zmq_socket(context, configuration.openedType.libraryValue) else {
      throw .last("open", name)
    }
    self.handle = handle
    self.reactor = reactor
    do throws(TransportError) {
      try SocketOptions.apply(configuration, to: handle)
      for endpoint in configuration.bind {
        guard retryingInterrupts({ zmq_bind(handle, endpoint) }) == 0 else { throw .last("bind", endpoint) }
        boundEndpoints.append(try SocketOptions.string(ZMQ_LAST_ENDPOINT, of: handle))
      }
      for endpoint in configuration.connect {
        guard retryingInterrupts({ zmq_connect(handle, endpoint) }) == 0 else { throw .last("connect", endpoint) }
      }
      descriptor = try SocketOptions.int(ZMQ_FD, of: handle)
    } catch {
      zmq_close(handle)
      throw error
    }
  }

  /// Which of `ZMQ_POLLIN` and `ZMQ_POLLOUT` hold now; asking also takes in new peers and subscriptions.
  var events: Int32 {
    isClosed ? 0 : (try? SocketOptions.int(ZMQ_EVENTS, of: handle)) ?? 0
  }

  func makeMessage() -> any ReceivedMessage { ZMQMessage() }

  func receive(into message: any ReceivedMessage) throws(TransportError) -> Bool {
    guard !isClosed, let message = message as? ZMQMessage else { return false }
    reactor.markDirty(self)
    return try message.receive(from: handle)
  }

  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult {
    try sendBody(message, isStarted: false)
  }

  func reply(to message: any ReceivedMessage, envelope: Int, body: borrowing FrameWriter) throws(TransportError)
    -> SendResult
  {
    guard !isClosed, let message = message as? ZMQMessage else { return .unroutable }
    reactor.markDirty(self)
    guard message.move(envelope, to: handle) == 0 else { return try refusal() }
    return try sendBody(body, isStarted: envelope > 0)
  }

  /// - Parameter isStarted: Whether frames of the same message have gone before.
  private func sendBody(_ body: borrowing FrameWriter, isStarted: Bool) throws(TransportError) -> SendResult {
    guard !isClosed else { return .unroutable }
    reactor.markDirty(self)
    let handle = handle
    var isStarted = isStarted
    var isTorn = false
    for index in 0..<body.frameCount {
      let flags = ZMQ_DONTWAIT | (index < body.frameCount - 1 ? ZMQ_SNDMORE : 0)
      let result = body.withFrame(index) { bytes in
        bytes.withUnsafeBytes { bytes in
          retryingInterrupts { zmq_send(handle, bytes.baseAddress, bytes.count, flags) }
        }
      }
      if result == -1 {
        // When the first frame is refused, nothing has left. Later ones fail only if the peer dies meanwhile;
        // the rest is still passed on, or it would become the beginning of the next message (libzmq #1588).
        guard isStarted else { return try refusal() }
        isTorn = true
      }
      isStarted = true
    }
    return isTorn ? .unroutable : .sent
  }

  private func refusal() throws(TransportError) -> SendResult {
    switch zmq_errno() {
    case EAGAIN: return .wouldBlock
    case EHOSTUNREACH: return .unroutable
    default: throw .last("send on", name)
    }
  }

  func subscribe(to prefix: [UInt8]) throws(TransportError) {
    try SocketOptions.set(ZMQ_SUBSCRIBE, named: "subscribe", to: prefix, on: handle)
    reactor.markDirty(self)
  }

  func unsubscribe(from prefix: [UInt8]) throws(TransportError) {
    try SocketOptions.set(ZMQ_UNSUBSCRIBE, named: "unsubscribe", to: prefix, on: handle)
    reactor.markDirty(self)
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    onReadable = nil
    onWritable = nil
    reactor.forget(self)
    zmq_close(handle)
  }
}

extension SocketType {
  var libraryValue: Int32 {
    switch self {
    case .pair: ZMQ_PAIR
    case .req: ZMQ_REQ
    case .rep: ZMQ_REP
    case .dealer: ZMQ_DEALER
    case .router: ZMQ_ROUTER
    case .pub: ZMQ_PUB
    case .sub: ZMQ_SUB
    case .xpub: ZMQ_XPUB
    case .xsub: ZMQ_XSUB
    case .push: ZMQ_PUSH
    case .pull: ZMQ_PULL
    case .stream: ZMQ_STREAM
    }
  }
}
