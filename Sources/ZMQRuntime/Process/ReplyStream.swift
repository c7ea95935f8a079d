import ZMQWire

/// A stream of answers as the loop knows it, whatever its elements are.
protocol AnyReplyStream: AnyObject {
  var key: RequestKey { get }
  var driver: SocketDriver { get }
  /// How many answers to given-up requests were outstanding when it began.
  var outstanding: Int { get }
  /// Whether its socket rests until somebody takes the elements.
  var isFull: Bool { get set }
  var hasEnded: Bool { get }
  /// Ends it with this, unless it has ended.
  func fail(with error: any Error)
}

/// The elements of a stream that nobody has taken yet, and how it has ended.
final class ReplyStream<Element: Sendable, Last: Sendable>: AnyReplyStream {
  let key: RequestKey
  let driver: SocketDriver
  let outstanding: Int
  var isFull = false
  /// Whoever waits for the next element.
  let arrived: WaitList
  private(set) var elements: [Element] = []
  private(set) var end: Result<Last, any Error>?

  private init(key: RequestKey, driver: SocketDriver, arrived: WaitList) {
    self.key = key
    self.driver = driver
    self.arrived = arrived
    outstanding = driver.pending.lateCount(of: key)
  }

  /// A stream that gets the answers with this key from now on.
  static func begin(
    _ key: RequestKey, on driver: SocketDriver, decode: @escaping (IncomingMessage) throws -> StreamPart<Element, Last>?
  ) -> ReplyStream {
    weak var weakStream: ReplyStream?
    let pending = PendingReply { [unowned driver] message, isLate in
      switch driver.answer(in: message, decode) {
      case nil: return .no
      case .success(.element(let element)):
        if !isLate { weakStream?.append(element) }
        return .element
      case .success(.last(let last)):
        if !isLate { weakStream?.end = .success(last) }
        return .last
      case .failure(let error):
        if !isLate { weakStream?.end = .failure(error) }
        // A declared refusal is understood.
        return message.fault == nil ? .last : spoilt(key, on: driver)
      }
    } fail: { [unowned driver] error in
      weakStream?.fail(with: error)
      // With anything else, the request has not been sent.
      return error is WireError ? spoilt(key, on: driver) : .last
    }
    pending.ended = { [unowned driver] in driver.pending.endTurn(key) }
    let stream = ReplyStream(key: key, driver: driver, arrived: pending.arrived)
    weakStream = stream
    driver.await(pending, for: key)
    return stream
  }

  /// What nobody understands may be an element as well as the last message, and then more is on its way, which without
  /// an id would be taken for the answer to the next request.
  private static func spoilt(_ key: RequestKey, on driver: SocketDriver) -> PendingReply.Taken {
    guard key.isLockstep else { return .last }
    if driver.isRenewable { driver.mustRenew = true }
    return .spoilt
  }

  var hasEnded: Bool { end != nil }
  /// Whether there is something to tell.
  var isDue: Bool { !elements.isEmpty || hasEnded }

  /// So many elements are decoded ahead; then the socket rests.
  private static var capacity: Int { 64 }

  private func append(_ element: Element) {
    elements.append(element)
    guard elements.count >= Self.capacity, !isFull else { return }
    isFull = true
    driver.fullStreams += 1
  }

  func takeElements() -> [Element] {
    let taken = elements
    elements = []
    return taken
  }

  func fail(with error: any Error) {
    if end == nil { end = .failure(error) }
  }
}

extension EventLoop {
  /// Sends a request whose answers are a stream.
  func replies<Element: Sendable, Last: Sendable>(
    _ request: Request, encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> StreamPart<Element, Last>?
  ) async throws -> Replies<Element, Last> {
    let driver = try driver(request.socket, named: request.name)
    let deadline = now + request.limit
    try await takeTurn(request.key, of: driver, until: deadline, limit: request.limit)
    do {
      var writer = FrameWriter(signer: driver.signer)
      try encode(&writer)
      let parcel = try await transmit(writer, on: driver, as: .request(deadline: deadline, limit: request.limit))
      parcel?.onLoss = { [unowned driver] error in driver.pending.lose(request.key, because: error) }
    } catch {
      driver.pending.endTurn(request.key)
      throw error
    }
    let lease = StreamLease(loop: self, id: nextID(), limit: request.limit)
    streams[lease.id] = ReplyStream.begin(request.key, on: driver, decode: decode)
    return Replies(lease: lease)
  }

  /// The elements that have come since the last call; nil when the last message has come.
  func elements<Element: Sendable, Last: Sendable>(
    of lease: StreamLease, as: Element.Type, until: Last.Type
  ) async throws -> [Element]? {
    guard let stream = streams[lease.id] as? ReplyStream<Element, Last> else { return nil }
    var wake = WaitList.Wake.woken
    if !stream.isDue {
      wake = await suspend(
        in: stream.arrived, until: now + lease.limit, unless: { stream.isDue })
    }
    let elements = stream.takeElements()
    resume(after: stream)
    if !elements.isEmpty { return elements }
    switch stream.end {
    case .success: return nil
    case .failure(let error): throw error
    case nil:
      // Another task was quicker.
      if wake == .woken { return [] }
      do {
        try check(wake, of: stream.driver, limit: lease.limit)
      } catch {
        giveUp(stream, because: error)
        throw error
      }
      return []
    }
  }

  /// How a stream has ended.
  func last<Element: Sendable, Last: Sendable>(
    of lease: StreamLease, after: Element.Type, as: Last.Type
  ) throws -> Last {
    guard let stream = streams[lease.id] as? ReplyStream<Element, Last>, let end = stream.end else {
      throw CancellationError()
    }
    return try end.get()
  }

  /// Nobody can ask for the stream any more.
  func abandonStream(_ id: Int) {
    guard let stream = streams.removeValue(forKey: id) else { return }
    giveUp(stream, because: CancellationError())
    resume(after: stream)
  }

  private func giveUp(_ stream: any AnyReplyStream, because error: any Error) {
    guard !stream.hasEnded else { return }
    stream.fail(with: error)
    let driver = stream.driver
    driver.pending.endTurn(stream.key)
    giveUp(
      stream.key, on: driver, ownWasTaken: driver.pending.lateCount(of: stream.key) < stream.outstanding)
  }

  /// Lets the socket go on that rested because nobody took the elements of a stream.
  private func resume(after stream: any AnyReplyStream) {
    guard stream.isFull else { return }
    stream.isFull = false
    stream.driver.fullStreams -= 1
    if stream.driver.fullStreams == 0 { stream.driver.wakeWorker() }
  }
}
