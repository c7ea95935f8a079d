extension MessagePackReader {
  /// Consumes nil if it is the next value, and tells whether it was.
  @inlinable public mutating func consumeNull(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    guard offset < bytes.count, bytes[offset] == 0xC0 else { return false }
    offset += 1
    return true
  }

  /// Reads true or false.
  @inlinable public mutating func readBool(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    guard offset < bytes.count, bytes[offset] & 0xFE == 0xC2 else {
      throw mismatch(MessagePackHead(at: offset, in: bytes), .expectedBool, in: bytes)
    }
    offset += 1
    return bytes[offset - 1] == 0xC3
  }

  /// Reads a string; bytes are none.
  @inlinable public mutating func readString(in bytes: Span<UInt8>) throws(MessagePackFault) -> String {
    let range = try readRange(of: .string, else: .expectedString, in: bytes)
    guard let text = UTF8Sequence.string(range, in: bytes) else {
      throw MessagePackReader.notUTF8(in: range, of: bytes)
    }
    return text
  }

  /// Reads bytes; a string is none.
  @inlinable public mutating func readBytes(in bytes: Span<UInt8>) throws(MessagePackFault) -> [UInt8] {
    let range = try readRange(of: .binary, else: .expectedBytes, in: bytes)
    return bytes.extracting(range).withUnsafeBufferPointer { Array($0) }
  }

  /// Reads a UUID: its canonical text, of either case, or its sixteen bytes.
  public mutating func readUUID(in bytes: Span<UInt8>) throws(MessagePackFault) -> UUIDValue {
    let start = offset
    let head = MessagePackHead(at: offset, in: bytes)
    guard head.kind == .string || head.kind == .binary else { throw mismatch(head, .expectedUUID, in: bytes) }
    let content = bytes.extracting(try content(behind: head, in: bytes))
    guard let uuid = head.kind == .string ? UUIDValue(utf8: content) : UUIDValue(bytes: content) else {
      throw MessagePackFault(.expectedUUID, at: start)
    }
    return uuid
  }

  /// Reads a moment: the extension -1, in each of its three forms.
  ///
  /// - Throws: `outsideTimestamp` for one that a `Timestamp` cannot hold exactly.
  public mutating func readTimestamp(in bytes: Span<UInt8>) throws(MessagePackFault) -> Timestamp {
    let start = offset
    let head = try head(of: .extended, else: .expectedPackedTimestamp, in: bytes)
    guard head.extensionType == -1 else { throw MessagePackFault(.expectedPackedTimestamp, at: start) }
    let range = try content(behind: head, in: bytes)
    let content = bytes.bytes.extracting(range)
    let seconds: Int64
    let nanoseconds: UInt32
    switch range.count {
    case 4:
      seconds = Int64(UInt32(bigEndian: content.unsafeLoadUnaligned(as: UInt32.self)))
      nanoseconds = 0
    case 8:
      let both = UInt64(bigEndian: content.unsafeLoadUnaligned(as: UInt64.self))
      seconds = Int64(both & 0x3_FFFF_FFFF)
      nanoseconds = UInt32(both >> 34)
    case 12:
      nanoseconds = UInt32(bigEndian: content.unsafeLoadUnaligned(as: UInt32.self))
      seconds = Int64(bigEndian: content.unsafeLoadUnaligned(fromByteOffset: 4, as: Int64.self))
    default: throw MessagePackFault(.expectedPackedTimestamp, at: start)
    }
    guard nanoseconds < 1_000_000_000 else { throw MessagePackFault(.expectedPackedTimestamp, at: start) }
    let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, alsoOverflows) = whole.addingReportingOverflow(Int64(nanoseconds / 1000))
    guard nanoseconds % 1000 == 0, !overflows, !alsoOverflows, let timestamp = Timestamp(microseconds: sum) else {
      throw MessagePackFault(.outsideTimestamp, at: start)
    }
    return timestamp
  }

  /// Reads a duration: a number of seconds. Of a float the shortest decimal text counts, so that 0.1 is a tenth.
  public mutating func readDuration(in bytes: Span<UInt8>) throws(MessagePackFault) -> Duration {
    let start = offset
    let head = MessagePackHead(at: offset, in: bytes)
    switch head.kind {
    case .positive, .negative:
      guard let seconds = head.kind == .negative ? Int64(bitPattern: head.argument) : Int64(exactly: head.argument)
      else { throw MessagePackFault(.outsideDuration, at: start) }
      offset += head.size
      return .seconds(seconds)
    case .float32, .float64:
      guard let duration = MessagePackReader.duration(head) else { throw MessagePackFault(.outsideDuration, at: start) }
      offset += head.size
      return duration
    default: throw mismatch(head, .expectedDuration, in: bytes)
    }
  }

  private static func duration(_ head: MessagePackHead) -> Duration? {
    var text = JSONWriter(reserving: 32)
    do {
      if head.kind == .float32 {
        try text.write(Float(bitPattern: UInt32(truncatingIfNeeded: head.argument)))
      } else {
        try text.write(Double(bitPattern: head.argument))
      }
      return try text.withBytes { bytes in
        var reader = JSONReader()
        return try reader.readDuration(in: bytes)
      }
    } catch {
      return nil
    }
  }

  // MARK: Strings in place

  /// Reads a member's key, which must be a string.
  @inlinable public mutating func readKey(in bytes: Span<UInt8>) throws(MessagePackFault) -> MessagePackKey {
    try readProved(else: .expectedStringAsKey, in: bytes)
  }

  /// Reads any string and tells where it lies: for a message type or an enum of many cases.
  @inlinable public mutating func readToken(in bytes: Span<UInt8>) throws(MessagePackFault) -> MessagePackKey {
    try readProved(else: .expectedString, in: bytes)
  }

  /// Consumes a key if it is written as our own writer does, and tells whether it was.
  @inlinable @inline(__always)
  public mutating func consumeKey(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    consume(literal, in: bytes)
  }

  /// If the next key equals `literal`, consumes it; else leaves the cursor before the key.
  @inlinable @inline(__always)
  public mutating func key(_ literal: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    if consume(literal, in: bytes) { return true }
    return try consumeLong(literal, else: .expectedStringAsKey, in: bytes)
  }

  /// If the next value is the string `literal`, consumes it; else leaves the cursor before the value.
  ///
  /// A value that is no string at all is a fault.
  @inlinable @inline(__always)
  public mutating func string(_ literal: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    if consume(literal, in: bytes) { return true }
    return try consumeLong(literal, else: .expectedString, in: bytes)
  }

  /// Consumes `literal` if it is next, in its smallest form and below 32 bytes.
  @inlinable @inline(__always)
  mutating func consume(_ literal: StaticString, in bytes: Span<UInt8>) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length < 32, offset < bytes.count, bytes[offset] == 0xA0 | UInt8(truncatingIfNeeded: length),
      MessagePackReader.begins(literal, at: offset + 1, in: bytes)
    else { return false }
    offset += 1 + length
    return true
  }

  @usableFromInline @inline(never)
  mutating func consumeLong(
    _ literal: StaticString, else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Bool {
    let before = offset
    let range = try readRange(of: .string, else: reason, in: bytes)
    if range.count == literal.utf8CodeUnitCount, MessagePackReader.begins(literal, at: range.lowerBound, in: bytes) {
      return true
    }
    offset = before
    return false
  }

  @usableFromInline
  mutating func readProved(
    else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> MessagePackKey {
    let offset = offset
    let range = try readRange(of: .string, else: reason, in: bytes)
    guard UTF8Sequence.isWellFormed(range, in: bytes) else { throw MessagePackReader.notUTF8(in: range, of: bytes) }
    return MessagePackKey(offset: offset, start: range.lowerBound, end: range.upperBound)
  }

  /// Where the content of a string or of bytes lies; consumes it.
  @inlinable @inline(__always)
  mutating func readRange(
    of kind: MessagePackHead.Kind, else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Range<Int> {
    if kind == .string, offset < bytes.count, bytes[offset] & 0xE0 == 0xA0 {
      let start = offset + 1
      let length = Int(bytes[offset] & 31)
      guard length <= bytes.count - start else { throw MessagePackFault(.truncated, at: offset) }
      offset = start + length
      return start..<offset
    }
    return try readLongRange(of: kind, else: reason, in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func readLongRange(
    of kind: MessagePackHead.Kind, else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Range<Int> {
    let head = try head(of: kind, else: reason, in: bytes)
    return try content(behind: head, in: bytes)
  }

  /// Whether the bytes of `literal` stand at `start`.
  @inlinable @inline(__always)
  static func begins(_ literal: StaticString, at start: Int, in bytes: Span<UInt8>) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard bytes.count - start >= length else { return false }
    let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: length).span
    for index in 0..<length where bytes[start + index] != wanted[index] { return false }
    return true
  }

  @usableFromInline @inline(never)
  static func notUTF8(in range: Range<Int>, of bytes: Span<UInt8>) -> MessagePackFault {
    let content = bytes.extracting(..<range.upperBound)
    var place = range.lowerBound
    while place < range.upperBound {
      let length = UTF8Sequence.length(at: place, in: content)
      if length == 0 { break }
      place += length
    }
    return MessagePackFault(.notUTF8, at: place)
  }
}
