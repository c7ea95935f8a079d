extension JSONReader {
  /// Steps over a value of any kind, which is proved as strictly as one that is read.
  public mutating func skipValue(in bytes: Span<UInt8>) throws(JSONFault) {
    skipBlanks(in: bytes)
    switch peek(in: bytes) {
    case .string: _ = try scanString(in: bytes)
    case .number: _ = try scanNumber(in: bytes)
    case .bool: _ = try readBool(in: bytes)
    case .null: _ = try consumeNull(in: bytes)
    case .array:
      var more = try beginArray(in: bytes)
      while more {
        try skipValue(in: bytes)
        more = try elementFollows(in: bytes)
      }
    case .object:
      var keys = JSONKeySet()
      var more = try beginObject(in: bytes)
      while more {
        let key = try readKey(in: bytes)
        guard keys.insert(key, in: bytes) else { throw JSONFault(.duplicateKey, at: key.start - 1) }
        try skipValue(in: bytes)
        more = try memberFollows(in: bytes)
      }
    case .none: throw JSONFault(.expectedValue, at: offset)
    }
  }

  /// Reads a value of any kind as a tree.
  public mutating func readValue(in bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    skipBlanks(in: bytes)
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
        elements.append(try readValue(in: bytes))
        more = try elementFollows(in: bytes)
      }
      return .array(elements)
    case .object:
      var members: [JSONValue.Member] = []
      var keys = JSONKeySet()
      var more = try beginObject(in: bytes)
      while more {
        let key = try readKey(in: bytes)
        guard keys.insert(key, in: bytes) else { throw JSONFault(.duplicateKey, at: key.start - 1) }
        members.append(JSONValue.Member(key.string(in: bytes), try readValue(in: bytes)))
        more = try memberFollows(in: bytes)
      }
      return .object(members)
    case .none: throw JSONFault(.expectedValue, at: offset)
    }
  }

  /// An integer token as the integer it is, as long as 64 bits hold it; any other number as a Double.
  private mutating func readNumber(in bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    var token = self
    if try token.scanNumber(in: bytes).isInteger {
      var integer = self
      do throws(JSONFault) {
        let signed = try integer.readInt(as: Int64.self, in: bytes)
        self = integer
        return .int(signed)
      } catch {}
      do throws(JSONFault) {
        let unsigned = try integer.readInt(as: UInt64.self, in: bytes)
        self = integer
        return .uint(unsigned)
      } catch {}
    }
    return .double(try readDouble(in: bytes))
  }
}
