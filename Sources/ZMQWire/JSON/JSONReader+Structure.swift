// Arrays and objects are read with a pair of methods that fit a loop:
//
//     var more = try reader.beginArray(in: bytes)
//     while more {
//       list.append(try reader.readDouble(in: bytes))
//       more = try reader.elementFollows(in: bytes)
//     }

extension JSONReader {
  /// Consumes `[`; if the array is empty its `]` too, and then the answer is false.
  @inlinable @inline(__always)
  public mutating func beginArray(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try begin(UInt8(ascii: "["), endingWith: UInt8(ascii: "]"), in: bytes, else: .expectedArray)
  }

  /// After an element: consumes `,` and answers true, or consumes `]` and answers false.
  @inlinable @inline(__always)
  public mutating func elementFollows(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try follows(endingWith: UInt8(ascii: "]"), in: bytes, else: .expectedCommaOrEndOfArray)
  }

  /// Consumes `{`; if the object is empty its `}` too, and then the answer is false.
  @inlinable @inline(__always)
  public mutating func beginObject(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try begin(UInt8(ascii: "{"), endingWith: UInt8(ascii: "}"), in: bytes, else: .expectedObject)
  }

  /// After a member: consumes `,` and answers true, or consumes `}` and answers false.
  @inlinable @inline(__always)
  public mutating func memberFollows(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try follows(endingWith: UInt8(ascii: "}"), in: bytes, else: .expectedCommaOrEndOfObject)
  }

  /// Steps into a container, and out of it if it is empty.
  @inlinable @inline(__always)
  mutating func begin(
    _ opening: UInt8, endingWith end: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    let inside = JSONReader.byte(at: offset &+ 1, in: bytes)
    guard next(in: bytes) == opening, levels > 0, inside > 0x20 else {
      return try beginSlowly(opening, endingWith: end, in: bytes, else: reason)
    }
    if inside == end {
      offset &+= 2
      return false
    }
    offset &+= 1
    levels &-= 1
    return true
  }

  @usableFromInline @inline(never)
  mutating func beginSlowly(
    _ opening: UInt8, endingWith end: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    try find(opening, in: bytes, else: reason)
    guard levels > 0 else { throw JSONFault(.tooDeep, at: offset) }
    offset &+= 1
    skipBlanks(in: bytes)
    if next(in: bytes) == end {
      offset &+= 1
      return false
    }
    levels &-= 1
    return true
  }

  @inlinable @inline(__always)
  mutating func follows(
    endingWith end: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    let byte = next(in: bytes)
    if byte == UInt8(ascii: ",") {
      offset &+= 1
      stepOverOneBlank(in: bytes)
      return true
    }
    if byte == end {
      offset &+= 1
      levels &+= 1
      return false
    }
    return try followsBeyondBlanks(endingWith: end, in: bytes, else: reason)
  }

  @usableFromInline @inline(never)
  mutating func followsBeyondBlanks(
    endingWith end: UInt8, in bytes: Span<UInt8>, else reason: JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    skipBlanks(in: bytes)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") || bytes[offset] == end else {
      throw JSONFault(reason, at: offset)
    }
    return try follows(endingWith: end, in: bytes, else: reason)
  }
}
