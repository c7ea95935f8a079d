import ZMQWire

extension EventLoop {
  /// Keeps an answer that the transport does not take now, as the socket's queue says.
  ///
  /// A ROUTER never waits for one peer while it has others.
  func keepReply(to message: IncomingMessage, of driver: SocketDriver) async {
    let parcel = Outbox.Parcel(to: message.peer ?? [], message.replyWithEnvelope())
    var attempt = 0
    while !keep(parcel, of: driver) {
      driver.waitingSenders += 1
      let wake = await roomOn(driver, attempt: attempt, until: nil)
      driver.waitingSenders -= 1
      guard wake == .woken else { return driver.count(unsent: wake.loss, to: parcel.peer) }
      // What goes wrong is counted.
      if (try? driver.pass(parcel.writer)) != false { return }
      attempt += 1
    }
  }

  /// Keeps an answer, or throws it away, as the socket's queue says.
  ///
  /// - Returns: false when whoever has it in hand is to wait: never on a ROUTER.
  @discardableResult
  func keep(_ parcel: Outbox.Parcel, of driver: SocketDriver) -> Bool {
    if driver.finds(roomFor: parcel.size, to: parcel.peer, isRequest: false, isAnswer: true) {
      enqueue(parcel, on: driver)
      return true
    }
    let queue = driver.configuration.outbound
    if queue.whenFull == .wait, driver.configuration.openedType != .router { return false }
    let isDropped = queue.whenFull == .dropNewest || queue.whenFull == .latest
    driver.count(unsent: isDropped ? .dropped : .queueFull, to: parcel.peer)
    return true
  }
}

extension SocketDriver {
  /// Passes the answer to a message to the transport.
  ///
  /// - Returns: false when it must wait; what goes wrong is counted.
  @inline(__always)
  func passReply(to message: IncomingMessage) -> Bool {
    counters.offered += 1
    guard !isClosed else {
      count(unsent: .discarded)
      return true
    }
    if mustWait(message) { return false }
    if message.holdReply() {
      counters.sent += 1
      return true
    }
    if transport.passReplies(), mustWait(message) { return false }
    do throws(TransportError) {
      return count(reply: try message.sendReply(), to: message.peer)
    } catch {
      count(reply: error)
      return true
    }
  }

  /// Whether others wait in front of the answer to a message.
  @inline(__always)
  private func mustWait(_ message: IncomingMessage) -> Bool { !outbox.isEmpty && outbox.holds(message.peer ?? []) }

  /// Counts an answer that was held, counted as sent, and has not left.
  ///
  /// - Returns: The answer, when it must wait.
  func takeBack(_ reply: consuming FrameWriter, because result: Result<SendResult, TransportError>) -> Outbox.Parcel? {
    counters.sent -= 1
    let parcel = Outbox.Parcel(to: line(of: reply), reply)
    switch result {
    case .success(let result): return count(reply: result, to: parcel.peer) ? nil : parcel
    case .failure(let error):
      count(reply: error)
      return nil
    }
  }

  /// Counts what the transport has said to an answer.
  ///
  /// - Returns: false when the answer must wait.
  private func count(reply result: SendResult, to peer: @autoclosure () -> [UInt8]?) -> Bool {
    switch result {
    case .sent: counters.sent += 1
    case .wouldBlock: return false
    case .unroutable: count(unsent: .unroutable, to: peer())
    case .torn: count(unsent: .peerLost, to: peer())
    }
    return true
  }

  private func count(reply error: TransportError) {
    count(unsent: .transport)
    logger.error("cannot reply: \(error)", metadata: ["socket": "\(name)"])
  }
}
