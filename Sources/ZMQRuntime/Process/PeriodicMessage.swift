import ZMQWire

/// A message that the runtime sends by itself, again and again (`every` in the protocol file): a sign of life.
///
/// A ROUTER sends it to each peer that has spoken and not fallen silent; other sockets send one. The first leaves when
/// the time has passed once. Where it cannot leave at once it is dropped: the next one says the same.
public struct PeriodicMessage: Sendable {
  /// The time between two of them.
  public var interval: Duration
  let encode: @Sendable (inout FrameWriter) throws -> Void
  let isAnswer: (@Sendable (IncomingMessage) throws -> Bool)?

  /// A message that is sent at this interval.
  ///
  /// - Parameters:
  ///   - isAnswer: Whether a message answers it, where it is answered: that is a sign of life too, and nobody else's.
  ///   - encode: Writes all frames but the routing id of a ROUTER's peer.
  public init(
    every interval: Duration, isAnswer: (@Sendable (IncomingMessage) throws -> Bool)? = nil,
    _ encode: @escaping @Sendable (inout FrameWriter) throws -> Void
  ) {
    self.interval = interval
    self.isAnswer = isAnswer
    self.encode = encode
  }
}

extension EventLoop {
  /// Begins to send a socket's periodic messages, and to listen for silence.
  func beginBeats(of driver: SocketDriver) {
    for message in driver.periodic { scheduleBeat(message, of: driver, at: now + message.interval) }
    guard let limit = driver.configuration.silence else { return }
    // A peer that never speaks is as silent as one that has stopped.
    if driver.configuration.openedType != .router { driver.peers.note([], at: Moment(now)) }
    scheduleWatch(of: driver, limit: limit)
  }

  private func scheduleBeat(_ message: PeriodicMessage, of driver: SocketDriver, at time: ContinuousClock.Instant) {
    _ = schedule(at: time) { [weak driver] in
      guard let driver, driver.isOpen else { return }
      self.beat(message, of: driver)
      // A loop that was held up does not make up for it.
      let next = max(time + message.interval, self.now)
      self.scheduleBeat(message, of: driver, at: next)
    }
  }

  private func beat(_ message: PeriodicMessage, of driver: SocketDriver) {
    guard driver.configuration.openedType == .router else { return send(message, to: nil, of: driver) }
    driver.settlePeers()
    for peer in driver.peers.present { send(message, to: peer.id, of: driver) }
  }

  private func send(_ message: PeriodicMessage, to peer: [UInt8]?, of driver: SocketDriver) {
    driver.counters.offered += 1
    do {
      var writer = FrameWriter(signer: driver.signer)
      if let peer { writer.frame(peer) }
      try message.encode(&writer)
      if driver.mustRenew { try driver.renew(in: reactor) }
      driver.transport.passReplies()
      let mustWait = !driver.outbox.isEmpty && driver.outbox.holds(peer ?? [])
      switch mustWait ? .wouldBlock : try driver.transport.send(writer) {
      case .sent: driver.counters.sent += 1
      case .wouldBlock: driver.counters.unsent.add(1, as: .queueFull)
      case .torn: driver.counters.unsent.add(1, as: .peerLost)
      case .unroutable:
        driver.counters.unsent.add(1, as: .unroutable)
        driver.lose(peer)
      }
    } catch {
      driver.count(unsent: .transport)
      driver.logger.error("cannot send a periodic message: \(error)", metadata: ["socket": "\(driver.name)"])
    }
  }

  private func scheduleWatch(of driver: SocketDriver, limit: Duration) {
    // Those that fall silent soon after one another are told of together.
    let next = max((driver.peers.oldest?.instant ?? now) + limit, now + limit / 8)
    _ = schedule(at: next) { [weak driver] in
      guard let driver, driver.isOpen else { return }
      let silent = driver.peers.takeSilent(since: Moment(self.now) - limit)
      if !silent.isEmpty, !driver.isDraining { self.tell(driver, of: silent) }
      self.scheduleWatch(of: driver, limit: limit)
    }
  }

  private func tell(_ driver: SocketDriver, of silent: [[UInt8]]) {
    let isRouter = driver.configuration.openedType == .router
    let peers = silent.map { isRouter ? RoutingID(received: $0) : nil }
    Task { await self.handleSilence(of: peers, at: driver.id) }
  }

  private func handleSilence(of peers: [RoutingID?], at id: SocketID) async {
    guard let driver = sockets[id] else { return }
    driver.busyWorkers += 1
    // Whoever has spoken while another's silence was seen to is not silent any more.
    for peer in peers where !driver.isDraining && driver.peers.isSilent(peer?.bytes ?? []) {
      do {
        try await driver.dispatcher?.silent(peer: peer)
      } catch {
        driver.logger.error("handler of silence failed: \(error)", metadata: ["socket": "\(driver.name)"])
      }
    }
    driver.release()
  }
}

extension SocketDriver {
  /// Notes that whoever sent this message is alive.
  @inline(__always)
  func noteSign(of message: IncomingMessage, at time: Moment) {
    if message.hasSender {
      if peers.hearAgain(message.senderWords, at: time) { return }
      noteSender(of: message, at: time)
    } else if configuration.silence != nil {
      peers.note([], at: time)
    }
  }

  private func noteSender(of message: IncomingMessage, at time: Moment) {
    guard let sender = message.sender, !peers.hear(sender, at: time) else { return }
    peers.note(sender, at: time, on: message.received.connection)
  }

  /// Notes that a peer of a ROUTER could not be reached.
  func lose(_ peer: [UInt8]?) {
    if let peer { peers.lose(peer) }
  }
}
