import ZMQWire

extension IncomingMessage {
  /// Looks for the id of an answer with one layout.
  ///
  /// It is read by itself, before the answer is decoded: only its id tells who waits for it.
  ///
  /// - Parameter read: Goes to the id and reads it; builds no other value.
  /// - Returns: nil when the message has another layout, or is no message at all.
  /// - Throws: `WireError` when it has the layout and its signature is wrong: it may tell of no request.
  @inlinable
  public func correlation(
    _ read: (inout BodyReader<IncomingMessage>) throws(WireError) -> CorrelationID
  ) throws(WireError) -> CorrelationID? {
    var body = BodyReader(self)
    do throws(WireError) {
      return try read(&body)
    } catch {
      if error.reason == .badSignature { throw fail(error) }
      return nil
    }
  }

  /// Looks for a value in a message that has been refused, and may be none.
  ///
  /// - Parameter read: Goes to the value and reads it.
  /// - Returns: nil where it is not there, or its layout is another one.
  @inlinable
  public func peek<Value>(_ read: (inout BodyReader<IncomingMessage>) throws(WireError) -> Value) -> Value? {
    var body = BodyReader(self)
    return try? read(&body)
  }

  /// The message that has been refused, if it is whole and of one type: then a handler has refused it.
  ///
  /// - Returns: nil when it is another message, or something is wrong in it.
  public func peek<Message: FramedMessage>(_ type: Message.Type) -> Message? {
    peek { body throws(WireError) in try Message(body: &body) }
  }

  /// The message with a built-in layout that has been refused, if it is whole and of one type.
  ///
  /// - Returns: nil when it is another message, or something is wrong in it.
  public func peek<Message: JSONMessage>(_ type: Message.Type) -> Message? {
    guard bodyFrameCount == 1 else { return nil }
    let frame = body
    do throws(JSONFault) {
      return try message(of: type, in: frame.span)
    } catch {
      return nil
    }
  }
}
