import ZMQWire

// By calls, for protocols of many messages: what each handler's function would have for its own message. The two do
// their work in private functions, so that the compiler has nothing here to copy for each type.

extension IncomingMessage {
  /// Decodes the fields of a message whose type has been read, as `decode(_:from:)`.
  @inline(never)
  public func message<Message: JSONReadable>(_ type: Message.Type, from reader: JSONReader) throws -> Message {
    try decodeAny(type, from: reader)
  }

  private func decodeAny<Message: JSONReadable>(_ type: Message.Type, from reader: JSONReader) throws -> Message {
    try decode(type, from: reader)
  }

  /// Writes the reply, as `reply(with:)`.
  @inline(never)
  public func answer<Message: WireMessage>(with message: Message) throws { try replyWithAny(message) }

  private func replyWithAny<Message: WireMessage>(_ message: Message) throws { try reply(with: message) }
}
