import CLibZMQ
import ZMQRuntime
import ZMQWire

/// A libzmq socket on its reactor's thread.
///
/// Not `Sendable`, so that "one thread per socket" is a rule of the compiler. Every call may have taken
/// commands from libzmq's I/O thread and so have swallowed the edge of `ZMQ_FD`; each therefore marks the
/// socket as dirty, and the reactor asks for its events again before it sleeps. Only a `receive` that finds nothing
/// leaves nothing to ask for: it has taken in every command there was, and the next one brings a new edge.
final class ZMQSocket: TransportSocket {
  let handle: UnsafeMutableRawPointer
  let descriptor: Int32
  let name: String
  private(set) var boundEndpoints: [String] = []
  private var connectedEndpoints: [String]
  /// What its `ipc` endpoints have put into the file system.
  private var files: [SocketFile] = []
  private unowned let reactor: ZMQReactor
  private let isXSUB: Bool
  private let isREQ: Bool
  private let isXPUB: Bool
  /// Whether it sends to its peers in turn, and nobody has said how it treats those that are not there.
  private let choosesPeers: Bool
  /// Until when it is not told that it is writable. An XPUB is, for libzmq, at any time, also where it drops nothing and a
  /// subscriber's queue is full (dist.cpp).
  @exclusivity(unchecked) var rest: ContinuousClock.Instant?
  /// How often an XPUB has refused, one message after the other.
  @exclusivity(unchecked) private var refusals = 0
  private let frameLimit: Int
  /// Of a ROUTER, and where somebody wants to know who comes and goes.
  private let monitor: SocketMonitor?
  /// Those that leave together.
  @exclusivity(unchecked) private var replies: HeldReplies
  @exclusivity(unchecked) private(set) var isClosed = false

  /// Whether its events must be asked for before the reactor sleeps.
  @exclusivity(unchecked) var isDirty = false
  /// Whether the reactor has it in its list of those that may be dirty.
  @exclusivity(unchecked) var isListed = false
  @exclusivity(unchecked) var onReadable: (() -> Void)?
  @exclusivity(unchecked) var onWritable: (() -> Void)?
  var onConnections: (([ConnectionChange]) -> Void)?
  var onUnsentReply: ((consuming FrameWriter, Result<SendResult, TransportError>) -> Void)?
  @exclusivity(unchecked) var wantsWritable = false { didSet { if wantsWritable { markDirty() } } }

  /// Opens, configures, binds and connects; closes again what it has opened when one of these fails.
  ///
  /// - Parameter domain: Under which libzmq asks who may connect; nil where anybody may.
  init(
    _ configuration: SocketConfiguration, domain: String?, context: UnsafeMutableRawPointer, reactor: ZMQReactor
  ) throws(TransportError) {
    name = "a \(configuration.type.rawValue)"
    isXSUB = configuration.type == .xsub
    isREQ = configuration.type == .req
    isXPUB = configuration.openedType == .xpub
    choosesPeers = configuration.openedType.roundRobins && configuration.options["immediate"] == nil
    connectedEndpoints = configuration.connect
    frameLimit = configuration.maximumFrameCount
    replies = HeldReplies(of: configuration.openedType)
    guard let handle = zmq_socket(context, configuration.openedType.libraryValue) else {
      throw .last("open", name)
    }
    self.handle = handle
    self.reactor = reactor
    var monitor: SocketMonitor?
    do throws(TransportError) {
      if configuration.events != nil || configuration.openedType == .router {
        monitor = try SocketMonitor(of: handle, configuration.type, to: configuration.events, on: reactor)
      }
      try SocketOptions.apply(configuration, domain: domain, to: handle)
      for endpoint in configuration.bind {
        boundEndpoints.append(try Self.bind(handle, to: endpoint))
        if let file = SocketFile(boundFor: endpoint, as: boundEndpoints[boundEndpoints.count - 1]) {
          files.append(file)
        }
      }
      for endpoint in configuration.connect { try Self.connect(handle, to: endpoint) }
      descriptor = try SocketOptions.int(ZMQ_FD, of: handle)
      self.monitor = monitor
      if isXSUB { for prefix in configuration.subscriptions { try subscribe(to: prefix) } }
    } catch {
      monitor?.close()
      for file in files { file.remove() }
      zmq_close(handle)
      throw error
    }
    if configuration.openedType == .router {
      monitor?.onConnections = { [unowned self] changes in onConnections?(changes) }
    }
  }

  /// Which of `ZMQ_POLLIN` and `ZMQ_POLLOUT` hold now; asking also takes in new peers and subscriptions.
  var events: Int32 {
    isClosed ? 0 : (try? SocketOptions.int(ZMQ_EVENTS, of: handle)) ?? 0
  }

