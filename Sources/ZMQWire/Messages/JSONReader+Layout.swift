// What a layout of the protocol file's own puts into JSON beside values: constants and the message type.

extension JSONReader {
  /// Demands the message type as a string.
  @inlinable @inline(__always)
  public mutating func type(_ text: StaticString, in bytes: Span<UInt8>) throws(JSONFault) {
    guard try string(text, in: bytes) else { throw JSONFault(.unknownMessageType, at: offset) }
  }

  /// Demands the message type as a number.
  public mutating func type(_ number: Int64, in bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    guard try readInt(as: Int64.self, in: bytes) == number else { throw JSONFault(.unknownMessageType, at: start) }
  }

  /// Steps to the first element of an array.
  ///
  /// - Throws: `missingArgument` when there is none.
  @inlinable @inline(__always)
  public mutating func firstElement(in bytes: Span<UInt8>) throws(JSONFault) {
    guard try beginArray(in: bytes) else { throw JSONFault(.missingArgument, at: offset) }
  }

  /// Demands a string that is always the same.
  ///
  /// - Parameter expecting: How it is written, for the error.
  @inlinable @inline(__always)
  public mutating func constant(
    string text: StaticString, expecting: StaticString, in bytes: Span<UInt8>
  ) throws(JSONFault) {
    if peek(in: bytes) == .string, try string(text, in: bytes) { return }
    throw JSONFault(.wrongConstant, at: startOfValue(in: bytes), expecting: expecting)
  }

  /// Demands any other value that is always the same.
  public mutating func constant(
    _ value: JSONValue, expecting: StaticString, in bytes: Span<UInt8>
  ) throws(JSONFault) {
    let start = startOfValue(in: bytes)
    guard try readValue(in: bytes) == value else { throw JSONFault(.wrongConstant, at: start, expecting: expecting) }
  }

  /// Where the next value begins: behind the blanks.
  @usableFromInline
  func startOfValue(in bytes: Span<UInt8>) -> Int {
    var probe = self
    probe.skipBlanks(in: bytes)
    return probe.offset
  }

  /// The fault of a value that has been read and is not what the protocol declares.
  ///
  /// - Parameter start: The cursor before it was read.
  public func refusal(
    _ reason: JSONFault.Reason, from start: Int, expecting: StaticString, in bytes: Span<UInt8>
  ) -> JSONFault {
    var probe = self
    probe.offset = start
    return JSONFault(reason, at: probe.startOfValue(in: bytes), expecting: expecting)
  }
}

extension JSONReader {
  /// Goes to the value of a member of the object that is the next value.
  ///
  /// - Throws: `notAMessage` where it has no such member; the lexical faults.
  public mutating func enterMember(_ name: StaticString, in bytes: Span<UInt8>) throws(JSONFault) {
    let start = startOfValue(in: bytes)
    var more = try beginObject(in: bytes)
    while more {
      if try key(name, in: bytes) { return try demandNoOther(name, in: bytes) }
      try skipMember(in: bytes)
      more = try memberFollows(in: bytes)
    }
    throw JSONFault(.notAMessage, at: start)
  }

  /// Finds the value of the member that tells which record of a union an object is, and stays before the object.
  ///
  /// - Throws: `missingMember` where there is none; the lexical faults.
  public func findTag(_ tag: StaticString, in bytes: Span<UInt8>) throws(JSONFault) -> JSONKey {
    var probe = self
    let start = startOfValue(in: bytes)
    var more = try probe.beginObject(in: bytes)
    while more {
      if try probe.key(tag, in: bytes) {
        try probe.demandNoOther(tag, in: bytes)
        return try probe.readToken(in: bytes)
      }
      try probe.skipMember(in: bytes)
      more = try probe.memberFollows(in: bytes)
    }
    throw JSONFault(.missingMember, at: start, name: tag)
  }
}

extension JSONWriter {
  /// Appends members to an object that has been begun, in the order of their keys' code points.
  public mutating func writeMembers<Value: JSONCodable>(_ members: [String: Value]) throws(UnencodableValue) {
    try writeMembers(members) { json, value throws(UnencodableValue) in try value.write(to: &json) }
  }

  /// Appends members whose values `write` appends.
  public mutating func writeMembers<Value, Failure: Error>(
    _ members: [String: Value], _ write: (inout JSONWriter, Value) throws(Failure) -> Void
  ) throws(Failure) {
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      comma()
      self.write(key)
      raw(":")
      try write(&self, value)
    }
  }
}
