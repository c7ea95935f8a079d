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
    defer {
      driver.workers -= 1
      driver.inHand[number] = nil
    }
    // A socket that was opened anew makes messages of its own.
    while driver.isOpen { await workOnSocket(of: driver, as: number) }
  }

  private func workOnSocket(of driver: SocketDriver, as number: Int) async {
    let transport = driver.transport
    let message = IncomingMessage(
      received: transport.makeMessage(), socket: driver.name, configuration: driver.configuration,
      signer: driver.signer)
    message.worker = (self, driver.id, number)
    driver.inHand[number] = message
    let run = MessageRun(of: driver, message: message)
    let dispatcher = driver.surroundedDispatcher
    while driver.isOpen, driver.transport === transport {
      run.begin()
      await dispatcher.dispatch(run)
      switch run.end {
      case .empty:
        if driver.isOpen, await rest(in: driver.idle) == .stopped { return }
        continue
      case .turn where !run.isFinal, nil:
        driver.yielding += 1
        await yield()
        driver.yielding -= 1
        continue
      case .turn: break
      case .unsent:
        await keepReply(to: message, of: driver)
        driver.release()
      case .failed(let error):
        await refuse(message, of: driver, because: error)
        driver.release()
      }
      if run.isFinal { stopAfterFinal(of: driver) }
    }
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
      driver.count(refused: fault, from: message.sender)
      reason = fault.description
      // On a socket that only asks, whatever comes was meant as the answer.
      if driver.dispatcher == nil, fault.reason != .outOfTurn, fault.reason != .lateAnswer,
        let key = try? driver.key(of: message)
      {
        driver.pending.spoil(key, with: fault)
      }
    } else {
      // What a handler throws is nobody else's business, unless it is a declared message.
      reason = "the request could not be handled"
    }
    if driver.dispatcher != nil {
      for interceptor in driver.interceptors { await interceptor.refused(message, because: error) }
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
        driver.count(failed: error, from: message.sender)
      }
    }
    if message.isAnswered, !driver.passReply(to: message) { await keepReply(to: message, of: driver) }
  }
}

// What every message passes becomes part of `MessageRun.next` and `finish`: to call it would cost a fifth of it.

extension SocketDriver {
  /// What its workers give messages to: the dispatcher, with what stands around it.
  fileprivate var surroundedDispatcher: BoundDispatcher {
    guard let boundDispatcher else { return BoundDispatcher(OnlyAsking(driver: self)) }
    if interceptors.isEmpty { return boundDispatcher }
    return BoundDispatcher(Intercepted(boundDispatcher.dispatcher, by: interceptors[...]))
  }

  /// Takes the next message, if there is one and it is wanted now.
  @inline(__always)
  func take(_ message: IncomingMessage) -> Bool {
    if fullStreams > 0 || isDraining && dispatcher != nil && pending.isEmpty { return false }
    do throws(TransportError) {
      return try message.received.receive()
    } catch {
      logger.error("cannot receive: \(error)", metadata: ["socket": "\(name)"])
      return false
    }
  }

  /// Counts a message that was taken, and gives it to whoever waits for it.
  ///
  /// - Returns: Whether it is one for the dispatcher.
  /// - Throws: `WireError` when its frames are no message of this socket, or one that nobody waits for any more.
  @inline(__always)
  func isForDispatcher(_ message: IncomingMessage) throws -> Bool {
    // libzmq has noted a subscription already, and hands it to an XPUB so that it can know.
    if getsNotices, isNotice(message.received) {
      if configuration.type == .pub { note(SubscriptionNotice(message.received.frame(0))) }
      return false
    }
    counters.received += 1
    underWay += 1
    message.begin()
    noteSign(of: message, at: clock.moment)
    try message.accept()
    if correlation != nil || !pending.isEmpty, try takeAnswer(message) {
      underWay -= 1
      // A malformed one ends its request too.
      if let fault = message.fault { count(refused: fault, from: message.sender) } else { counters.awaited += 1 }
      return false
    }
    if !periodic.isEmpty, periodic.contains(where: { (try? $0.isAnswer?(message)) == true }) {
      underWay -= 1
      counters.signs += 1
      return false
    }
    guard isDraining, dispatcher != nil else { return true }
    underWay -= 1
    counters.discarded += 1
    return false
  }

  /// A worker has no message in hand any more.
  func release() {
    busyWorkers -= 1
    if isDraining { workDone.wakeOne() }
  }

  /// Gives an answer to whoever waits for it.
  ///
  /// - Returns: false when the message is no answer.
  /// - Throws: `WireError` when it is one that nobody waits for any more.
  private func takeAnswer(_ message: IncomingMessage) throws -> Bool {
    let key = try key(of: message)
    let (isAnswer, isLate) = pending.take(message, for: key)
    if isAnswer, !isLate { return true }
    guard isLate || !key.isLockstep else { return false }
    message.forgetFault()
    throw message.refusal(
      .lateAnswer, expected: "an answer that somebody waits for", found: "one to a request that was given up")
  }

  /// By what a message would find its request, if it is an answer.
  fileprivate func key(of message: IncomingMessage) throws -> RequestKey {
    let peer = configuration.type == .router ? message.peer : nil
    // Other requests of the same socket may be known by their order.
    return RequestKey(peer: peer, further: message.furtherIDs, correlation: try correlation?(message))
  }
}
