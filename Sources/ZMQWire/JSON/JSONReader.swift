/// A cursor over JSON text (RFC 8259, strict).
///
/// The cursor is an index; the bytes are lent beside it at every call, because a message is read
/// where libzmq has received it and the cursor must not outlive that. Generated code calls one
/// method for each thing its protocol declares and so builds neither a tree nor a dictionary:
///
/// ```swift
/// // ["ping",[5],{}]
/// var reader = JSONReader()
/// guard try reader.beginArray(in: bytes) else { throw JSONFault(.notAMessage, at: reader.offset) }
/// guard try reader.string("ping", in: bytes) else { … }
/// guard try reader.elementFollows(in: bytes), try reader.beginArray(in: bytes) else { … }
/// let count = try reader.readInt(as: Int.self, in: bytes)
/// ```
///
/// A method that throws leaves the cursor anywhere: the text is refused as a whole.
///
/// Blanks: after `,` and `:` one space is stepped over in line, which is how Python writes JSON.
/// Every method that meets another blank where a token should be leaves the fast path, skips them all
/// and looks again. Text without blanks therefore pays one comparison, and any spacing is read.
@frozen public struct JSONReader: Sendable {
  /// The index of the next byte to be read.
  public var offset: Int

  /// How many further levels of nesting are allowed.
  @usableFromInline var levels: Int
  /// Whether the last of several values of a key counts.
  @usableFromInline let lastKeyWins: Bool

  /// A cursor before the first byte.
  @inlinable public init(limits: CodecLimits = .default) {
    offset = 0
    levels = limits.depth
    lastKeyWins = limits.duplicateKeys == .lastWins
  }

  /// The kind of the next value, without moving.
  @inlinable public func peek(in bytes: Span<UInt8>) -> JSONValueKind {
    var index = offset
    while index < bytes.count {
      guard JSONReader.isBlank(bytes[index]) else { return JSONValueKind(firstByte: bytes[index]) }
      index += 1
    }
    return .none
  }

  /// Demands that nothing but blanks remains.
  @inlinable public mutating func end(in bytes: Span<UInt8>) throws(JSONFault) {
    if offset == bytes.count { return }
    skipBlanks(in: bytes)
    if offset < bytes.count { throw JSONFault(.expectedEnd, at: offset) }
  }

  /// Consumes `null` if it is the next value, and tells whether it was.
  @inlinable public mutating func consumeNull(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    if offset < bytes.count, JSONReader.isBlank(bytes[offset]) { skipBlanks(in: bytes) }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "n") else { return false }
    guard isNext("null", in: bytes) else { throw JSONFault(.expectedNull, at: offset) }
    offset += 4
    return true
  }

  /// Reads `true` or `false`.
  @inlinable @inline(__always)
  public mutating func readBool(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    // As words: which of the two it is, is a matter of chance.
    let word = JSONWord.load(at: offset, in: bytes)
    if word & 0xFFFF_FFFF == 0x6575_7274 {  // true
      offset &+= 4
      return true
    }
    if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {  // false
      offset &+= 5
      return false
    }
    return try readBoolBeyondBlanks(in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func readBoolBeyondBlanks(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    let start = offset
    skipBlanks(in: bytes)
    if offset == start { throw JSONFault(.expectedBool, at: offset) }
    return try readBool(in: bytes)
  }

  // MARK: Blanks and single bytes

  /// The next byte; at the end of the text zero, which JSON has nowhere.
  @inlinable @inline(__always)
  func next(in bytes: Span<UInt8>) -> UInt8 { JSONReader.byte(at: offset, in: bytes) }

  /// The byte at `index`, or zero.
  @inlinable @inline(__always)
  static func byte(at index: Int, in bytes: Span<UInt8>) -> UInt8 {
    // The one check, which an index below zero does not pass either.
    guard UInt(bitPattern: index) < UInt(bitPattern: bytes.count) else { return 0 }
    return bytes[unchecked: index]
  }

  /// Whether `byte` is one of the four blanks of RFC 8259, section 2.
  @inlinable @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Moves to the next byte that is no blank.
  @usableFromInline @inline(never)
  mutating func skipBlanks(in bytes: Span<UInt8>) {
    while offset < bytes.count, JSONReader.isBlank(bytes[offset]) { offset += 1 }
  }

  /// Steps over the one blank that Python's encoder writes after `,` and `:`.
  @inlinable @inline(__always)
  mutating func stepOverOneBlank(in bytes: Span<UInt8>) {
    if next(in: bytes) == 0x20 { offset &+= 1 }
  }

  /// Moves to `byte`, over blanks if need be, and does not consume it.
  @inlinable @inline(__always)
  mutating func find(
    _ byte: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) {
    if next(in: bytes) == byte { return }
    try findBeyondBlanks(byte, in: bytes, else: reason)
  }

  @usableFromInline @inline(never)
  mutating func findBeyondBlanks(
    _ byte: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) {
    skipBlanks(in: bytes)
    guard offset < bytes.count, bytes[offset] == byte else { throw JSONFault(reason, at: offset) }
  }
}
