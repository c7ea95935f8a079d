import ZMQWire

// A Task for each message would cost more than the message. Each socket has a few long-lived workers
// instead: one takes messages until its handler suspends, then the loop lets the next take over.

extension EventLoop {
  func startWorker(of driver: SocketDriver) {
    driver.workers += 1
    Task { await self.work(driver) }
  }

  private func work(_ driver: SocketDriver) async {
    defer { driver.workers -= 1 }
    let message = IncomingMessage(received: driver.transport.makeMessage(), socket: driver.name)
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
    do throws(TransportError) {
      return try driver.transport.receive(into: message.received)
    } catch {
      driver.logger.error("cannot receive: \(error)", metadata: ["socket": "\(driver.name)"])
      return false
    }
  }

  private func handle(_ message: IncomingMessage, of driver: SocketDriver) async -> Dispatched {
    // libzmq has noted a subscription already, and hands it to an XPUB so that it can know.
    if driver.configuration.openedType == .xpub, message.isSubscription { return .handled }
    driver.counters.received += 1
    do {
      try message.accept(as: driver.configuration)
      if let pending = driver.pendingReply, pending.take(message) {
        driver.counters.handled += 1
        return .handled
      }
      guard let dispatcher = driver.dispatcher else { throw unexpected(message, at: driver) }
      let dispatched = try await dispatcher.dispatch(message)
      driver.counters.handled += 1
      sendReply(to: message, of: driver)
      return dispatched
    } catch {
      await refuse(message, of: driver, because: error)
      return .handled
    }
  }

  /// A message that came to a socket which only asks, while it asks nothing.
  private func unexpected(_ message: IncomingMessage, at driver: SocketDriver) -> WireError {
    if driver.lateReplies > 0 { driver.lateReplies -= 1 }
    return message.refusal(.outOfTurn, expected: "nothing: no request is open", found: "a message")
  }

  private func refuse(_ message: IncomingMessage, of driver: SocketDriver, because error: any Error) async {
    let reason: String
    if let fault = message.fault {
      driver.count(refused: fault)
      reason = fault.description
      // On a socket that only asks, whatever comes was meant as the answer.
      if driver.dispatcher == nil { driver.pendingReply?.fail(fault) }
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
      if error is any WireMessage, message.isAnswered {
        // A declared message is an answer like another.
        driver.counters.handled += 1
      } else {
        driver.counters.failed += 1
        driver.logger.error("handler failed: \(error)", metadata: ["socket": "\(driver.name)"])
      }
    }
    sendReply(to: message, of: driver)
  }

  private func sendReply(to message: IncomingMessage, of driver: SocketDriver) {
    guard message.isAnswered else { return }
    do throws(TransportError) {
      switch try message.sendReply(through: driver.transport) {
      case .sent: driver.counters.sent += 1
      case .wouldBlock: driver.count(unsent: .queueFull)
      case .unroutable: driver.count(unsent: .unroutable)
      }
    } catch {
      driver.count(unsent: .transport)
      driver.logger.error("cannot reply: \(error)", metadata: ["socket": "\(driver.name)"])
    }
  }
}
