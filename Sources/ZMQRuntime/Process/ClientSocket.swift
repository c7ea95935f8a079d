import ZMQWire

/// A socket as generated clients use it: a handle that any task may hold; the socket stays on its loop.
public struct ClientSocket: Sendable {
  let loop: EventLoop
  let id: SocketID
  /// `Process.socket`, as in the protocol file.
  public let name: String

  /// Sends a message that asks nothing.
  ///
  /// Waits while no peer can take it (PUSH, DEALER, REQ, PAIR: none is connected, or all queues are full);
  /// a PUB never waits. Cancelling the task ends the wait.
  ///
  /// - Throws: `RequestError` when the process has been stopped or the peer is unknown; `TransportError`.
  public func send(_ encode: @Sendable (inout FrameWriter) throws -> Void) async throws {
    try await loop.send(on: id, named: name, encode: encode)
  }

  /// Sends a request and waits for its answer.
  ///
  /// Requests with a correlation id are under way together. Without one, an answer is known only by its place in the
  /// order, so there is one at a time, of a ROUTER one to each peer; the next waits for its turn.
  ///
  /// A request that was given up may still reach a peer that comes back while the socket lingers: what must not
  /// happen twice needs an id in the message.
  ///
  /// - Parameters:
  ///   - peer: Whom a ROUTER asks.
  ///   - correlation: The id that the answer repeats.
  ///   - limit: How long to wait, from this call on, for a turn, for a peer and for the answer.
  ///   - encode: Writes all frames, envelope included.
  ///   - decode: The answer, or nil when the message is none.
  /// - Throws: `RequestError` when the time has passed or the process was stopped; `WireError` when the
  ///   answer is malformed; a declared message that refuses the request; `CancellationError`.
  public func request<Reply: Sendable>(
    to peer: RoutingID? = nil, correlation: CorrelationID? = nil, within limit: Duration,
    _ encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> Reply?
  ) async throws -> Reply {
    let request = Request(socket: id, name: name, peer: peer, correlation: correlation, limit: limit)
    return try await loop.request(request, encode: encode, decode: decode)
  }

  /// Sends a request whose answers are a stream: any number of elements, then the last message.
  ///
  /// - Parameters:
  ///   - limit: How long to wait for each of them, from the moment on when it is asked for.
  ///   - decode: An element or the last message, or nil when the message is neither.
  /// - Returns: The stream, when the request has been sent.
  /// - Throws: As `request`; what goes wrong later, the stream throws.
  public func replies<Element: Sendable, Last: Sendable>(
    to peer: RoutingID? = nil, correlation: CorrelationID? = nil, within limit: Duration,
    _ encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> StreamPart<Element, Last>?
  ) async throws -> Replies<Element, Last> {
    let request = Request(socket: id, name: name, peer: peer, correlation: correlation, limit: limit)
    return try await loop.replies(request, encode: encode, decode: decode)
  }

  /// Adds a prefix to what a SUB receives.
  public func subscribe(to prefix: String) async throws {
    try await loop.subscribe(id, named: name, to: Array(prefix.utf8))
  }

  /// Takes a prefix away that was subscribed to.
  public func unsubscribe(from prefix: String) async throws {
    try await loop.unsubscribe(id, named: name, from: Array(prefix.utf8))
  }
}

extension EventLoop {
  fileprivate func subscribe(_ id: SocketID, named name: String, to prefix: [UInt8]) throws {
    try driver(id, named: name).transport.subscribe(to: prefix)
  }

  fileprivate func unsubscribe(_ id: SocketID, named name: String, from prefix: [UInt8]) throws {
    try driver(id, named: name).transport.unsubscribe(from: prefix)
  }
}
