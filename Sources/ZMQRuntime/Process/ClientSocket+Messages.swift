import ZMQWire

// What most methods of a client do, as one call: in protocols of many messages each would have its closures otherwise.
// The work is done in private functions, so that the compiler has nothing here to copy for each message; and no argument
// has a default, since that would be a function of each caller's.

extension ClientSocket {
  /// Sends a message that asks nothing.
  ///
  /// - Throws: As `send`.
  @inline(never)
  public nonisolated(nonsending) func tell<Message: WireMessage>(_ message: Message) async throws {
    try await send(message, behindDelimiter: false)
  }

  /// The same behind an empty frame.
  @inline(never)
  public nonisolated(nonsending) func tellBehindDelimiter<Message: WireMessage>(_ message: Message) async throws {
    try await send(message, behindDelimiter: true)
  }

  private nonisolated(nonsending) func send<Message: WireMessage>(
    _ message: Message, behindDelimiter isDelimited: Bool
  ) async throws {
    try await send { writer in
      if isDelimited { writer.delimiter() }
      try message.encode(into: &writer)
    }
  }

  /// Sends a request and waits for the one message that answers it.
  ///
  /// - Parameter limit: How long to wait.
  /// - Throws: As `request`.
  @inline(never)
  public nonisolated(nonsending) func ask<Message: WireMessage, Reply: JSONReadable>(
    _ message: Message, for type: Reply.Type, within limit: Duration
  ) async throws -> Reply {
    try await request(message, for: type, within: limit, behindDelimiter: false)
  }

  /// The same behind an empty frame.
  @inline(never)
  public nonisolated(nonsending) func askBehindDelimiter<Message: WireMessage, Reply: JSONReadable>(
    _ message: Message, for type: Reply.Type, within limit: Duration
  ) async throws -> Reply {
    try await request(message, for: type, within: limit, behindDelimiter: true)
  }

  private nonisolated(nonsending) func request<Message: WireMessage, Reply: JSONReadable>(
    _ message: Message, for type: Reply.Type, within limit: Duration, behindDelimiter isDelimited: Bool
  ) async throws -> Reply {
    try await request(within: limit) { writer in
      if isDelimited { writer.delimiter() }
      try message.encode(into: &writer)
    } decode: { incoming in
      try incoming.decode(type)
    }
  }
}
