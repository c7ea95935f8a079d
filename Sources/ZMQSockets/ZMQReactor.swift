import CLibZMQ
import ZMQRuntime

/// The reactor over libzmq: sleeps in a poller, and tells sockets what has become possible.
///
/// `ZMQ_FD` is edge-triggered, and any call on a socket may swallow the edge. So a call marks its socket
/// as dirty, and before it sleeps the reactor asks each dirty socket for its events, which also takes in new
/// peers and subscriptions. A socket that nobody reads stays quiet: its file descriptor does not fire again
/// while messages are waiting. Source: zmq_getsockopt(3), `ZMQ_FD`, `ZMQ_EVENTS`.
final class ZMQReactor: Reactor {
  private let kind: PollerKind
  /// What the thread sleeps in from the first process on; before, it needs no file descriptor, so that a transport can
  /// be made where there are none.
  private var poller: (any Poller)?
  private let bell: Bell
  /// Wakes the thread from whatever it sleeps in.
  private let alarm: Locked<Alarm>
  let wake: @Sendable () -> Void
  private var context: UnsafeMutableRawPointer?
  /// Decides who may connect, as soon as a socket of the context asks who somebody is.
  private var authenticator: Authenticator?
  private var processes = 0
  private var isShutDown = false
  @exclusivity(unchecked) private var sockets: [Int32: ZMQSocket] = [:]
  @exclusivity(unchecked) private var listed: [ZMQSocket] = []
  // Those that are told now: the two arrays take turns, so that their memory is used again.
  @exclusivity(unchecked) private var told: [ZMQSocket] = []
  /// Those that want to send, are writable for libzmq, and have just refused.
  private var resting: [ZMQSocket] = []
  /// How often sockets had something to do, one turn after the other, since the others were looked at.
  private var busyTurns = 0

  init(poller kind: PollerKind) {
    self.kind = kind
    let bell = Bell()
    let alarm = Locked(Alarm { bell.ring() })
    self.bell = bell
    self.alarm = alarm
    wake = { alarm.withLock { $0 }.ring() }
  }

  /// A closure in a type of its own: one that is itself the value of a generic box is wrapped once more at each access.
  private struct Alarm: Sendable {
    let ring: @Sendable () -> Void
  }

  private func makePoller() throws(TransportError) -> any Poller {
    switch kind {
    #if os(Linux)
      case .epoll: try EpollPoller()
    #endif
    #if canImport(Darwin)
      case .kqueue: try KqueuePoller()
    #endif
    case .zmqPoll: try ZMQPollPoller()
    }
  }

  func open(_ configuration: SocketConfiguration) throws(TransportError) -> any TransportSocket {
    guard let context, let poller else {
      throw TransportError("open", "a \(configuration.type.rawValue)", code: ETERM)
    }
    let socket = try ZMQSocket(configuration, domain: domain(for: configuration), context: context, reactor: self)
    sockets[socket.descriptor] = socket
    do throws(TransportError) {
      try poller.add(socket)
    } catch {
      socket.close()
      throw error
    }
    markDirty(socket)
    return socket
  }

  /// The domain under which a socket asks who may connect; nil where it does not ask.
  private func domain(for configuration: SocketConfiguration) throws(TransportError) -> String? {
    try configuration.checkSecurity()
    guard let policy = configuration.security.policy else { return nil }
    if let authenticator { return authenticator.domain(for: policy) }
    let authenticator = try Authenticator(open: open)
    self.authenticator = authenticator
    return authenticator.domain(for: policy)
  }

  func forget(_ socket: ZMQSocket) {
    poller?.remove(socket)
    sockets[socket.descriptor] = nil
    resting.removeAll { $0 === socket }
  }

  /// Remembers a socket that is not told that it is writable until its rest is over, or libzmq has something to say.
  func rest(_ socket: ZMQSocket) { resting.append(socket) }

  private func endRest(of socket: ZMQSocket) {
    socket.rest = nil
    resting.removeAll { $0 === socket }
    markDirty(socket)
  }

