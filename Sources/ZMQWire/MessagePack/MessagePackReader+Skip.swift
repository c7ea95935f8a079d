extension MessagePackReader {
  /// Steps over a value of any kind without building it: extensions too, and maps whose keys are no strings.
  ///
  /// It is proved as strictly as one that is read: strings are UTF-8, no key is given twice, nothing is too deep.
  public mutating func skipValue(in bytes: Span<UInt8>) throws(MessagePackFault) {
    var keys = KeyStack<SkippedKey>()
    try skipValue(in: bytes, &keys)
  }

  private mutating func skipValue(
    in bytes: Span<UInt8>, _ keys: inout KeyStack<SkippedKey>
  ) throws(MessagePackFault) {
    let head = MessagePackHead(at: offset, in: bytes)
    switch head.kind {
    case .null, .bool, .positive, .negative, .float32, .float64: offset += head.size
    case .binary, .extended: _ = try content(behind: head, in: bytes)
    case .string: _ = try readToken(in: bytes)
    case .array:
      var more = try beginArray(in: bytes)
      while more {
        try skipValue(in: bytes, &keys)
        more = try elementFollows(in: bytes)
      }
    case .map:
      var object = keys.begin()
      var more = try beginObject(in: bytes)
      while more {
        let start = offset
        let isString = peek(in: bytes) == .string
        try skipValue(in: bytes, &keys)
        let key = SkippedKey(start: start, end: offset, isString: isString)
        guard keys.insert(key, to: &object, in: bytes) || lastKeyWins else {
          throw MessagePackFault(.duplicateKey, at: start)
        }
        try skipValue(in: bytes, &keys)
        more = try memberFollows(in: bytes)
      }
      keys.end(object)
    case .unused, .missing: throw mismatch(head, .expectedValue, in: bytes)
    }
  }
}

/// A key of any kind. Strings are the same in any form; of other kinds the bytes count.
private struct SkippedKey: ComparableKey {
  let start: Int
  let end: Int
  let isString: Bool

  func equals(_ other: SkippedKey, in bytes: Span<UInt8>) -> Bool {
    guard isString == other.isString else { return false }
    let (mine, others) = (range(in: bytes), other.range(in: bytes))
    guard mine.count == others.count else { return false }
    for index in 0..<mine.count where bytes[mine.lowerBound + index] != bytes[others.lowerBound + index] {
      return false
    }
    return true
  }

  func content(in bytes: Span<UInt8>) -> [UInt8] {
    var content: [UInt8] = [isString ? 1 : 0]
    for index in range(in: bytes) { content.append(bytes[index]) }
    return content
  }

  private func range(in bytes: Span<UInt8>) -> Range<Int> {
    isString ? start + MessagePackHead(at: start, in: bytes).size..<end : start..<end
  }
}
