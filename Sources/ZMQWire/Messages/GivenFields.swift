/// Which of up to 64 fields of a message or record have been read, to find the one that is given twice.
///
/// ```swift
/// var given = GivenFields()
/// given.insert(0)                                              // in its place
/// try given.insert(0, at: key, twice: .argumentGivenTwice)     // by name, wherever it stands
/// ```
@frozen public struct GivenFields: Sendable {
  @usableFromInline var bits: UInt64 = 0

  /// None so far.
  @inlinable public init() {}

  /// Notes a field that cannot have been read before.
  @inlinable @inline(__always)
  public mutating func insert(_ field: Int) { bits |= 1 &<< UInt64(truncatingIfNeeded: field) }

  /// Notes a field, or finds that it has been read before.
  @inlinable @inline(__always)
  public mutating func insert(_ field: Int, at key: JSONKey, twice reason: JSONFault.Reason) throws(JSONFault) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: field)
    guard bits & bit == 0 else { throw JSONFault(reason, at: key.start - 1) }
    bits |= bit
  }
}