  /// Remembers a socket that has become dirty.
  func list(_ socket: ZMQSocket) {
    socket.isListed = true
    listed.append(socket)
  }

  private func markDirty(_ socket: ZMQSocket) {
    socket.isDirty = true
    if !socket.isListed { list(socket) }
  }

  /// So many turns in which sockets go on without a look at the poller.
  private static let busyLimit = 4

  @discardableResult
  func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    guard let poller else {
      bell.wait(until: deadline)
      return true
    }
    let isBusy = tellDirty()
    if isBusy {
      busyTurns += 1
      guard busyTurns == Self.busyLimit else { return false }
    }
    busyTurns = 0
    let end = resting.reduce(deadline) { end, socket in end.map { min($0, socket.rest ?? $0) } ?? socket.rest }
    poller.wait(until: isBusy ? .now : end) { descriptor in
      guard let socket = sockets[descriptor] else { return }
      if socket.rest == nil { markDirty(socket) } else { endRest(of: socket) }
    }
    if !resting.isEmpty {
      let now = ContinuousClock.now
      for socket in resting where (socket.rest ?? now) <= now { endRest(of: socket) }
    }
    tellDirty()
    return true
  }

  /// Tells each dirty socket what is possible now.
  ///
  /// - Returns: Whether there was something.
  @discardableResult
  private func tellDirty() -> Bool {
    if listed.isEmpty { return false }
    swap(&listed, &told)
    var isBusy = false
    for socket in told {
      socket.isListed = false
      guard socket.isDirty else { continue }
      if socket.passReplies() { isBusy = true }
      socket.isDirty = false
      let events = socket.events
      if events & ZMQ_POLLIN != 0, let tell = socket.onReadable {
        isBusy = true
        tell()
      }
      if events & ZMQ_POLLOUT != 0, socket.wantsWritable, socket.rest == nil, let tell = socket.onWritable {
        isBusy = true
        tell()
      }
    }
    told.removeAll(keepingCapacity: true)
    return isBusy
  }

  var hasWork: Bool { listed.contains { $0.isDirty } }

  func processStarted() throws(TransportError) {
    guard !isShutDown else { throw TransportError("run on", "a transport that has ended", code: ETERM) }
    if poller == nil {
      let poller = try makePoller()
      self.poller = poller
      // The thread is awake now and looks at its jobs before it sleeps, so no call for it is lost with the bell.
      alarm.withLock { $0 = Alarm(ring: poller.wake) }
    }
    if context == nil {
      try SpareDescriptors.demand(16, for: "make", "a context")
      // One that reads and writes, one that closes.
      try SpareThreads.demand(2)
      RandomIDs.seed
      guard let new = zmq_ctx_new() else { throw .last("make", "a context") }
      // A monitored socket is three for libzmq, whose default is 1023.
      zmq_ctx_set(new, ZMQ_MAX_SOCKETS, 3 * 1023)
      context = new
    }
    processes += 1
  }

  func processEnded(done: @escaping @Sendable () -> Void) {
    processes -= 1
    guard processes == 0, let context else { return done() }
    self.context = nil
    authenticator?.close()
    authenticator = nil
    terminate(context, done: done)
  }

  func shutDown() {
    isShutDown = true
    for socket in Array(sockets.values) { socket.close() }
    if let context { terminate(context) {} }
    poller?.close()
  }

  /// Waits, on a thread of its own, until all that was sent has left or `ZMQ_LINGER` has passed.
  private func terminate(_ context: UnsafeMutableRawPointer, done: @escaping @Sendable () -> Void) {
    let handle = ContextHandle(pointer: context)
    HelperThread.run {
      _ = retryingInterrupts { zmq_ctx_term(handle.pointer) }
      done()
    }
  }
}

/// A context on its way to the thread that ends it. libzmq's contexts are thread safe (zmq(7)).
private struct ContextHandle: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer
}
