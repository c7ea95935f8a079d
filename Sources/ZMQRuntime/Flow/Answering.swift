import ZMQWire

extension EventLoop {
  /// Keeps an answer that the transport does not take now, as the socket's queue says.
  ///
  /// A ROUTER never waits for one peer while it has others.
  func keepReply(to message: IncomingMessage, of driver: SocketDriver) async {
    let peer = message.peer ?? []
    let parcel = Outbox.Parcel(to: peer, message.replyWithEnvelope())
    var attempt = 0
    while true {
      if driver.finds(roomFor: parcel.size, to: peer, isRequest: false) { return enqueue(parcel, on: driver) }
      let queue = driver.configuration.outbound
      guard queue.whenFull == .wait, driver.configuration.openedType != .router else {
        let isDropped = queue.whenFull == .dropNewest || queue.whenFull == .latest
        return driver.count(unsent: isDropped ? .dropped : .queueFull, to: peer)
      }
      driver.waitingSenders += 1
      let wake = await roomOn(driver, attempt: attempt, until: nil)
      driver.waitingSenders -= 1
      guard wake == .woken else { return driver.count(unsent: wake.loss, to: peer) }
      // What goes wrong is counted.
      if (try? driver.pass(parcel.writer)) != false { return }
      attempt += 1
    }
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
    if !outbox.isEmpty, outbox.holds(message.peer ?? []) { return false }
    do throws(TransportError) {
      switch try message.sendReply() {
      case .sent: counters.sent += 1
      case .wouldBlock: return false
      case .unroutable: count(unsent: .unroutable, to: message.peer)
      case .torn: count(unsent: .peerLost, to: message.peer)
      }
    } catch {
      count(unsent: .transport)
      logger.error("cannot reply: \(error)", metadata: ["socket": "\(name)"])
    }
    return true
  }
}
