extension JSONReader {
  /// Reads a string as a String.
  @inlinable public mutating func readString(in bytes: Span<UInt8>) throws(JSONFault) -> String {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedString)
    let key = try scanString(in: bytes)
    return key.string(in: bytes)
  }

  /// Reads a string of base64 (RFC 4648, section 4, with padding) as bytes.
  @inlinable public mutating func readBytes(in bytes: Span<UInt8>) throws(JSONFault) -> [UInt8] {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedBase64)
    let start = offset
    let key = try scanString(in: bytes)
    guard let decoded = JSONReader.content(of: key, in: bytes, { Base64.decode($0) }) else {
      throw JSONFault(.expectedBase64, at: start)
    }
    return decoded
  }

  /// Reads a UUID in its canonical text, of either case.
  @inlinable public mutating func readUUID(in bytes: Span<UInt8>) throws(JSONFault) -> UUIDValue {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedUUID)
    let start = offset
    let key = try scanString(in: bytes)
    guard let uuid = JSONReader.content(of: key, in: bytes, { UUIDValue(utf8: $0) }) else {
      throw JSONFault(.expectedUUID, at: start)
    }
    return uuid
  }

  /// Reads a moment as RFC 3339 writes it; any offset from UTC is converted.
  @inlinable public mutating func readTimestamp(in bytes: Span<UInt8>) throws(JSONFault) -> Timestamp {
    try find(UInt8(ascii: "\""), in: bytes, else: .expectedTimestamp)
    let start = offset
    let key = try scanString(in: bytes)
    switch JSONReader.content(of: key, in: bytes, { Timestamp.parse($0) }) {
    case .timestamp(let timestamp): return timestamp
    case .malformed: throw JSONFault(.expectedTimestamp, at: start)
    case .outOfRange: throw JSONFault(.outsideTimestamp, at: start)
    }
  }

  // MARK: Scanning

  /// Finds the end of the string whose opening quotation mark is the next byte; consumes and proves it.
  @inlinable @inline(__always)
  mutating func scanString(in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    let start = offset + 1
    var index = start
    while bytes.count - index >= 8 {
      let marks = JSONWord.marks(JSONWord.load(at: index, in: bytes))
      if marks == 0 {
        index += 8
        continue
      }
      index += marks.trailingZeroBitCount >> 3
      guard bytes[index] == UInt8(ascii: "\"") else { break }
      offset = index + 1
      return JSONKey(start: start, end: index, hasEscapes: false)
    }
    return try scanString(from: start, plainUpTo: index, in: bytes)
  }

  /// The same for what is near the end of the text, escaped, not ASCII or wrong.
  @usableFromInline @inline(never)
  mutating func scanString(
    from start: Int, plainUpTo plain: Int, in bytes: Span<UInt8>
  ) throws(JSONFault) -> JSONKey {
    var index = JSONReader.endOfPlain(from: plain, in: bytes)
    var hasEscapes = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        offset = index + 1
        return JSONKey(start: start, end: index, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        switch JSONEscape.decode(at: index, in: bytes) {
        case .scalar(_, let next): index = next
        case .malformed: throw JSONFault(.malformedEscape, at: index)
        case .loneSurrogate: throw JSONFault(.loneSurrogate, at: index)
        }
      } else if byte >= 0x80 {
        let length = UTF8Sequence.length(at: index, in: bytes)
        guard length > 0 else { throw JSONFault(.notUTF8, at: index) }
        index += length
      } else if byte < 0x20 {
        throw JSONFault(.controlCharacter, at: index)
      } else {
        index = JSONReader.endOfPlain(from: index + 1, in: bytes)
      }
    }
    throw JSONFault(.unterminatedString, at: bytes.count)
  }

  /// The index of the first byte from `start` that is not plain ASCII, eight at a time.
  @inline(__always)
  private static func endOfPlain(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let marks = JSONWord.marks(JSONWord.load(at: index, in: bytes))
      if marks != 0 { return min(index + marks.trailingZeroBitCount >> 3, bytes.count) }
      index += 8
    }
    return bytes.count
  }

  // MARK: Content of a proved range

  /// The text of a range without escapes.
  @inlinable static func plainString(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a range with escapes.
  @usableFromInline @inline(never)
  static func decodedString(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    withDecoded(range, in: bytes) { content in
      content.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Lends the content of `key` to `body`, escapes decoded.
  @inlinable static func content<Result>(
    of key: JSONKey, in bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    if key.hasEscapes { return withDecoded(key.start..<key.end, in: bytes, body) }
    return body(bytes.extracting(key.start..<key.end))
  }

  /// Decodes into scratch on the stack (the heap, where it is long) and lends that to `body`.
  ///
  /// Decoding never lengthens: the shortest escape, `\n`, is twice as long as what it stands for.
  @usableFromInline static func withDecoded<Result>(
    _ range: Range<Int>, in bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { scratch in
      var used = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\"), case .scalar(let scalar, let next) = JSONEscape.decode(at: index, in: bytes) {
          used += UTF8Sequence.put(scalar.value, at: used, in: scratch)
          index = next
        } else {
          scratch[used] = byte
          used += 1
          index += 1
        }
      }
      return body(UnsafeBufferPointer(rebasing: scratch[..<used]).span)
    }
  }
}
