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
  ///   - route: Instead, the way to a peer behind proxies.
  ///   - correlation: The id that the answer repeats.
  ///   - limit: How long to wait, from this call on, for a turn, for a peer and for the answer.
  ///   - encode: Writes all frames, envelope included.
  ///   - decode: The answer, or nil when the message is none.
  /// - Throws: `RequestError` when the time has passed or the process was stopped; `WireError` when the
  ///   answer is malformed; a declared message that refuses the request; `CancellationError`.
  public func request<Reply: Sendable>(
    to peer: RoutingID? = nil, along route: Route? = nil, correlation: CorrelationID? = nil, within limit: Duration,
    _ encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> Reply?
  ) async throws -> Reply {
    let request = Request(
      socket: id, name: name, peer: peer, route: route ?? [], correlation: correlation, limit: limit)
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
    to peer: RoutingID? = nil, along route: Route? = nil, correlation: CorrelationID? = nil, within limit: Duration,
    _ encode: @Sendable (inout FrameWriter) throws -> Void,
    decode: @escaping @Sendable (IncomingMessage) throws -> StreamPart<Element, Last>?
  ) async throws -> Replies<Element, Last> {
    let request = Request(
      socket: id, name: name, peer: peer, route: route ?? [], correlation: correlation, limit: limit)
    return try await loop.replies(request, encode: encode, decode: decode)
  }

  /// Waits until a PUB's message would reach somebody: what is published before that is lost.
  ///
  /// ```swift
  /// try await station.process.client("reports").waitForSubscribers(to: "weather.Oldenburg", within: .seconds(5))
  /// ```
  ///
  /// - Parameters:
  ///   - count: So many subscriptions; a peer that subscribes to two fitting prefixes counts twice. (So does one that is no
  ///     process of ours and subscribes twice to the same, of whose end libzmq tells once: that one is never seen to go.)
  ///   - topic: The topic that is going to be published; empty: only whoever wants everything counts.
  ///
  /// Beyond the socket's `subscriptionLimits` only subscriptions are counted that come while somebody waits for them. So
  /// this may wait for somebody who has come before, and never returns too early.
  ///
  /// - Throws: `RequestError` when the time has passed or the process was stopped; `CancellationError`.
  public func waitForSubscribers(_ count: Int = 1, to topic: String, within limit: Duration) async throws {
    try await loop.waitForSubscribers(count, to: Array(topic.utf8), at: id, named: name, within: limit)
  }

  /// How many subscriptions a PUB's message with this topic would reach now; at least so many where there are more than
  /// its `subscriptionLimits`.
  public func subscribers(of topic: String) async throws -> Int {
    try await loop.subscribers(of: Array(topic.utf8), at: id, named: name)
  }

  /// Connects to one more endpoint while the process runs.
  ///
  /// A socket that sends to its peers in turn (REQ, DEALER, PUSH) keeps no messages for it while nobody answers there, as
  /// with several endpoints from the start; the one that it has been given alone keeps what waits for it.
  ///
  /// - Throws: `TransportError`; `RequestError` when the process was stopped.
  public func connect(to endpoint: String) async throws {
    try await loop.connect(id, named: name, to: endpoint)
  }

  /// Disconnects from an endpoint, written as it was connected to; what waits for it is lost.
  ///
  /// - Throws: `TransportError` where it is not connected to; `RequestError` when the process was stopped.
  public func disconnect(from endpoint: String) async throws {
    try await loop.disconnect(id, named: name, from: endpoint)
  }

  /// Binds one more endpoint while the process runs.
  ///
  /// - Returns: The endpoint as bound: a wildcard port is replaced by the port that was chosen.
  /// - Throws: `TransportError`; `RequestError` when the process was stopped.
  @discardableResult
  public func bind(to endpoint: String) async throws -> String {
    try await loop.bind(id, named: name, to: endpoint)
  }

  /// Gives an endpoint free, written as `bind` or `RunningProcess.endpoints` has told it; who is connected stays so.
  ///
  /// - Throws: `TransportError` where it is not bound; `RequestError` when the process was stopped.
  public func unbind(from endpoint: String) async throws {
    try await loop.unbind(id, named: name, from: endpoint)
  }

  /// Adds a prefix to what a SUB receives.
  public func subscribe(to prefix: String) async throws {
    try await loop.subscribe(id, named: name, to: Array(prefix.utf8))
  }

  /// Takes a prefix away; it must have been subscribed to as often as it is to be taken away.
  public func unsubscribe(from prefix: String) async throws {
    try await loop.unsubscribe(id, named: name, from: Array(prefix.utf8))
  }
}

extension EventLoop {
  fileprivate func connect(_ id: SocketID, named name: String, to endpoint: String) throws {
    let driver = try driver(id, named: name)
    try driver.transport.connect(to: endpoint)
    driver.configuration.connect.append(endpoint)
  }

  fileprivate func disconnect(_ id: SocketID, named name: String, from endpoint: String) throws {
    let driver = try driver(id, named: name)
    try driver.transport.disconnect(from: endpoint)
    driver.configuration.connect.removeAll { $0 == endpoint }
  }

  fileprivate func bind(_ id: SocketID, named name: String, to endpoint: String) throws -> String {
    let driver = try driver(id, named: name)
    let bound = try driver.transport.bind(to: endpoint)
    driver.configuration.bind.append(endpoint)
    return bound
  }

  fileprivate func unbind(_ id: SocketID, named name: String, from endpoint: String) throws {
    try driver(id, named: name).transport.unbind(from: endpoint)
  }
}
