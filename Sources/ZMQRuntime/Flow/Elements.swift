import ZMQWire

/// How a handler sends the elements of a stream, one after the other, before it returns the last message.
///
/// ```swift
/// func icanhaz(subtree: String, origin: Origin, send: SendElement<Kvsync>) async throws -> Kthxbai {
///   for pair in table { try await send(Kvsync(key: pair.key, value: pair.value)) }
///   return Kthxbai()
/// }
/// ```
///
/// It returns when the transport has taken the element, so a handler is as fast as whoever it sends to; a peer that takes
/// nothing for as long as the socket's `elementLimit` gets no more.
///
/// - Throws: `RequestError` when the peer has gone or takes nothing, or the process was stopped: let it pass.
public typealias SendElement<Element> = nonisolated(nonsending) (Element) async throws -> Void

/// Sends elements in the envelope of the message that is being handled.
public struct Elements: Sendable {
  let loop: EventLoop
  let ticket: Ticket
  let signer: (any Signer)?

  /// Sends one.
  public func send(_ encode: (inout FrameWriter) throws -> Void) async throws {
    var writer = FrameWriter(signer: signer)
    try encode(&writer)
    try await loop.sendElement(writer, in: ticket)
  }
}

/// Which message is meant, for as long as a worker has it in hand.
struct Ticket: Sendable, Hashable {
  let socket: SocketID
  let worker: Int
  /// Which of the worker's messages.
  let number: Int
}

extension EventLoop {
  fileprivate func sendElement(_ writer: borrowing FrameWriter, in ticket: Ticket) async throws {
    guard let driver = sockets[ticket.socket], driver.message(of: ticket) != nil else {
      throw RequestError(.stopped, socket: "a stream")
    }
    driver.counters.offered += 1
    let limit = driver.configuration.elementLimit
    let deadline = now + limit
    var attempt = 0
    while true {
      guard let message = driver.message(of: ticket), !driver.isClosed else {
        driver.count(unsent: .discarded)
        throw RequestError(.stopped, socket: driver.name)
      }
      if try driver.pass(element: writer, to: message) { return }
      driver.waitingSenders += 1
      let wake = await roomOn(driver, attempt: attempt, until: deadline)
      driver.waitingSenders -= 1
      if wake != .woken { driver.count(unsent: wake.loss, to: message.peer) }
      try check(wake, of: driver, limit: limit)
      attempt += 1
    }
  }
}

extension SocketDriver {
  /// The message that is meant, while its worker has it in hand.
  fileprivate func message(of ticket: Ticket) -> IncomingMessage? {
    guard let message = inHand[ticket.worker], message.number == ticket.number else { return nil }
    return message
  }

  /// Passes an element to the transport, unless answers to the same peer wait in front of it.
  ///
  /// - Returns: false when it must wait.
  fileprivate func pass(element: borrowing FrameWriter, to message: IncomingMessage) throws -> Bool {
    transport.passReplies()
    if !outbox.isEmpty, outbox.holds(message.peer ?? []) { return false }
    let result: SendResult
    do throws(TransportError) {
      result = try message.sendElement(element)
    } catch {
      count(unsent: .transport)
      throw error
    }
    switch result {
    case .sent: counters.sent += 1
    case .wouldBlock: return false
    case .unroutable:
      count(unsent: .unroutable, to: message.peer)
      throw RequestError(.unroutable, socket: name)
    case .torn:
      count(unsent: .peerLost, to: message.peer)
      throw RequestError(.peerLost, socket: name)
    }
    return true
  }
}
