import ZMQWire

/// Passes on whatever comes, between two sockets of a process, in both directions: zmq_proxy(3) on the loop.
///
/// Frames are moved and never looked at. A side whose messages nobody can take now is not read from, so it slows its
/// peers down; only a ROUTER, which has many peers, drops a message for one that cannot take it, and counts it.
final class Proxy {
  private let front: SocketDriver
  private let back: SocketDriver
  // The message that is on its way, for each side that it comes from.
  private var inHand: [ObjectIdentifier: any ReceivedMessage] = [:]
  // The sides whose message was received and has not been taken by the other.
  private var isWaiting: Set<ObjectIdentifier> = []
  /// Whether nothing is passed on for now; what comes waits in libzmq.
  private var isPaused = false
  /// Who is shown what is passed on.
  private var tap: (@Sendable (CapturedMessage) -> Void)?

  init(between front: SocketDriver, and back: SocketDriver) {
    self.front = front
    self.back = back
    for driver in [front, back] {
      inHand[ObjectIdentifier(driver)] = driver.transport.makeMessage()
      watch(driver)
    }
  }

  /// After this many messages other sockets have their turn.
  private static let burst = 64

  private func watch(_ driver: SocketDriver) {
    let transport = driver.transport
    transport.onReadable = { [unowned self, unowned driver] in pump(from: driver) }
    transport.onWritable = { [unowned self, unowned driver] in
      transport.wantsWritable = false
      pump(from: other(than: driver))
    }
  }

  private func other(than driver: SocketDriver) -> SocketDriver { driver === front ? back : front }

  private func pump(from source: SocketDriver) {
    let side = ObjectIdentifier(source)
    guard !isPaused, let message = inHand[side] else { return }
    let sink = other(than: source)
    if isWaiting.contains(side) {
      guard pass(message, from: source, to: sink) else { return rest(side, until: sink) }
      isWaiting.remove(side)
    }
    for _ in 0..<Self.burst {
      guard !source.isDraining, !isPaused, take(message, from: source) else { return }
      if !pass(message, from: source, to: sink) { return rest(side, until: sink) }
    }
  }

  /// Whether one of its sockets has this name.
  func joins(_ driver: SocketDriver) -> Bool { driver === front || driver === back }

  func pause() { isPaused = true }

  func resume() {
    isPaused = false
    for driver in [front, back] { pump(from: driver) }
  }

  func capture(_ tap: (@Sendable (CapturedMessage) -> Void)?) { self.tap = tap }

  /// Counts what it still has in hand as thrown away.
  func close() {
    isPaused = true
    for driver in [front, back] where isWaiting.remove(ObjectIdentifier(driver)) != nil {
      driver.underWay -= 1
      driver.counters.discarded += 1
    }
  }

  private func rest(_ side: ObjectIdentifier, until sink: SocketDriver) {
    isWaiting.insert(side)
    sink.transport.wantsWritable = true
  }

  private func take(_ message: any ReceivedMessage, from source: SocketDriver) -> Bool {
    do throws(TransportError) {
      guard try message.receive() else { return false }
      source.counters.received += 1
      source.underWay += 1
      return true
    } catch {
      source.logger.error("cannot receive: \(error)", metadata: ["socket": "\(source.name)"])
      return false
    }
  }
}

extension Proxy {
  /// - Returns: false when the message must wait.
  private func pass(_ message: any ReceivedMessage, from source: SocketDriver, to sink: SocketDriver) -> Bool {
    // Before its frames are moved; one that cannot leave yet is shown when it does.
    let captured = tap.map { _ in CapturedMessage(message, from: source) }
    if message.isTruncated {
      source.underWay -= 1
      source.count(
        refused: WireError(
          .tooManyFrames, expected: "at most \(message.frameCount) frames, which a proxy passes on", found: "more"),
        from: source.configuration.openedType == .router ? RoutingID(received: message.frame(0).span) : nil)
      return true
    }
    do throws(TransportError) {
      switch try sink.transport.forward(message) {
      case .sent: sink.counters.sent += 1
      case .unroutable: sink.count(unsent: .unroutable, to: message.addressee)
      case .torn: sink.count(unsent: .peerLost, to: message.addressee)
      case .wouldBlock where sink.configuration.openedType == .router:
        sink.count(unsent: .queueFull, to: message.addressee)
      case .wouldBlock: return false
      }
    } catch {
      sink.count(unsent: .transport)
      sink.logger.error("cannot pass a message on: \(error)", metadata: ["socket": "\(sink.name)"])
    }
    source.underWay -= 1
    source.counters.passedOn += 1
    sink.counters.offered += 1
    if let captured { tap?(captured) }
    return true
  }
}

extension ReceivedMessage {
  /// Whom a ROUTER would send it to.
  fileprivate var addressee: [UInt8] { Array(frame(0)) }
}
