import ZMQWire

/// How much a message is wanted: by nobody in particular, or by a task that waits for its answer.
enum SendKind {
  case oneWay
  case request(deadline: ContinuousClock.Instant, limit: Duration)

  var deadline: ContinuousClock.Instant? { if case .request(let deadline, _) = self { deadline } else { nil } }
  var limit: Duration { if case .request(_, let limit) = self { limit } else { .zero } }
  var isRequest: Bool { if case .request = self { true } else { false } }
}

extension EventLoop {
  /// Passes a message to the transport; where that does not take it, does as the socket's queue says.
  ///
  /// - Returns: The message, where it has been put into the queue.
  @discardableResult
  func transmit(
    _ writer: consuming FrameWriter, on driver: SocketDriver, as kind: SendKind
  ) async throws -> Outbox.Parcel? {
    driver.counters.offered += 1
    var attempt = 0
    while true {
      if driver.mustRenew { try renew(driver) }
      if try driver.pass(writer) { return nil }
      let peer = driver.line(of: writer)
      if driver.finds(roomFor: writer.json.count, to: peer, isRequest: kind.isRequest) {
        let parcel = Outbox.Parcel(to: peer, isRequest: kind.isRequest, writer)
        enqueue(parcel, on: driver)
        return parcel
      }
      guard try driver.waits(isRequest: kind.isRequest) else { return nil }
      driver.waitingSenders += 1
      let wake = await roomOn(driver, attempt: attempt, until: kind.deadline)
      driver.waitingSenders -= 1
      if wake != .woken { driver.count(unsent: wake.loss, to: peer) }
      try check(wake, of: driver, limit: kind.limit)
      attempt += 1
    }
  }

  private func renew(_ driver: SocketDriver) throws(TransportError) {
    do throws(TransportError) {
      try driver.renew(in: reactor)
    } catch {
      driver.count(unsent: .transport)
      throw error
    }
  }

  func enqueue(_ parcel: Outbox.Parcel, on driver: SocketDriver) {
    driver.outbox.append(parcel)
    if driver.configuration.openedType == .router {
      scheduleFlush(of: driver, attempt: 0)
    } else {
      driver.transport.wantsWritable = true
    }
  }

  /// A ROUTER is writable while any of its peers is, so it is asked again after a while, ever longer: 1 to 64 ms.
  private func scheduleFlush(of driver: SocketDriver, attempt: Int) {
    guard driver.flushTimer == nil else { return }
    driver.flushTimer = schedule(at: now + pause(attempt)) { [weak driver] in
      guard let driver else { return }
      driver.flushTimer = nil
      let hasMoved = driver.flush()
      if !driver.outbox.isEmpty, !driver.isClosed {
        self.scheduleFlush(of: driver, attempt: hasMoved ? 0 : attempt + 1)
      }
    }
  }

  private func pause(_ attempt: Int) -> Duration { .milliseconds(1 << min(attempt, 6)) }

  /// Waits until the socket may take a message.
  func roomOn(_ driver: SocketDriver, attempt: Int, until deadline: ContinuousClock.Instant?) async -> WaitList.Wake {
    guard driver.configuration.openedType == .router else {
      driver.transport.wantsWritable = true
      return await suspend(in: driver.writers, until: deadline)
    }
    let again = now + pause(attempt)
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

extension WaitList.Wake {
  /// What becomes of a message whose task has waited for room in vain.
  var loss: MessageCounters.Unsent {
    switch self {
    case .expired: .expired
    case .cancelled: .cancelled
    case .stopped, .woken: .discarded
    }
  }
}

extension SocketDriver {
  /// In whose line a message stands: that of the ROUTER's peer whom its first frame names.
  func line(of writer: borrowing FrameWriter) -> [UInt8] {
    guard configuration.openedType == .router, writer.frameCount > 0 else { return [] }
    return writer.withFrame(0) { frame in frame.withUnsafeBufferPointer { Array($0) } }
  }

  /// Passes a message to the transport, unless others stand in front of it.
  ///
  /// - Returns: false when it must wait.
  /// - Throws: When it can never leave; it is counted.
  func pass(_ writer: borrowing FrameWriter) throws -> Bool {
    transport.passReplies()
    if !outbox.isEmpty, outbox.holds(line(of: writer)) { return false }
    let result: SendResult
    do throws(TransportError) {
      result = try transport.send(writer)
    } catch {
      count(unsent: .transport)
      throw error
    }
    switch result {
    case .sent: counters.sent += 1
    case .wouldBlock: return false
    case .unroutable:
      count(unsent: .unroutable, to: line(of: writer))
      throw RequestError(.unroutable, socket: name)
    case .torn:
      count(unsent: .peerLost, to: line(of: writer))
      throw RequestError(.peerLost, socket: name)
    }
    return true
  }

  /// Looks for room in the queue; where only the latest message counts, makes it.
  func finds(roomFor size: Int, to peer: [UInt8], isRequest: Bool, isAnswer: Bool = false) -> Bool {
    guard configuration.type != .req else { return false }
    if configuration.outbound.whenFull == .latest, !isRequest {
      counters.unsent.add(outbox.supersede(in: peer), as: .superseded)
    }
    return outbox.hasRoom(for: size, isAnswer: isAnswer)
  }

  /// Whether whoever has a message in their hands, for which there is no room, is to wait.
  ///
  /// - Returns: false when it has been thrown away.
  /// - Throws: `RequestError.full`.
  func waits(isRequest: Bool) throws(RequestError) -> Bool {
    switch configuration.outbound.whenFull {
    case .wait: return true
    case .dropNewest where !isRequest, .latest where !isRequest:
      count(unsent: .dropped)
      return false
    case .fail, .dropNewest, .latest:
      count(unsent: .queueFull)
      throw RequestError(.full, socket: name)
    }
  }

  /// Passes on what waits in the queue; whoever waits for room in it goes on.
  ///
  /// - Returns: Whether any has left.
  @discardableResult
  func flush() -> Bool {
    guard !outbox.isEmpty else { return false }
    transport.passReplies()
    let hasMoved = outbox.flush { parcel in
      do throws(TransportError) {
        switch try transport.send(parcel.writer) {
        case .sent: counters.sent += 1
        case .wouldBlock: return false
        case .unroutable: lose(parcel, as: .unroutable, because: .unroutable)
        case .torn: lose(parcel, as: .peerLost, because: .peerLost)
        }
      } catch {
        count(unsent: .transport)
        logger.error("cannot send: \(error)", metadata: ["socket": "\(name)"])
        parcel.onLoss(error)
      }
      return true
    }
    if outbox.isEmpty { flushed.wakeOne() }
    return hasMoved
  }
}

extension SocketDriver {
  /// Counts a message of the queue whose peer has gone, and tells whoever waits for its answer.
  private func lose(_ parcel: Outbox.Parcel, as loss: MessageCounters.Unsent, because reason: RequestError.Reason) {
    count(unsent: loss, to: parcel.peer)
    parcel.onLoss(RequestError(reason, socket: name))
  }
}

extension [MessageCounters.Unsent: Int] {
  /// Adds to a count; none is made for nothing.
  mutating func add(_ number: Int, as reason: MessageCounters.Unsent) {
    if number > 0 { self[reason, default: 0] += number }
  }
}
