extension MessagePackReader {
  /// Reads a value of any kind as a tree.
  ///
  /// - Throws: `noPlaceInJSON` for bytes, extensions, NaN and infinities, which JSON has no form for;
  ///   `expectedStringAsKey` for a map with another key.
  public mutating func readValue(in bytes: Span<UInt8>) throws(MessagePackFault) -> JSONValue {
    var keys = KeyStack<MessagePackKey>()
    return try readValue(in: bytes, &keys)
  }

  private mutating func readValue(
    in bytes: Span<UInt8>, _ keys: inout KeyStack<MessagePackKey>
  ) throws(MessagePackFault) -> JSONValue {
    let head = MessagePackHead(at: offset, in: bytes)
    switch head.kind {
    case .null:
      offset += head.size
      return .null
    case .bool: return .bool(try readBool(in: bytes))
    case .positive:
      offset += head.size
      return JSONValue(head.argument)
    case .negative:
      offset += head.size
      return .int(Int64(bitPattern: head.argument))
    case .float32, .float64:
      let start = offset
      let number = try readDouble(in: bytes)
      guard number.isFinite else { throw MessagePackFault(.noPlaceInJSON, at: start) }
      return .double(number)
    case .string: return .string(try readString(in: bytes))
    case .array:
      var elements: [JSONValue] = []
      var more = try beginArray(in: bytes)
      while more {
        elements.append(try readValue(in: bytes, &keys))
        more = try elementFollows(in: bytes)
      }
      return .array(elements)
    case .map:
      var members: [JSONValue.Member] = []
      var object = keys.begin()
      var isRepeated = false
      var more = try beginObject(in: bytes)
      while more {
        let key = try readKey(in: bytes)
        if !keys.insert(key, to: &object, in: bytes) {
          guard lastKeyWins else { throw MessagePackFault(.duplicateKey, at: key.offset) }
          isRepeated = true
        }
        members.append(JSONValue.Member(key.string(in: bytes), try readValue(in: bytes, &keys)))
        more = try memberFollows(in: bytes)
      }
      keys.end(object)
      return .object(isRepeated ? members.withTheLast() : members)
    case .binary, .extended: throw MessagePackFault(.noPlaceInJSON, at: offset)
    case .unused, .missing: throw mismatch(head, .expectedValue, in: bytes)
    }
  }
}

extension MessagePackKey: ComparableKey {
  func equals(_ other: MessagePackKey, in bytes: Span<UInt8>) -> Bool {
    guard end - start == other.end - other.start else { return false }
    for index in 0..<end - start where bytes[start + index] != bytes[other.start + index] { return false }
    return true
  }

  func content(in bytes: Span<UInt8>) -> [UInt8] {
    bytes.extracting(start..<end).withUnsafeBufferPointer { Array($0) }
  }
}
