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
    var writer = FrameWriter(signer: driver.signer)
    try encode(&writer)
    try await transmit(writer, on: driver, as: .oneWay)
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
    var writer = FrameWriter(signer: driver.signer)
    try encode(&writer)
    let parcel = try await transmit(writer, on: driver, as: .request(deadline: deadline, limit: request.limit))
    parcel?.onLoss = { [unowned driver] error in driver.pending.lose(key, because: error) }

    var answer: Result<Reply, any Error>?
    let pending = PendingReply { message, isLate in
      guard let candidate = driver.answer(in: message, decode) else { return .no }
      if !isLate { answer = candidate }
      return .last
    } fail: { error in
      answer = .failure(error)
      return .last
    }
    driver.await(pending, for: key)
    let outstanding = driver.pending.lateCount(of: key)
    let wake = await suspend(in: pending.arrived, until: deadline, unless: { answer != nil })
    if let answer {
      driver.pending.remove(key)
      return try answer.get()
    }
    if driver.recall(parcel, because: wake) {
      driver.pending.remove(key)
    } else {
      giveUp(key, on: driver, ownWasTaken: driver.pending.lateCount(of: key) < outstanding)
    }
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
}

/// A request on its way to the loop: through which socket, to whom, and by what its answer is known.
struct Request: Sendable {
  let socket: SocketID
  let name: String
  /// Whom a ROUTER asks.
  let peer: RoutingID?
  /// Instead, the way to a peer behind proxies.
  let route: Route
  let correlation: CorrelationID?
  let limit: Duration

  var key: RequestKey {
    RequestKey(peer: peer?.bytes, further: route.routingIDs.map(\.bytes), correlation: correlation)
  }
}

extension SocketDriver {
  /// Waits for the answer to a request.
  func await(_ reply: PendingReply, for key: RequestKey) {
    pending.add(reply, for: key)
    // A socket that is coming to its end has stopped looking for messages.
    if isDraining { wakeWorker() }
  }

  /// Takes back a request that nobody wants to have answered any more.
  ///
  /// - Returns: false when it has left, and an answer may come.
  func recall(_ parcel: Outbox.Parcel?, because wake: WaitList.Wake) -> Bool {
    guard let parcel, outbox.remove(parcel) else { return false }
    count(unsent: wake.loss, to: parcel.peer)
    if outbox.isEmpty { flushed.wakeOne() }
    return true
  }

  /// What a message says as an answer, good or bad; nil where it is none.
  func answer<Reply>(
    in message: IncomingMessage, _ decode: (IncomingMessage) throws -> Reply?
  ) -> Result<Reply, any Error>? {
    do {
      if let reply = try decode(message) { return .success(reply) }
      // A socket that also has handlers receives other messages too.
      if dispatcher != nil { return nil }
      throw message.refusal(.unknownType, expected: "an answer to the request")
    } catch {
      if message.fault != nil, dispatcher != nil {
        message.forgetFault()
        return nil
      }
      return .failure(error)
    }
  }
}
