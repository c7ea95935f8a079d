import ZMQWire

// A Task for each message would cost more than the message. Each socket has a few long-lived workers
// instead: one takes messages until its handler suspends, then the loop lets the next take over.

extension EventLoop {
  func startWorker(of driver: SocketDriver) {
    driver.workers += 1
    let number = nextID()
    Task { await self.work(driver, as: number) }
  }

  private func work(_ driver: SocketDriver, as number: Int) async {
    let message = IncomingMessage(received: driver.transport.makeMessage(), socket: driver.name, signer: driver.signer)
    message.worker = (self, driver.id, number)
    driver.inHand[number] = message
    defer {
      driver.workers -= 1
      driver.inHand[number] = nil
    }
    var burst = 0
    while driver.isOpen {
      guard take(message, from: driver) else {
        if await suspend(in: driver.idle) == .stopped { return }
        continue
      }
      driver.busyWorkers += 1
      let dispatched = await handle(message, of: driver)
      driver.busyWorkers -= 1
      if !driver.isOpen { driver.workDone.wakeOne() }
      if dispatched == .final { stopAfterFinal(of: driver) }
      burst += 1
      // Other sockets and timers have their turn too.
      if burst == 64 {
        burst = 0
        await Task.yield()
      }
    }
  }

  private func take(_ message: IncomingMessage, from driver: SocketDriver) -> Bool {
    if driver.fullStreams > 0 { return false }
    do throws(TransportError) {
      return try driver.transport.receive(into: message.received)
    } catch {
      driver.logger.error("cannot receive: \(error)", metadata: ["socket": "\(driver.name)"])
      return false
    }
  }

  private func handle(_ message: IncomingMessage, of driver: SocketDriver) async -> Dispatched {
    // libzmq has noted a subscription already, and hands it to an XPUB so that it can know.
    if driver.isNotice(message.received) {
      if driver.configuration.type == .pub { driver.subscribers.note(SubscriptionNotice(message.received.frame(0))) }
      return .handled
    }
    driver.counters.received += 1
    driver.underWay += 1
    driver.noteSign(of: message, at: turnTime)
    do {
      try message.accept(as: driver.configuration)
      if try takeAnswer(message, at: driver) {
        driver.underWay -= 1
        driver.counters.awaited += 1
        return .handled
      }
      if driver.periodic.contains(where: { (try? $0.isAnswer?(message)) == true }) {
        driver.underWay -= 1
        driver.counters.signs += 1
        return .handled
      }
      guard let dispatcher = driver.dispatcher else { throw unexpected(message, at: driver) }
      let dispatched =
        driver.interceptors.isEmpty
        ? try await dispatcher.dispatch(message) : try await driver.dispatch(message, to: dispatcher)
      driver.underWay -= 1
      if message.isAnswered {
        driver.counters.answered += 1
        if !driver.passReply(to: message) { await keepReply(to: message, of: driver) }
      } else {
        driver.counters.taken += 1
      }
      return dispatched
    } catch {
      await refuse(message, of: driver, because: error)
      return .handled
    }
  }

  /// Gives an answer to whoever waits for it.
  ///
  /// - Returns: false when the message is no answer.
  /// - Throws: `WireError` when it is one that nobody waits for any more.
  private func takeAnswer(_ message: IncomingMessage, at driver: SocketDriver) throws -> Bool {
    if driver.correlation == nil, driver.pending.isEmpty { return false }
    let key = try driver.key(of: message)
    let (isAnswer, isLate) = driver.pending.take(message, for: key)
    if isAnswer, !isLate { return true }
    guard isLate || !key.isLockstep else { return false }
    message.forgetFault()
    throw message.refusal(
      .lateAnswer, expected: "an answer that somebody waits for", found: "one to a request that was given up")
  }

  /// A message that is no answer to what a socket asks which only asks.
  private func unexpected(_ message: IncomingMessage, at driver: SocketDriver) -> WireError {
    if driver.pending.isEmpty {
      return message.refusal(.outOfTurn, expected: "nothing: no request is open", found: "a message")
    }
    return message.refusal(.notAMessage, expected: "an answer with the id of its request", found: "another message")
  }

  private func refuse(_ message: IncomingMessage, of driver: SocketDriver, because error: any Error) async {
    if message.senderHasGone {
      // The handler has ended a stream that nobody wants any more, and there is nobody to tell.
      driver.underWay -= 1
      driver.counters.taken += 1
      return
    }
    let reason: String
    if let fault = message.fault {
      driver.underWay -= 1
      driver.count(refused: fault)
      reason = fault.description
      // On a socket that only asks, whatever comes was meant as the answer.
      if driver.dispatcher == nil, fault.reason != .outOfTurn, fault.reason != .lateAnswer,
        let key = try? driver.key(of: message)
      {
        driver.pending.fail(key, with: fault)
      }
    } else {
      // What a handler throws is nobody else's business, unless it is a declared message.
      reason = "the request could not be handled"
    }
    do {
      try await driver.dispatcher?.refuse(message, reason: reason, error: error)
    } catch {
      driver.logger.error("cannot answer a refused message: \(error)", metadata: ["socket": "\(driver.name)"])
    }
    if message.fault == nil {
      driver.underWay -= 1
      if error is any WireMessage, message.isAnswered {
        // A declared message is an answer like another.
        driver.counters.answered += 1
      } else {
        driver.counters.failed += 1
        driver.logger.error("handler failed: \(error)", metadata: ["socket": "\(driver.name)"])
      }
    }
    if message.isAnswered, !driver.passReply(to: message) { await keepReply(to: message, of: driver) }
  }
}

extension SocketDriver {
  /// By what a message would find its request, if it is an answer.
  fileprivate func key(of message: IncomingMessage) throws -> RequestKey {
    let peer = configuration.type == .router ? message.peer : nil
    // Other requests of the same socket may be known by their order.
    return RequestKey(peer: peer, correlation: try correlation?(message))
  }
}
