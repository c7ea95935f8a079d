extension JSONReader {
  /// Reads a key and its colon, and tells which of the fields it names.
  ///
  /// Generated code has tried its own order before; here any other is read, out of line.
  ///
  /// - Parameters:
  ///   - names: The fields, in the order of their numbers.
  ///   - given: Those that have been read; this one is added.
  ///   - reason: What a field that has been read before is refused for.
  ///   - isLenient: Whether any other key gives -1, the cursor still before it.
  /// - Throws: `reason`; `unknownMember` for a key that is no field; the lexical faults.
  @inlinable @inline(__always)
  public mutating func readField(
    of names: FieldNames, noting given: inout GivenFields, twice reason: JSONFault.Reason = .duplicateKey,
    lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let field = takeField(of: names, noting: &given, in: bytes)
    if field >= 0 { return field }
    return try readField(of: names, noting: &given, besides: nil, twice: reason, lenient: isLenient, in: bytes)
  }

  /// The field whose key is next, in its plain spelling; -1, the cursor unmoved, for anything else and what has been given.
  @usableFromInline @inline(never)
  mutating func takeField(of names: FieldNames, noting given: inout GivenFields, in bytes: Span<UInt8>) -> Int {
    guard let (field, size) = names.table.plainKey(at: offset, in: bytes), given.isNew(field) else { return -1 }
    offset &+= size
    stepOverOneBlank(in: bytes)
    return field
  }

  /// The same where `tag` may be the key of a further member, whose number is that behind the last field's.
  @inline(never)
  public mutating func readField(
    of names: FieldNames, noting given: inout GivenFields, besides tag: StaticString?,
    twice reason: JSONFault.Reason = .duplicateKey, lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let before = offset
    // Behind the line ends and blanks of a text that is laid out for people.
    skipBlanks(in: bytes)
    let plain = takeField(of: names, noting: &given, in: bytes)
    if plain >= 0 { return plain }
    let (field, key) = try findField(of: names, besides: tag, lenient: isLenient, in: bytes)
    if field < 0 {
      offset = before
    } else if !given.isNew(field), !lastKeyWins {
      throw JSONFault(reason, at: key.start - 1)
    }
    return field
  }

  /// The same for fields of any number.
  public mutating func readField(
    of names: FieldNames, noting given: inout ManyGivenFields, besides tag: StaticString? = nil,
    twice reason: JSONFault.Reason = .duplicateKey, lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let before = offset
    let (field, key) = try findField(of: names, besides: tag, lenient: isLenient, in: bytes)
    if field < 0 {
      offset = before
    } else if !given.isNew(field), !lastKeyWins {
      throw JSONFault(reason, at: key.start - 1)
    }
    return field
  }

  @inline(__always)
  private mutating func findField(
    of names: FieldNames, besides tag: StaticString?, lenient isLenient: Bool, in bytes: Span<UInt8>
  ) throws(JSONFault) -> (field: Int, key: JSONKey) {
    let key = try readKey(in: bytes)
    if let field = names.index(of: key, in: bytes) { return (field, key) }
    if let tag, key.matches(tag, in: bytes) { return (names.count, key) }
    guard isLenient else { throw JSONFault(.unknownMember, at: key.start - 1) }
    return (-1, key)
  }

  /// Steps over a member that is not declared.
  public mutating func skipMember(in bytes: Span<UInt8>) throws(JSONFault) {
    _ = try readKey(in: bytes)
    try skipValue(in: bytes)
  }

  /// Reads a member that is not declared, to be written again.
  ///
  /// - Throws: `duplicateKey` where it is there already, `equivalentKey` where one is there that only its bytes tell
  ///   apart; the lexical faults.
  public mutating func readMember<Value: JSONCodable>(
    into members: inout [String: Value], in bytes: Span<UInt8>
  ) throws(JSONFault) {
    try readMember(into: &members, in: bytes) { reader, bytes throws(JSONFault) in
      try Value(from: &reader, in: bytes)
    }
  }

  /// Reads a member that is not declared, its value as `value` does: bytes, which as `[UInt8]` cannot be told from a list
  /// of numbers.
  public mutating func readMember<Value>(
    into members: inout [String: Value], in bytes: Span<UInt8>,
    _ value: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
  ) throws(JSONFault) {
    let key = try readKey(in: bytes)
    if let reason = members.put(try value(&self, bytes), under: key.string(in: bytes), lastKeyWins: lastKeyWins) {
      throw JSONFault(reason, at: key.start - 1)
    }
  }

  /// Demands that the first `count` members of an object have come, which are called `names`.
  @inlinable public func require(_ members: GivenFields, below count: Int, of names: FieldNames) throws(JSONFault) {
    if let field = members.firstMissing(below: count) { throw missing(member: names[field]) }
  }

  /// The same for fields of any number.
  public func require(_ members: ManyGivenFields, below count: Int, of names: FieldNames) throws(JSONFault) {
    if let field = members.firstMissing(below: count) { throw missing(member: names[field]) }
  }
}
