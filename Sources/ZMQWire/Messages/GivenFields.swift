/// Which fields of a message or record have been read, to find the one that is given twice.
///
/// ```swift
/// var given = GivenFields()
/// given.insert(0)                                                      // in its place
/// switch try reader.readField(of: names, noting: &given, in: bytes) {  // by name, wherever it stands
/// ```
@frozen public struct GivenFields: Sendable {
  /// The first 64, one bit each.
  @usableFromInline var bits: UInt64 = 0
  /// What comes after those.
  @usableFromInline var others: Set<Int>?

  /// None so far.
  @inlinable public init() {}

  /// Notes a field.
  @inlinable @inline(__always)
  public mutating func insert(_ field: Int) {
    if field < 64 { bits |= 1 &<< UInt64(truncatingIfNeeded: field) } else { _ = insertOther(field) }
  }

  /// Whether all below this one have been read.
  @inlinable public func hasAll(below count: Int) -> Bool {
    if count <= 64 {
      return count == 0 || bits & (UInt64.max >> UInt64(64 - count)) == UInt64.max >> UInt64(64 - count)
    }
    return bits == UInt64.max && (64..<count).allSatisfy { others?.contains($0) == true }
  }

  @usableFromInline @inline(never)
  mutating func insertOther(_ field: Int) -> Bool { (others?.insert(field)).map(\.inserted) ?? first(field) }

  private mutating func first(_ field: Int) -> Bool {
    others = [field]
    return true
  }

  /// Notes a field and tells whether it is new.
  mutating func isNew(_ field: Int) -> Bool {
    guard field < 64 else { return insertOther(field) }
    let before = bits
    insert(field)
    return bits != before
  }
}

extension JSONReader {
  /// Reads a key and its colon, and tells which of the fields it names.
  ///
  /// Generated code has tried its own order before; here any other is read, out of line.
  ///
  /// - Parameters:
  ///   - names: The fields, in the order of their numbers.
  ///   - given: Those that have been read; this one is added.
  ///   - tag: The key of a further member, whose number is that behind the last field's; nil: there is none.
  ///   - reason: What a field that has been read before is refused for.
  ///   - isLenient: Whether any other key gives -1, the cursor still before it.
  /// - Throws: `reason`; `unknownMember` for a key that is no field; the lexical faults.
  @inline(never)
  public mutating func readField(
    of names: [StaticString], noting given: inout GivenFields, besides tag: StaticString? = nil,
    twice reason: JSONFault.Reason = .duplicateKey, lenient isLenient: Bool = false, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let before = offset
    let key = try readKey(in: bytes)
    var field = names.firstIndex { key.matches($0, in: bytes) }
    if field == nil, let tag, key.matches(tag, in: bytes) { field = names.count }
    guard let field else {
      guard isLenient else { throw JSONFault(.unknownMember, at: key.start - 1) }
      offset = before
      return -1
    }
    guard given.isNew(field) else { throw JSONFault(reason, at: key.start - 1) }
    return field
  }

  /// Steps over a member that is not declared.
  public mutating func skipMember(in bytes: Span<UInt8>) throws(JSONFault) {
    _ = try readKey(in: bytes)
    try skipValue(in: bytes)
  }

  /// Reads a member that is not declared, to be written again.
  ///
  /// - Throws: `duplicateKey` where it is there already; the lexical faults.
  public mutating func readMember<Value: JSONCodable>(
    into members: inout [String: Value], in bytes: Span<UInt8>
  ) throws(JSONFault) {
    let key = try readKey(in: bytes)
    guard members.updateValue(try Value(from: &self, in: bytes), forKey: key.string(in: bytes)) == nil else {
      throw JSONFault(.duplicateKey, at: key.start - 1)
    }
  }
}