  func makeMessage() -> any ReceivedMessage { ZMQMessage(of: self, frameLimit: frameLimit) }

  @inline(__always)
  func receive(into message: ZMQMessage) throws(TransportError) -> Bool {
    guard !isClosed else { return false }
    if try message.receive(from: handle) {
      markDirty()
      replies.noteMessage()
      return true
    }
    // To send takes in commands, so there may be messages now, of which no edge will tell.
    if passReplies() { return try receive(into: message) }
    replies.noteSilence()
    // A REQ that has asked nothing refuses before it looks at any command.
    isDirty = isDirty && (wantsWritable || isREQ)
    return false
  }

  @inline(__always)
  func hold(_ envelope: Int, of message: ZMQMessage, _ body: borrowing FrameWriter) -> Bool {
    guard !isClosed, replies.hold(envelope, of: message, body) else { return false }
    markDirty()
    if replies.isFull { passReplies() }
    return true
  }

  @discardableResult
  @inline(__always)
  func passReplies() -> Bool {
    if replies.isEmpty { return false }
    passHeld()
    return true
  }

  @inline(never)
  private func passHeld() {
    markDirty()
    replies.pass(to: handle) { passage, reply in
      let result: Result<SendResult, TransportError>
      switch passage {
      case .passed: result = .success(.sent)
      case .torn: result = .success(.torn)
      case .refused(let reason):
        do throws(TransportError) {
          result = .success(try outcome(of: reason))
        } catch {
          result = .failure(error)
        }
      }
      onUnsentReply?(reply, result)
    }
  }

  func connection(of message: ZMQMessage) -> Connection {
    guard let monitor else { return .unknown }
    // libzmq reports what becomes of a connection before it gives its number to another, and before that one's messages.
    monitor.drain()
    let descriptor = message.sourceDescriptor
    if descriptor < 0 { return .unknown }
    return monitor.isOpen(Int(descriptor)) ? .open(Int(descriptor)) : .ended
  }

  func stands(_ connection: Int) -> Bool { monitor?.stands(connection) ?? true }

  @inline(__always)
  private func markDirty() {
    isDirty = true
    if !isListed { reactor.list(self) }
  }

  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult {
    try sendBody(message)
  }

  @inline(__always)
  func reply(
    to message: ZMQMessage, envelope: Int, body: borrowing FrameWriter, keepingEnvelope: Bool
  ) throws(TransportError) -> SendResult {
    guard !isClosed else { return .unroutable }
    switch keepingEnvelope ? message.share(envelope, with: handle) : message.move(envelope, to: handle) {
    case .passed: return try sendBody(body, isStarted: envelope > 0)
    case .torn: return try sendBody(body, isStarted: true, isTorn: true)
    case .refused(let reason):
      markDirty()
      return try outcome(of: reason)
    }
  }

  func forward(_ message: any ReceivedMessage) throws(TransportError) -> SendResult {
    guard !isClosed, let message = message as? ZMQMessage else { return .unroutable }
    markDirty()
    switch message.moveAll(to: handle) {
    case .passed:
      refusals = 0
      return .sent
    case .torn: return .torn
    case .refused(let reason): return try outcome(of: reason)
    }
  }

  /// - Parameters:
  ///   - isStarted: Whether frames of the same message have gone before.
  ///   - isTorn: Whether one of them was refused, so that the peer gets nothing of the message.
  private func sendBody(
    _ body: borrowing FrameWriter, isStarted: Bool = false, isTorn: Bool = false
  ) throws(TransportError) -> SendResult {
    guard !isClosed else { return .unroutable }
    markDirty()
    // Most have one frame: it is known then where that begins, and that no other follows.
    if body.frameCount == 1 { return try sendFrame(0, of: body, ZMQ_DONTWAIT, isStarted, isTorn) }
    var (isStarted, result) = (isStarted, isTorn ? SendResult.torn : .sent)
    for index in 0..<body.frameCount {
      let flags = ZMQ_DONTWAIT | (index < body.frameCount - 1 ? ZMQ_SNDMORE : 0)
      result = try sendFrame(index, of: body, flags, isStarted, result == .torn)
      guard result == .sent || result == .torn else { return result }
      isStarted = true
    }
    return result
  }

