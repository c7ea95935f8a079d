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
  ///   - reason: What a field that has been read before is refused for.
  /// - Throws: `reason`; `unknownMember` for a key that is no field; the lexical faults.
  @inline(never)
  public mutating func readField(
    of names: [StaticString], noting given: inout GivenFields, twice reason: JSONFault.Reason = .duplicateKey,
    in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    let key = try readKey(in: bytes)
    for (field, name) in names.enumerated() where key.matches(name, in: bytes) {
      guard given.isNew(field) else { throw JSONFault(reason, at: key.start - 1) }
      return field
    }
    throw JSONFault(.unknownMember, at: key.start - 1)
  }
}
