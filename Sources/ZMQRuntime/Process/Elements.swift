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
/// It returns when the transport has taken the element, so a handler is as fast as whoever it sends to.
///
/// - Throws: `RequestError` when the peer has gone or the process was stopped: let it pass.
public typealias SendElement<Element> = nonisolated(nonsending) (Element) async throws -> Void

/// Sends elements in the envelope of the message that is being handled.
public struct Elements: Sendable {
  let loop: EventLoop
  let ticket: Ticket

  /// Sends one.
  public func send(_ encode: (inout FrameWriter) throws -> Void) async throws {
    var writer = FrameWriter()
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
    var attempt = 0
    while true {
      guard let driver = sockets[ticket.socket], let message = driver.inHand[ticket.worker],
        message.number == ticket.number
      else { throw RequestError(.stopped, socket: "a stream") }
      switch try message.sendElement(writer, through: driver.transport) {
      case .sent:
        driver.counters.sent += 1
        return
      case .unroutable:
        driver.count(unsent: .unroutable)
        throw RequestError(.unroutable, socket: driver.name)
      case .wouldBlock:
        let wake = await roomOn(driver, attempt: attempt, until: nil)
        if wake != .woken { driver.count(unsent: .queueFull) }
        try check(wake, of: driver, limit: .zero)
        attempt += 1
      }
    }
  }
}
