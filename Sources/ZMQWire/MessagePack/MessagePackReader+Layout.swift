// What a layout puts into a tree beside values: constants, the message type, arguments and members.

extension MessagePackReader {
  /// Demands the message type as a string.
  @inlinable @inline(__always)
  public mutating func type(_ text: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) {
    guard try string(text, in: bytes) else { throw MessagePackFault(.unknownMessageType, at: offset) }
  }

  /// Demands the message type as a number.
  public mutating func type(_ number: Int64, in bytes: Span<UInt8>) throws(MessagePackFault) {
    let start = offset
    guard try readInt(as: Int64.self, in: bytes) == number else {
      throw MessagePackFault(.unknownMessageType, at: start)
    }
  }

  /// Demands a string that is always the same.
  ///
  /// - Parameter expecting: How it is written, for the error.
  @inlinable @inline(__always)
  public mutating func constant(
    string text: StaticString, expecting: StaticString, in bytes: Span<UInt8>
  ) throws(MessagePackFault) {
    if peek(in: bytes) == .string, try string(text, in: bytes) { return }
    throw MessagePackFault(.wrongConstant, at: offset, expecting: expecting)
  }

  /// Demands any other value that is always the same.
  public mutating func constant(
    _ value: JSONValue, expecting: StaticString, in bytes: Span<UInt8>
  ) throws(MessagePackFault) {
    let start = offset
    guard try readValue(in: bytes) == value else {
      throw MessagePackFault(.wrongConstant, at: start, expecting: expecting)
    }
  }

  /// The fault of a value that has been read and is not what the protocol declares.
  ///
  /// - Parameter start: The cursor before it was read.
  public func refusal(
    _ reason: MessagePackFault.Reason, from start: Int, expecting: StaticString, in bytes: Span<UInt8>
  ) -> MessagePackFault {
    MessagePackFault(reason, at: start, expecting: expecting)
  }

  // MARK: Arguments

  /// Steps to the first element of an array.
  ///
  /// - Throws: `missingArgument` when there is none.
  @inlinable @inline(__always)
  public mutating func firstElement(in bytes: Span<UInt8>) throws(MessagePackFault) {
    guard try beginArray(in: bytes) else { throw atEnd(.missingArgument) }
  }

  /// Steps to the next element of an array.
  ///
  /// - Throws: `missingArgument` when the array ends here.
  @inlinable @inline(__always)
  public mutating func nextElement(in bytes: Span<UInt8>) throws(MessagePackFault) {
    guard try elementFollows(in: bytes) else { throw atEnd(.missingArgument) }
  }

  /// Demands that an array ends here.
  ///
  /// - Throws: `tooManyArguments` when there is another element.
  @inlinable @inline(__always)
  public mutating func endElements(in bytes: Span<UInt8>) throws(MessagePackFault) {
    if try elementFollows(in: bytes) { throw MessagePackFault(.tooManyArguments, at: offset) }
  }

  /// The value of an argument that must be given.
  @inlinable @inline(__always)
  public func required<Value>(argument name: StaticString, _ value: Value?) throws(MessagePackFault) -> Value {
    guard let value else { throw missing(argument: name) }
    return value
  }

  // MARK: Members

  /// The value of a member that must be given, once the map has been read.
  @inlinable @inline(__always)
  public func required<Value>(member name: StaticString, _ value: Value?) throws(MessagePackFault) -> Value {
    guard let value else { throw missing(member: name) }
    return value
  }

  /// Demands that the first `count` members of a map that has been read have come, which are called `names`.
  @inlinable public func require(
    _ members: GivenFields, below count: Int, of names: FieldNames
  ) throws(MessagePackFault) {
    if let field = members.firstMissing(below: count) { throw missing(member: names[field]) }
  }

  /// The same for members of any number.
  public func require(
    _ members: ManyGivenFields, below count: Int, of names: FieldNames
  ) throws(MessagePackFault) {
    if let field = members.firstMissing(below: count) { throw missing(member: names[field]) }
  }

  /// The fault of an array that has just been left, and lacks an argument.
  @inline(never)
  public func missing(argument name: StaticString) -> MessagePackFault { atEnd(.missingArgument, name) }

  /// The fault of a map that has just been left, and lacks a member.
  @inline(never)
  public func missing(member name: StaticString) -> MessagePackFault { atEnd(.missingMember, name) }

  /// A fault of the container that has just been left.
  ///
  /// - Parameter name: What it lacks.
  @usableFromInline @inline(never)
  func atEnd(_ reason: MessagePackFault.Reason, _ name: StaticString? = nil) -> MessagePackFault {
    MessagePackFault(reason, endingAt: offset, depth: depth, name: name)
  }

