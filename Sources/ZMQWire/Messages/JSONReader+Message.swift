extension JSONReader {
  /// Goes to the message type: the first element of an array, the member `type` of an object.
  ///
  /// - Throws: `notAMessage` when there is none; the lexical faults.
  @inlinable @inline(__always)
  public mutating func beginMessage(_ layout: BodyLayout, in bytes: Span<UInt8>) throws(JSONFault) {
    if layout == .object { return try findType(in: bytes) }
    let start = offset
    guard try beginArray(in: bytes) else { throw JSONFault(.notAMessage, at: start) }
  }

  /// Reads the message type: of an array the first element, of an object the member `type`.
  ///
  /// - Throws: `notAMessage` when there is none, `expectedString` when it is none; the lexical faults.
  @inlinable @inline(__always)
  public mutating func readMessageType(_ layout: BodyLayout, in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    if layout != .object, let type = typeInFront(in: bytes) { return type }
    return try findMessageType(layout, in: bytes)
  }

  /// The type as most writers put it, `["ping"`; nil, the cursor unmoved, for any other beginning.
  @inlinable @inline(__always)
  mutating func typeInFront(in bytes: Span<UInt8>) -> JSONKey? {
    guard offset == 0, levels > 0, bytes.count >= 2, bytes[unchecked: 0] == UInt8(ascii: "["),
      bytes[unchecked: 1] == UInt8(ascii: "\"")
    else { return nil }
    var index = 2
    while bytes.count &- index >= 8 {
      let marks = JSONWord.marks(JSONWord.unchecked(at: index, in: bytes))
      if marks == 0 {
        index &+= 8
        continue
      }
      index &+= marks.trailingZeroBitCount >> 3
      guard bytes[unchecked: index] == UInt8(ascii: "\"") else { return nil }
      offset = index &+ 1
      levels &-= 1
      return JSONKey(start: 2, end: index, hasEscapes: false)
    }
    return nil
  }

  @usableFromInline @inline(never)
  mutating func findMessageType(_ layout: BodyLayout, in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    try beginMessage(layout, in: bytes)
    return try readToken(in: bytes)
  }

  /// Goes to the value of the member `type`.
  @usableFromInline
  mutating func findType(in bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    guard try beginObject(in: bytes) else { throw JSONFault(.notAMessage, at: start) }
    repeat {
      if try key("type", in: bytes) { return try demandNoOther("type", in: bytes) }
      _ = try readKey(in: bytes)
      try skipValue(in: bytes)
    } while try memberFollows(in: bytes)
    throw JSONFault(.notAMessage, at: start)
  }

  /// Where the last of several values counts, demands that what tells which message or record it is has one only; the
  /// cursor is before that, and stays there.
  func demandNoOther(_ literal: StaticString, in bytes: Span<UInt8>) throws(JSONFault) {
    guard lastKeyWins else { return }
    var probe = self
    try probe.skipValue(in: bytes)
    while try probe.memberFollows(in: bytes) {
      let start = probe.offset
      if try probe.key(literal, in: bytes) { throw JSONFault(.duplicateKey, at: start) }
      try probe.skipMember(in: bytes)
    }
  }

  /// Whether the next value is of the kind that a layout makes: an object, or an array for all others.
  ///
  /// - Throws: `expectedObject` or `expectedArray` for what is neither.
  @inlinable @inline(__always)
  public func isMessage(of layout: BodyLayout, in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    switch peek(in: bytes) {
    case .object: layout == .object
    case .array: layout != .object
    default: throw JSONFault(layout == .object ? .expectedObject : .expectedArray, at: offset)
    }
  }

  /// Steps behind the comma in front of the next element of a message.
  ///
  /// - Throws: `missingArgument` when the array ends here.
  @inlinable @inline(__always)
  public mutating func nextElement(in bytes: Span<UInt8>) throws(JSONFault) {
    if next(in: bytes) != UInt8(ascii: ",") { return try nextElementSlowly(in: bytes) }
    offset &+= 1
    stepOverOneBlank(in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func nextElementSlowly(in bytes: Span<UInt8>) throws(JSONFault) {
    guard try elementFollows(in: bytes) else { throw JSONFault(.missingArgument, at: offset) }
  }

  // What stands once in a message is read out of line: in line it would be half of the code of a small one.

  /// Steps into the positional arguments: an array, which is the next element of a message.
  ///
  /// - Returns: Whether there is one.
  @inline(never)
  public mutating func beginArguments(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try nextElement(in: bytes)
    return try beginArray(in: bytes)
  }

  /// After a positional argument: whether there is another one; with none, the cursor has left the array.
  @inlinable @inline(__always)
  public mutating func argumentFollows(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    if next(in: bytes) != UInt8(ascii: ",") { return try argumentFollowsSlowly(in: bytes) }
    offset &+= 1
    stepOverOneBlank(in: bytes)
    return true
  }

  @usableFromInline @inline(never)
  mutating func argumentFollowsSlowly(in bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    try elementFollows(in: bytes)
  }

  /// Steps into the arguments by name: an object, which is the next element of a message.
  ///
  /// - Parameter isOpen: Whether the end of the positional arguments is still to be read.
  /// - Returns: Whether there is one.
  /// - Throws: `tooManyArguments` when there is another positional one.
  @inline(never)
  public mutating func beginKeywords(
    closing isOpen: Bool = false, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Bool {
    if isOpen {
      // Most messages have none: `],{}` at once.
      if offset >= 0, bytes.count &- offset >= 4, JSONReader.equals("],{}", at: offset, in: bytes) {
        offset &+= 4
        levels &+= 1
        return false
      }
      try endElements(in: bytes)
    }
    try nextElement(in: bytes)
    return try beginObject(in: bytes)
  }

  /// Steps behind the end of a message's array.
  ///
  /// - Throws: `tooManyArguments` when there is another element.
  @inlinable @inline(__always)
  public mutating func endElements(in bytes: Span<UInt8>) throws(JSONFault) {
    if next(in: bytes) != UInt8(ascii: "]") { return try endElementsSlowly(in: bytes) }
    offset &+= 1
    levels &+= 1
  }

  @usableFromInline @inline(never)
  mutating func endElementsSlowly(in bytes: Span<UInt8>) throws(JSONFault) {
    if try elementFollows(in: bytes) { throw JSONFault(.tooManyArguments, at: offset) }
  }

  /// The fault of a message that lacks an argument.
  @inline(never)
  public func missing(argument name: StaticString) -> JSONFault {
    JSONFault(.missingArgument, at: offset, name: name)
  }

  /// The fault of an object that lacks a member.
  @inline(never)
  public func missing(member name: StaticString) -> JSONFault {
    JSONFault(.missingMember, at: offset, name: name)
  }

  /// The value of an argument that must be given.
  @inlinable @inline(__always)
  public func required<Value>(argument name: StaticString, _ value: Value?) throws(JSONFault) -> Value {
    guard let value else { throw missing(argument: name) }
    return value
  }

  /// The value of a member that must be given.
  @inlinable @inline(__always)
  public func required<Value>(member name: StaticString, _ value: Value?) throws(JSONFault) -> Value {
    guard let value else { throw missing(member: name) }
    return value
  }
}
