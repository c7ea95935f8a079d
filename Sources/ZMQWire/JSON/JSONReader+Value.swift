extension JSONReader {
  /// Reads a value of any kind as a tree.
  public mutating func readValue(in bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    var keys = KeyStack<JSONKey>()
    return try readValue(in: bytes, &keys)
  }

  private mutating func readValue(in bytes: Span<UInt8>, _ keys: inout KeyStack<JSONKey>) throws(JSONFault) -> JSONValue
  {
    if offset >= bytes.count || JSONReader.isBlank(bytes[offset]) { skipBlanks(in: bytes) }
    switch peek(in: bytes) {
    case .string: return .string(try readString(in: bytes))
    case .number: return try readNumber(in: bytes)
    case .bool: return .bool(try readBool(in: bytes))
    case .null:
      _ = try consumeNull(in: bytes)
      return .null
    case .array:
      var elements: [JSONValue] = []
      var more = try beginArray(in: bytes)
      while more {
        elements.append(try readValue(in: bytes, &keys))
        more = try elementFollows(in: bytes)
      }
      return .array(elements)
    case .object:
      var members: [JSONValue.Member] = []
      var object = keys.begin()
      var isRepeated = false
      var more = try beginObject(in: bytes)
      while more {
        let key = try readKey(in: bytes)
        if !keys.insert(key, to: &object, in: bytes) {
          guard lastKeyWins else { throw JSONFault(.duplicateKey, at: key.start - 1) }
          isRepeated = true
        }
        members.append(JSONValue.Member(key.string(in: bytes), try readValue(in: bytes, &keys)))
        more = try memberFollows(in: bytes)
      }
      keys.end(object)
      return .object(isRepeated ? members.withTheLast() : members)
    case .none: throw JSONFault(.expectedValue, at: offset)
    }
  }

  /// An integer token as the integer it is, as long as 64 bits hold it; any other number as a Double.
  private mutating func readNumber(in bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    var after = self
    let token = try after.scanNumber(in: bytes)
    guard token.isInteger else { return .double(try readDouble(in: bytes)) }
    // A Double is what is left for an integer that neither type holds.
    if let signed: Int64 = JSONReader.integer(token, endingAt: after.offset, in: bytes) {
      self = after
      return .int(signed)
    }
    if let unsigned: UInt64 = JSONReader.integer(token, endingAt: after.offset, in: bytes) {
      self = after
      return .uint(unsigned)
    }
    return .double(try readDouble(in: bytes))
  }
}