  /// Reads a key and tells which of the fields it names, as `JSONReader` does.
  ///
  /// - Parameters:
  ///   - names: The fields, in the order of their numbers.
  ///   - given: Those that have been read; this one is added.
  ///   - tag: The key of a further member, whose number is that behind the last field's; nil: there is none.
  ///   - reason: What a field that has been read before is refused for.
  ///   - isLenient: Whether any other key gives -1, the cursor still before it.
  /// - Throws: `reason`; `unknownMember` for a key that is no field; what is no key.
  @inline(never)
  public mutating func readField(
    of names: FieldNames, noting given: inout GivenFields, besides tag: StaticString? = nil,
    twice reason: MessagePackFault.Reason = .duplicateKey, lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Int {
    let before = offset
    let field = try findField(of: names, besides: tag, lenient: isLenient, in: bytes)
    if field >= 0, !given.isNew(field), !lastKeyWins { throw MessagePackFault(reason, at: before) }
    return field
  }

  /// The same for fields of any number.
  public mutating func readField(
    of names: FieldNames, noting given: inout ManyGivenFields, besides tag: StaticString? = nil,
    twice reason: MessagePackFault.Reason = .duplicateKey, lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Int {
    let before = offset
    let field = try findField(of: names, besides: tag, lenient: isLenient, in: bytes)
    if field >= 0, !given.isNew(field), !lastKeyWins { throw MessagePackFault(reason, at: before) }
    return field
  }

  private mutating func findField(
    of names: FieldNames, besides tag: StaticString?, lenient isLenient: Bool, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> Int {
    let before = offset
    let key = try readKey(in: bytes)
    if let field = names.firstIndex(where: { key.matches($0, in: bytes) }) { return field }
    if let tag, key.matches(tag, in: bytes) { return names.count }
    guard isLenient else { throw MessagePackFault(.unknownMember, at: before) }
    offset = before
    return -1
  }

  /// Steps over a member that is not declared.
  public mutating func skipMember(in bytes: Span<UInt8>) throws(MessagePackFault) {
    _ = try readKey(in: bytes)
    try skipValue(in: bytes)
  }

  /// Reads a member that is not declared, to be written again.
  ///
  /// - Throws: `duplicateKey` where it is there already, `equivalentKey` where one is there that only its bytes tell
  ///   apart; what its value is refused for.
  public mutating func readMember<Value: MessagePackCodable>(
    into members: inout [String: Value], in bytes: Span<UInt8>
  ) throws(MessagePackFault) {
    try readMember(into: &members, in: bytes) { reader, bytes throws(MessagePackFault) in
      try Value(from: &reader, in: bytes)
    }
  }

  /// Reads a member that is not declared, its value as `value` does: bytes, which as `[UInt8]` cannot be told from a list
  /// of numbers.
  public mutating func readMember<Value>(
    into members: inout [String: Value], in bytes: Span<UInt8>,
    _ value: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
  ) throws(MessagePackFault) {
    let key = try readKey(in: bytes)
    if let reason = members.put(try value(&self, bytes), under: key.string(in: bytes), lastKeyWins: lastKeyWins) {
      throw MessagePackFault(reason, at: key.offset)
    }
  }

  /// Goes to the value of a member of the map that is the next value.
  ///
  /// - Throws: `notAMessage` where it has no such member; what another member is refused for.
  public mutating func enterMember(_ name: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) {
    let start = offset
    var more = try beginObject(in: bytes)
    while more {
      if try key(name, in: bytes) { return try demandNoOther(name, in: bytes) }
      try skipMember(in: bytes)
      more = try memberFollows(in: bytes)
    }
    throw MessagePackFault(.notAMessage, at: start)
  }

  /// Finds the value of the member that tells which record of a union a map is, and stays before the map.
  ///
  /// - Throws: `missingMember` where there is none; what another member is refused for.
  public func findTag(_ tag: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) -> MessagePackKey {
    var probe = self
    var more = try probe.beginObject(in: bytes)
    while more {
      if try probe.key(tag, in: bytes) {
        try probe.demandNoOther(tag, in: bytes)
        return try probe.readToken(in: bytes)
      }
      try probe.skipMember(in: bytes)
      more = try probe.memberFollows(in: bytes)
    }
    throw MessagePackFault(.missingMember, at: offset, name: tag)
  }

  /// Where the last of several values counts, demands that what tells which message or record it is has one only; the
  /// cursor is before that, and stays there.
  func demandNoOther(_ literal: StaticString, in bytes: Span<UInt8>) throws(MessagePackFault) {
    guard lastKeyWins else { return }
    var probe = self
    try probe.skipValue(in: bytes)
    while try probe.memberFollows(in: bytes) {
      let start = probe.offset
      if try probe.key(literal, in: bytes) { throw MessagePackFault(.duplicateKey, at: start) }
      try probe.skipMember(in: bytes)
    }
  }
}
