import ZMQWire

/// A request that waits for its answer.
struct PendingReply {
  /// Takes a message if it is an answer, good or bad.
  let take: (IncomingMessage) -> Bool
  /// Takes note that what came cannot be understood at all.
  let fail: (WireError) -> Void
}

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
  ///
  /// One request at a time: without a correlation id, an answer is known only by its place in the order.
  func request<Reply: Sendable>(
    on id: SocketID, named name: String, within limit: Duration,
    encode: @Sendable (inout FrameWriter) throws -> Void, decode: @escaping @Sendable (IncomingMessage) throws -> Reply?
  ) async throws -> Reply {
    let driver = try driver(id, named: name)
    let deadline = ContinuousClock.now + limit
    while driver.isAsking {
      let wake = await suspend(in: driver.askers, until: deadline, unless: { !driver.isAsking })
      try check(wake, of: driver, limit: limit)
    }
    driver.isAsking = true
    defer {
      driver.isAsking = false
      driver.askers.wakeOne()
    }
    var writer = FrameWriter()
    try encode(&writer)
    try await transmit(writer, on: driver, until: deadline, limit: limit)
    return try await reply(to: driver, until: deadline, limit: limit, decode: decode)
  }

  private func reply<Reply: Sendable>(
    to driver: SocketDriver, until deadline: ContinuousClock.Instant, limit: Duration,
    decode: @escaping (IncomingMessage) throws -> Reply?
  ) async throws -> Reply {
    var answer: Result<Reply, any Error>?
    var hasPassedOver = false
    // True when the message answers a request, in time or too late, well or badly.
    let collect = { (message: IncomingMessage) -> Bool in
      let candidate: Result<Reply, any Error>
      do {
        guard let reply = try decode(message) else {
          // A socket that also has handlers receives other messages too.
          if driver.dispatcher != nil { return false }
          throw message.refusal(.unknownType, expected: "an answer to the request", found: "another message")
        }
        candidate = .success(reply)
      } catch {
        if message.fault != nil, driver.dispatcher != nil { return false }
        if let fault = message.fault { driver.count(refused: fault) }
        candidate = .failure(error)
      }
      if driver.lateReplies > 0 {
        driver.lateReplies -= 1
        hasPassedOver = true
      } else {
        answer = candidate
        driver.replied.wakeOne()
      }
      return true
    }
    driver.pendingReply = PendingReply(take: collect) { error in
      answer = .failure(error)
      driver.replied.wakeOne()
    }
    let wake = await suspend(in: driver.replied, until: deadline, unless: { answer != nil })
    driver.pendingReply = nil
    if let answer { return try answer.get() }
    giveUp(on: driver, hasPassedOver: hasPassedOver)
    try check(wake, of: driver, limit: limit)
    throw RequestError(.stopped, socket: driver.name)
  }

  /// Sees to it that an answer which comes too late is not taken for that of the next request.
  ///
  /// - Parameter hasPassedOver: Whether an answer came meanwhile and was taken for a late one. Then it was this
  ///   request's own, and the peer has never answered the earlier one: nothing is outstanding any more.
  private func giveUp(on driver: SocketDriver, hasPassedOver: Bool) {
    guard driver.isOpen else { return }
    if driver.isRenewable {
      driver.mustRenew = true
    } else {
      driver.lateReplies = hasPassedOver ? 0 : driver.lateReplies + 1
    }
  }

  private func transmit(
    _ writer: borrowing FrameWriter, on driver: SocketDriver, until deadline: ContinuousClock.Instant?,
    limit: Duration = .zero
  ) async throws {
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
        driver.transport.wantsWritable = true
        let wake = await suspend(in: driver.writers, until: deadline)
        if wake != .woken { driver.count(unsent: .queueFull) }
        try check(wake, of: driver, limit: limit)
      }
    }
  }

  private func check(_ wake: WaitList.Wake, of driver: SocketDriver, limit: Duration) throws {
    switch wake {
    case .woken: return
    case .expired: throw RequestError(.timedOut(after: limit), socket: driver.name)
    case .cancelled: throw CancellationError()
    case .stopped: throw RequestError(.stopped, socket: driver.name)
    }
  }
}
