/// A UUID (RFC 9562): sixteen bytes with a canonical text.
///
/// It is ours because ZMQWire imports no Foundation, whose UUID would bring an extra library into every program.
///
/// ```swift
/// UUIDValue("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")?.description   // "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
/// ```
@frozen public struct UUIDValue: Sendable, Hashable {
  /// The first eight bytes, the first of them highest.
  public var high: UInt64
  /// The last eight bytes, the first of them highest.
  public var low: UInt64

  /// The UUID of sixteen bytes in network order, as two words.
  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The UUID of sixteen bytes; nil for any other number of them.
  public init?(bytes: Span<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.init(high: 0, low: 0)
    for index in 0..<8 {
      high = high << 8 | UInt64(bytes[index])
      low = low << 8 | UInt64(bytes[index + 8])
    }
  }

  /// The UUID of sixteen bytes; nil for any other number of them.
  public init?(bytes: [UInt8]) { self.init(bytes: bytes.span) }

  /// The sixteen bytes, in network order.
  public var bytes: [UInt8] { (0..<16).map(byte(at:)) }

  /// A new UUID of version 4: 122 random bits.
  public static func random() -> UUIDValue {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  /// A new UUID of version 4 from `generator`, so that a test can repeat it.
  public static func random(using generator: inout some RandomNumberGenerator) -> UUIDValue {
    UUIDValue(
      high: generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
      low: generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// The byte at `index`, 0 to 15.
  func byte(at index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
  }
}

extension UUIDValue: Comparable {
  /// The order of the bytes, and so of the texts.
  public static func < (one: UUIDValue, other: UUIDValue) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}