  @inline(__always)
  private func sendFrame(
    _ index: Int, of body: borrowing FrameWriter, _ flags: Int32, _ isStarted: Bool, _ isTorn: Bool
  ) throws(TransportError) -> SendResult {
    let sent = body.withFrame(index) { bytes in
      bytes.withUnsafeBytes { bytes in
        sending(on: handle, isFirst: !isStarted) { zmq_send(handle, bytes.baseAddress, bytes.count, flags) }
      }
    }
    // When the first frame is refused, nothing has left. Later ones fail only if the peer dies meanwhile;
    // the rest is still passed on, or it would become the beginning of the next message (libzmq #1588).
    if sent == -1, !isStarted { return try outcome(of: zmq_errno()) }
    refusals = 0
    return sent == -1 || isTorn ? .torn : .sent
  }

  /// What it means that libzmq has not taken a frame.
  private func outcome(of refusal: Int32) throws(TransportError) -> SendResult {
    switch refusal {
    case EAGAIN:
      if isXPUB, rest == nil {
        // 1 to 64 ms, unless libzmq has something to say before.
        rest = .now + .milliseconds(1 << min(refusals, 6))
        refusals += 1
        reactor.rest(self)
      }
      return .wouldBlock
    case EHOSTUNREACH: return .unroutable
    default: throw TransportError("send on", name, code: refusal)
    }
  }

  func connect(to endpoint: String) throws(TransportError) {
    markDirty()
    if choosesPeers {
      // As for those that it is opened with: SocketOptions.defaults. Of the endpoints before this one nothing is lost.
      try SocketOptions.set("immediate", to: .int(connectedEndpoints.isEmpty ? 0 : 1), on: handle)
    }
    try Self.connect(handle, to: endpoint)
    connectedEndpoints.append(endpoint)
  }

  private static func connect(_ handle: UnsafeMutableRawPointer, to endpoint: String) throws(TransportError) {
    try SpareDescriptors.demand(for: "connect", endpoint)
    guard retryingInterrupts({ zmq_connect(handle, endpoint) }) == 0 else { throw .last("connect", endpoint) }
  }

  func disconnect(from endpoint: String) throws(TransportError) {
    markDirty()
    guard retryingInterrupts({ zmq_disconnect(handle, endpoint) }) == 0 else { throw .last("disconnect", endpoint) }
    if let place = connectedEndpoints.firstIndex(of: endpoint) { connectedEndpoints.remove(at: place) }
  }

  func bind(to endpoint: String) throws(TransportError) -> String {
    markDirty()
    let bound = try Self.bind(handle, to: endpoint)
    boundEndpoints.append(bound)
    if let file = SocketFile(boundFor: endpoint, as: bound) { files.append(file) }
    return bound
  }

  private static func bind(_ handle: UnsafeMutableRawPointer, to endpoint: String) throws(TransportError) -> String {
    try SpareDescriptors.demand(for: "bind", endpoint)
    guard retryingInterrupts({ zmq_bind(handle, endpoint) }) == 0 else { throw .last("bind", endpoint) }
    return try SocketOptions.string(ZMQ_LAST_ENDPOINT, of: handle)
  }

  func unbind(from endpoint: String) throws(TransportError) {
    markDirty()
    // Before: afterwards the number of the file may be another's.
    for file in files where file.endpoint == endpoint { file.remove() }
    guard retryingInterrupts({ zmq_unbind(handle, endpoint) }) == 0 else { throw .last("unbind", endpoint) }
    boundEndpoints.removeAll { $0 == endpoint }
    files.removeAll { $0.endpoint == endpoint }
  }

  func subscribe(to prefix: [UInt8]) throws(TransportError) {
    try changeSubscription(ZMQ_SUBSCRIBE, named: "subscribe", mark: 1, prefix)
  }

  func unsubscribe(from prefix: [UInt8]) throws(TransportError) {
    try changeSubscription(ZMQ_UNSUBSCRIBE, named: "unsubscribe", mark: 0, prefix)
  }

  /// A SUB has an option for it; an XSUB sends a message, `[01‖prefix]` or `[00‖prefix]` (man zmq_socket, ZMQ_XSUB).
  private func changeSubscription(
    _ option: Int32, named name: String, mark: UInt8, _ prefix: [UInt8]
  ) throws(TransportError) {
    markDirty()
    guard isXSUB else { return try SocketOptions.set(option, named: name, to: prefix, on: handle) }
    let notice = [mark] + prefix
    guard retryingInterrupts({ zmq_send(handle, notice, notice.count, ZMQ_DONTWAIT) }) != -1 else {
      throw .last(name, self.name)
    }
  }

  func close() {
    guard !isClosed else { return }
    passReplies()
    isClosed = true
    onReadable = nil
    onWritable = nil
    onConnections = nil
    onUnsentReply = nil
    reactor.forget(self)
    monitor?.close()
    for file in files { file.remove() }
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
