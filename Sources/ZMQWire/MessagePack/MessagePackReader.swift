/// A cursor over MessagePack.
///
/// It has the methods of ``JSONReader``, so that generated code is the same for both; what differs is that an array
/// and a map begin with their count, which the cursor keeps for each that it is inside of:
///
/// ```swift
/// // 92 a4 70 69 6e 67 05        an array of two: "ping", 5
/// var reader = MessagePackReader()
/// try reader.firstElement(in: bytes)
/// try reader.type("ping", in: bytes)
/// try reader.nextElement(in: bytes)
/// let count = try reader.readInt(as: Int.self, in: bytes)
/// try reader.endElements(in: bytes)
/// try reader.end(in: bytes)
/// ```
///
/// Any form of a value is read, the smallest or not. A length or a count that the frame cannot hold is a fault before
/// anything is done with it, and no memory is taken for more elements than have been read.
///
/// A method that throws leaves the cursor anywhere: the bytes are refused as a whole.
///
/// Source: the MessagePack specification of 2017, with `bin`, `ext` and timestamps.
@frozen public struct MessagePackReader: Sendable {
  /// The index of the next byte to be read.
  public var offset: Int
  /// How many further levels of nesting are allowed.
  @usableFromInline var levels: Int
  /// Whether the last of several values of a key counts.
  @usableFromInline let lastKeyWins: Bool
  /// How many levels the cursor is inside of.
  @usableFromInline var depth: Int
  /// How many elements, or pairs of a map, come after the present one.
  @usableFromInline var left: UInt32
  /// The same of the eight outermost containers.
  @usableFromInline var outer: SIMD8<UInt32>
  /// The same of those within them.
  @usableFromInline var inner: [UInt32]

  /// A cursor before the first byte.
  @inlinable public init(limits: CodecLimits = .default) {
    offset = 0
    levels = limits.depth
    lastKeyWins = limits.duplicateKeys == .lastWins
    depth = 0
    left = 0
    outer = .zero
    inner = []
  }

  /// Demands that nothing remains.
  @inlinable public func end(in bytes: Span<UInt8>) throws(MessagePackFault) {
    if offset < bytes.count { throw MessagePackFault(.expectedEndOfFrame, at: offset) }
  }

  /// The kind of the next value, without moving; bytes and extensions are none of JSON's.
  public func peek(in bytes: Span<UInt8>) -> JSONValueKind {
    switch MessagePackHead(at: offset, in: bytes).kind {
    case .null: .null
    case .bool: .bool
    case .positive, .negative, .float32, .float64: .number
    case .string: .string
    case .array: .array
    case .map: .object
    case .binary, .extended, .unused, .missing: .none
    }
  }

  // MARK: Arrays and maps

  /// Steps into an array; the answer is whether it has a first element, and with none it has been stepped over.
  @inlinable @inline(__always)
  public mutating func beginArray(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    if offset < bytes.count, bytes[offset] & 0xF0 == 0x90 {
      return try begin(Int(bytes[offset] & 15), size: 1, atLeast: 1, in: bytes)
    }
    return try beginLong(.array, else: .expectedArray, in: bytes)
  }

  /// After an element: whether there is another one; with none, the cursor has left the array.
  @inlinable @inline(__always)
  public mutating func elementFollows(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    if left > 0 {
      left -= 1
      return true
    }
    leave()
    return false
  }

  /// The same after a positional argument.
  @inlinable @inline(__always)
  public mutating func argumentFollows(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    try elementFollows(in: bytes)
  }

  /// Steps into a map; the answer is whether it has a first member, and with none it has been stepped over.
  @inlinable @inline(__always)
  public mutating func beginObject(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    if offset < bytes.count, bytes[offset] & 0xF0 == 0x80 {
      return try begin(Int(bytes[offset] & 15), size: 1, atLeast: 2, in: bytes)
    }
    return try beginLong(.map, else: .expectedObject, in: bytes)
  }

  /// After a member: whether there is another one; with none, the cursor has left the map.
  @inlinable @inline(__always)
  public mutating func memberFollows(in bytes: Span<UInt8>) throws(MessagePackFault) -> Bool {
    try elementFollows(in: bytes)
  }

  /// Steps into a container of `count` parts, each of which has `size` bytes at least.
  @inlinable @inline(__always)
  mutating func begin(
    _ count: Int, size: Int, atLeast smallest: Int, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Bool {
    guard levels > 0 else { throw MessagePackFault(.tooDeep, at: offset) }
    // The count is below 2^32, so that this cannot overflow.
    guard count * smallest <= bytes.count - offset - size else { throw MessagePackFault(.truncated, at: offset) }
    offset += size
    if count == 0 { return false }
    levels -= 1
    if depth < 8 { outer[depth] = left } else { inner.append(left) }
    depth += 1
    left = UInt32(truncatingIfNeeded: count) - 1
    return true
  }

  @usableFromInline @inline(never)
  mutating func beginLong(
    _ kind: MessagePackHead.Kind, else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Bool {
    let head = try head(of: kind, else: reason, in: bytes)
    return try begin(Int(truncatingIfNeeded: head.argument), size: head.size, atLeast: kind == .map ? 2 : 1, in: bytes)
  }

  @inlinable @inline(__always)
  mutating func leave() {
    guard depth > 0 else { return }
    depth -= 1
    levels += 1
    left = depth < 8 ? outer[depth] : inner.removeLast()
  }

  // MARK: Heads

  /// The head of the next value, which must be of this kind; the cursor stays.
  @usableFromInline
  func head(
    of kind: MessagePackHead.Kind, else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> MessagePackHead {
    let head = MessagePackHead(at: offset, in: bytes)
    guard head.kind == kind else { throw mismatch(head, reason, in: bytes) }
    return head
  }

  /// The fault of a value that is not what was expected, or none at all.
  @usableFromInline @inline(never)
  func mismatch(
    _ head: MessagePackHead, _ reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) -> MessagePackFault {
    switch head.kind {
    case .missing where offset < bytes.count: MessagePackFault(.truncated, at: offset)
    case .unused: MessagePackFault(.unknownFormat, at: offset)
    default: MessagePackFault(reason, at: offset)
    }
  }

  /// Where the content lies that follows this head; consumes both.
  @usableFromInline
  mutating func content(
    behind head: MessagePackHead, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Range<Int> {
    let start = offset + head.size
    guard head.argument <= UInt64(bytes.count - start) else { throw MessagePackFault(.truncated, at: offset) }
    offset = start + Int(head.argument)
    return start..<offset
  }
}
