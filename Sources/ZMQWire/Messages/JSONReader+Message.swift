extension JSONReader {
  /// Goes to the message type: the first element of an array, the member `type` of an object.
  ///
  /// - Throws: `notAMessage` when there is none; the lexical faults.
  public mutating func beginMessage(_ layout: BodyLayout, in bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    if layout == .object {
      guard try beginObject(in: bytes) else { throw JSONFault(.notAMessage, at: start) }
      repeat {
        if try key("type", in: bytes) { return }
        _ = try readKey(in: bytes)
        try skipValue(in: bytes)
      } while try memberFollows(in: bytes)
      throw JSONFault(.notAMessage, at: start)
    }
    guard try beginArray(in: bytes) else { throw JSONFault(.notAMessage, at: start) }
  }
}
