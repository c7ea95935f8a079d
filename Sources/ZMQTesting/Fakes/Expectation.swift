import ZMQRuntime
import ZMQWire

/// A request that a fake expects, and what it answers: `expect.ping(count: 3).reply(Pong(count: 3))`.
///
/// The compiler warns where nobody says the reply.
public struct ExpectedRequest<Message: Sendable, Reply: Sendable>: Sendable {
  let expectations: Expectations
  let entry: Int

  /// A request that fits.
  public init(_ expectations: Expectations, _ entry: Int) {
    self.expectations = expectations
    self.entry = entry
  }

  /// Answers with this.
  @discardableResult public func reply(_ reply: Reply) -> Self { self.reply { _ in reply } }

  /// Answers with what is made of the request.
  @discardableResult public func reply(_ make: @escaping @Sendable (Message) throws -> Reply) -> Self {
    expectations.answers(entry, make)
    return self
  }

  /// Throws, as a handler may: a declared message that refuses the request is sent, anything else is not.
  @discardableResult public func fail(with error: any Error) -> Self { self.reply { _ in throw error } }

  /// Expects it so many times.
  @discardableResult public func times(_ count: Int) -> Self {
    expectations.repeats(entry, count)
    return self
  }
}

/// A message that a fake expects and that asks nothing.
public struct ExpectedMessage<Message: Sendable>: Sendable {
  let expectations: Expectations
  let entry: Int

  /// A message that fits.
  public init(_ expectations: Expectations, _ entry: Int) {
    self.expectations = expectations
    self.entry = entry
  }

  /// Throws, as a handler may.
  @discardableResult public func fail(with error: any Error) -> Self {
    expectations.answers(entry) { (_: Message) throws -> Void in throw error }
    return self
  }

  /// Expects it so many times.
  @discardableResult public func times(_ count: Int) -> Self {
    expectations.repeats(entry, count)
    return self
  }
}

/// A request that a fake expects, and that a stream answers: `expect.icanhaz().reply([a, b], last: Kthxbai(count: 2))`.
public struct ExpectedStream<Message: Sendable, Element: Sendable, Last: Sendable>: Sendable {
  let expectations: Expectations
  let entry: Int

  /// A request that fits.
  public init(_ expectations: Expectations, _ entry: Int) {
    self.expectations = expectations
    self.entry = entry
  }

  /// Sends these elements, then the message that closes the stream.
  @discardableResult public func reply(_ elements: [Element], last: Last) -> Self {
    expectations.answers(entry) { (_: Message) in StreamedReply(elements: elements, last: last) }
    return self
  }

  /// Throws before the first element.
  @discardableResult public func fail(with error: any Error) -> Self {
    expectations.answers(entry) { (_: Message) throws -> StreamedReply<Element, Last> in throw error }
    return self
  }

  /// Expects it so many times.
  @discardableResult public func times(_ count: Int) -> Self {
    expectations.repeats(entry, count)
    return self
  }
}

extension ExpectedStream where Last == Void {
  /// Sends these elements; nothing closes the stream.
  @discardableResult public func reply(_ elements: [Element]) -> Self { reply(elements, last: ()) }
}

/// The elements of a stream and what closes it.
public struct StreamedReply<Element: Sendable, Last: Sendable>: Sendable {
  /// What is sent first.
  public let elements: [Element]
  /// What closes the stream.
  public let last: Last
}

/// A peer, or everybody, has said nothing for as long as the protocol says.
public struct Silence: Sendable, Hashable {
  /// Of whom, where ZeroMQ tells peers apart.
  public var peer: RoutingID?

  /// Nobody speaks.
  public init(of peer: RoutingID? = nil) { self.peer = peer }
}

/// What a handler with `otherwise: handle` is given.
public struct Misfit: Sendable {
  /// All frames.
  public var frames: [[UInt8]]
  /// What is wrong.
  public var reason: any Error

  /// Frames that are no message of the socket, or whose handler has thrown.
  public init(frames: [[UInt8]], reason: any Error) {
    self.frames = frames
    self.reason = reason
  }
}
