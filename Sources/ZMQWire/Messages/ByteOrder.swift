/// Which byte of an integer comes first.
@frozen public enum ByteOrder: Sendable, Hashable {
  /// The highest: network order.
  case bigEndian
  /// The lowest.
  case littleEndian

  /// The integer whose bytes, as they lie in memory, are those of `value` in this order; and the other way round.
  @inlinable @inline(__always)
  func convert<Value: FixedWidthInteger>(_ value: Value) -> Value {
    self == .bigEndian ? value.bigEndian : value.littleEndian
  }
}
