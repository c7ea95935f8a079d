import ZMQWire

extension EventLoop {
  func driver(_ id: SocketID, named name: String) throws(RequestError) -> SocketDriver {
    guard let driver = sockets[id], driver.isOpen else { throw RequestError(.stopped, socket: name) }
    return driver
  }

  /// Sends a message that asks nothing; waits while no peer can take it.
  func send(
    on id: SocketID, named name: String, encode: @Sendable (inout FrameWriter) throws -> Void
  ) async throws {
    let driver = try driver(id, named: name)
    var writer = FrameWriter()
    try encode(&writer)
    try await transmit(writer, on: driver, until: nil)
    if driver.configuration.type == .req { driver.mustRenew = true }
  }

  /// Sends a request and waits for its answer.
  func request<Reply: Sendable>(
    _ request: Request, encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> Reply?
  ) async throws -> Reply {
    let driver = try driver(request.socket, named: request.name)
    let deadline = now + request.limit
    let key = request.key
    try await takeTurn(key, of: driver, until: deadline, limit: request.limit)
    defer { driver.pending.endTurn(key) }
    var writer = FrameWriter()
    try encode(&writer)
    try await transmit(writer, on: driver, until: deadline, limit: request.limit)

    var answer: Result<Reply, any Error>?
    let pending = PendingReply { message, isLate in
      guard let candidate = driver.answer(in: message, decode) else { return .no }
      if !isLate { answer = candidate }
      return .last
    } fail: { error in
      answer = .failure(error)
    }
    driver.pending.add(pending, for: key)
    let outstanding = driver.pending.lateCount(of: key)
    let wake = await suspend(in: pending.arrived, until: deadline, unless: { answer != nil })
    if let answer {
      driver.pending.remove(key)
      return try answer.get()
    }
    giveUp(key, on: driver, ownWasTaken: driver.pending.lateCount(of: key) < outstanding)
    try check(wake, of: driver, limit: request.limit)
    throw RequestError(.stopped, socket: driver.name)
  }

  /// Waits until no other request with the same key is under way.
  func takeTurn(
    _ key: RequestKey, of driver: SocketDriver, until deadline: ContinuousClock.Instant, limit: Duration
  ) async throws {
    guard key.isLockstep else { return }
    while let askers = driver.pending.askers(of: key) {
      let wake = await suspend(in: askers, until: deadline, unless: { !driver.pending.isTaken(key) })
      try check(wake, of: driver, limit: limit)
      guard driver.isOpen else { throw RequestError(.stopped, socket: driver.name) }
    }
    driver.pending.beginTurn(key)
  }

  /// Sees to it that an answer which comes too late is not taken for that of the next request.
  func giveUp(_ key: RequestKey, on driver: SocketDriver, ownWasTaken: Bool) {
    guard driver.isOpen else { return }
    if driver.isRenewable, key.isLockstep {
      driver.pending.remove(key)
      driver.mustRenew = true
    } else {
      driver.pending.giveUp(key, ownWasTaken: ownWasTaken)
    }
  }

  func transmit(
    _ writer: borrowing FrameWriter, on driver: SocketDriver, until deadline: ContinuousClock.Instant?,
    limit: Duration = .zero
  ) async throws {
    var attempt = 0
    while true {
      if driver.mustRenew { try driver.renew(in: reactor) }
      switch try driver.transport.send(writer) {
      case .sent:
        driver.counters.sent += 1
        return
      case .unroutable:
        driver.count(unsent: .unroutable)
        throw RequestError(.unroutable, socket: driver.name)
      case .wouldBlock:
        let wake = await roomOn(driver, attempt: attempt, until: deadline)
        if wake != .woken { driver.count(unsent: .queueFull) }
        try check(wake, of: driver, limit: limit)
        attempt += 1
      }
    }
  }

  /// Waits until the socket may take a message.
  ///
  /// A ROUTER is writable while any of its peers is, so it is asked again after a while, ever longer: 1 to 64 ms.
  func roomOn(_ driver: SocketDriver, attempt: Int, until deadline: ContinuousClock.Instant?) async -> WaitList.Wake {
    guard driver.configuration.openedType == .router else {
      driver.transport.wantsWritable = true
      return await suspend(in: driver.writers, until: deadline)
    }
    let again = now + .milliseconds(1 << min(attempt, 6))
    let wake = await suspend(in: driver.writers, until: deadline.map { min($0, again) } ?? again)
    guard wake == .expired else { return wake }
    return deadline.map { $0 <= now } ?? false ? .expired : .woken
  }

  func check(_ wake: WaitList.Wake, of driver: SocketDriver, limit: Duration) throws {
    switch wake {
    case .woken: return
    case .expired: throw RequestError(.timedOut(after: limit), socket: driver.name)
    case .cancelled: throw CancellationError()
    case .stopped: throw RequestError(.stopped, socket: driver.name)
    }
  }
}

/// A request on its way to the loop: through which socket, to whom, and by what its answer is known.
struct Request: Sendable {
  let socket: SocketID
  let name: String
  let peer: RoutingID?
  let correlation: CorrelationID?
  let limit: Duration

  var key: RequestKey { RequestKey(peer: peer?.bytes, correlation: correlation) }
}

extension SocketDriver {
  /// What a message says as an answer, good or bad; nil where it is none.
  func answer<Reply>(
    in message: IncomingMessage, _ decode: (IncomingMessage) throws -> Reply?
  ) -> Result<Reply, any Error>? {
    do {
      if let reply = try decode(message) { return .success(reply) }
      // A socket that also has handlers receives other messages too.
      if dispatcher != nil { return nil }
      throw message.refusal(.unknownType, expected: "an answer to the request", found: "another message")
    } catch {
      if message.fault != nil, dispatcher != nil {
        message.forgetFault()
        return nil
      }
      if let fault = message.fault { count(refused: fault) }
      return .failure(error)
    }
  }
}
