/// Where the reading of an object stands: the same for its members as ``ArgumentReader`` is for arguments.
///
/// ```swift
/// var members = MemberReader(names: "x y")
/// while let member = try members.next(from: &reader, in: bytes) {
///   switch member {
///   case 0: try reader.read(into: &x, in: bytes)
///   default: try reader.read(into: &y, in: bytes)
///   }
/// }
/// try members.require(0b11, from: reader)
/// ```
public struct MemberReader: Sendable {
  private var hasBegun = false
  private var given = GivenFields()
  private var names: NameList

  /// Begins before the object.
  ///
  /// - Parameter names: Those of all members, a blank or the end of a line between two. One or more, and fewer than 64.
  @inline(never)
  public init(names: StaticString) { self.names = NameList(names) }

  /// Goes behind the next key, or to the end of the object.
  ///
  /// - Returns: The member's number; nil where there is none.
  /// - Throws: `unknownMember`, `duplicateKey`; the lexical faults.
  @inline(never)
  public mutating func next(
    from reader: inout JSONReader, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int? {
    guard try hasBegun ? reader.memberFollows(in: bytes) : reader.beginObject(in: bytes) else { return nil }
    hasBegun = true
    return try names.readField(from: &reader, noting: &given, twice: .duplicateKey, in: bytes)
  }

  /// Demands members: one bit for each, beginning with the lowest.
  @inline(never)
  public func require(_ members: UInt64, from reader: JSONReader) throws(JSONFault) {
    let missing = members & ~given.bits
    guard missing == 0 else {
      throw names.fault(.missingMember, at: reader.offset, without: missing.trailingZeroBitCount)
    }
  }
}
