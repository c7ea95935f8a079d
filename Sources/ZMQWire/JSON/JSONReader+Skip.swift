extension JSONReader {
  /// Steps over a value of any kind, which is proved as strictly as one that is read, but for the size of numbers: `1e400`
  /// is JSON, and only who reads it needs a place for it.
  public mutating func skipValue(in bytes: Span<UInt8>) throws(JSONFault) {
    var keys = KeyStack<JSONKey>()
    try skipValue(in: bytes, &keys)
  }

  private mutating func skipValue(in bytes: Span<UInt8>, _ keys: inout KeyStack<JSONKey>) throws(JSONFault) {
    if offset >= bytes.count || JSONReader.isBlank(bytes[offset]) { skipBlanks(in: bytes) }
    switch peek(in: bytes) {
    case .string: _ = try scanString(in: bytes)
    case .number: _ = try scanNumber(in: bytes)
    case .bool: _ = try readBool(in: bytes)
    case .null: _ = try consumeNull(in: bytes)
    case .array:
      var more = try beginArray(in: bytes)
      while more {
        try skipValue(in: bytes, &keys)
        more = try elementFollows(in: bytes)
      }
    case .object:
      var object = keys.begin()
      var more = try beginObject(in: bytes)
      while more {
        let key = try readKey(in: bytes)
        guard keys.insert(key, to: &object, in: bytes) || lastKeyWins else {
          throw JSONFault(.duplicateKey, at: key.start - 1)
        }
        try skipValue(in: bytes, &keys)
        more = try memberFollows(in: bytes)
      }
      keys.end(object)
    case .none: throw JSONFault(.expectedValue, at: offset)
    }
  }
}
