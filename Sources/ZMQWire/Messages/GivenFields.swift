/// Which fields of a message or record have been read, to find the one that is given twice: one bit each.
///
/// ```swift
/// var given = GivenFields()
/// given.insert(0)                                                      // in its place
/// switch try reader.readField(of: names, noting: &given, in: bytes) {  // by name, wherever it stands
/// ```
@frozen public struct GivenFields: Sendable {
  @usableFromInline var bits: UInt64 = 0

  /// How many fields it has room for; more of them are noted in ``ManyGivenFields``.
  public static var room: Int { 64 }

  /// None so far.
  @inlinable public init() {}

  /// Notes a field, below 64.
  @inlinable @inline(__always)
  public mutating func insert(_ field: Int) { bits |= 1 &<< UInt64(truncatingIfNeeded: field) }

  /// The first of those below `count` that has not been read; nil where all have.
  @inlinable public func firstMissing(below count: Int) -> Int? {
    let all = count == 0 ? 0 : UInt64.max >> UInt64(truncatingIfNeeded: 64 - count)
    let missing = all & ~bits
    return missing == 0 ? nil : missing.trailingZeroBitCount
  }

  /// Notes a field and tells whether it is new.
  mutating func isNew(_ field: Int) -> Bool {
    let before = bits
    insert(field)
    return bits != before
  }
}

/// The same for any number of fields.
public struct ManyGivenFields: Sendable {
  private var fields: Set<Int> = []

  /// None so far.
  public init() {}

  /// Notes a field.
  public mutating func insert(_ field: Int) { fields.insert(field) }

  /// The first of those below `count` that has not been read; nil where all have.
  public func firstMissing(below count: Int) -> Int? { (0..<count).first { !fields.contains($0) } }

  /// Notes a field and tells whether it is new.
  mutating func isNew(_ field: Int) -> Bool { fields.insert(field).inserted }
}
