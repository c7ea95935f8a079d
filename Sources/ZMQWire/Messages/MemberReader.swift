/// Where the reading of an object stands: the same for its members as ``ArgumentReader`` is for arguments.
///
/// ```swift
/// var members = MemberReader()
/// while let member = try members.next(of: Self.fieldNames, from: &reader, in: bytes) {
///   switch member {
///   case 0: try reader.read(into: &x, in: bytes)
///   default: try reader.read(into: &y, in: bytes)
///   }
/// }
/// try members.require(0b11, of: Self.fieldNames, from: reader)
/// ```
public struct MemberReader: Sendable {
  private var hasBegun = false
  private var given = GivenFields()

  /// Begins before the object.
  @inline(never)
  public init() {}

  /// Goes behind the next key, or to the end of the object.
  ///
  /// - Parameter names: All members; fewer than 64.
  /// - Returns: The member's number; nil where there is none.
  /// - Throws: `unknownMember`, `duplicateKey`; the lexical faults.
  @inline(never)
  public mutating func next(
    of names: FieldNames, from reader: inout JSONReader, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int? {
    guard try hasBegun ? reader.memberFollows(in: bytes) : reader.beginObject(in: bytes) else { return nil }
    hasBegun = true
    return try reader.readField(of: names, noting: &given, in: bytes)
  }

  /// Demands members: one bit for each, beginning with the lowest.
  ///
  /// - Parameter names: All of them.
  @inline(never)
  public func require(_ members: UInt64, of names: FieldNames, from reader: JSONReader) throws(JSONFault) {
    let missing = members & ~given.bits
    guard missing == 0 else { throw reader.missing(member: names[missing.trailingZeroBitCount]) }
  }
}
