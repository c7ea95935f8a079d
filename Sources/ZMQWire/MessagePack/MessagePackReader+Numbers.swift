extension MessagePackReader {
  /// Reads an integer of any form; `5.0` is a float and not an integer.
  ///
  /// Exact for every type of up to 64 bits; a number that the type cannot hold is a fault.
  @inlinable @inline(__always)
  public mutating func readInt<T: FixedWidthInteger>(
    as type: T.Type = T.self, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> T {
    let start = offset
    let (bits, isNegative) = try readInteger(else: .expectedInteger, in: bytes)
    let value = isNegative ? T(exactly: Int64(bitPattern: bits)) : T(exactly: bits)
    guard let value else { throw MessagePackFault(.outside(type), at: start) }
    return value
  }

  /// The bits of an integer, and whether they are those of an `Int64` below 0.
  @inlinable @inline(__always)
  mutating func readInteger(
    else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> (bits: UInt64, isNegative: Bool) {
    if offset < bytes.count, bytes[offset] < 0x80 {
      offset += 1
      return (UInt64(bytes[offset - 1]), false)
    }
    return try readLongInteger(else: reason, in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func readLongInteger(
    else reason: MessagePackFault.Reason, in bytes: Span<UInt8>
  ) throws(MessagePackFault) -> (bits: UInt64, isNegative: Bool) {
    let head = MessagePackHead(at: offset, in: bytes)
    guard head.kind == .positive || head.kind == .negative else { throw mismatch(head, reason, in: bytes) }
    offset += head.size
    return (head.argument, head.kind == .negative)
  }

  /// Reads a float of either size, or an integer as the nearest Double. NaN and infinities are numbers here.
  @inlinable public mutating func readDouble(in bytes: Span<UInt8>) throws(MessagePackFault) -> Double {
    if bytes.count - offset >= 9, bytes[offset] == 0xCB {
      let bits = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
      offset += 9
      return Double(bitPattern: UInt64(bigEndian: bits))
    }
    return try readOtherDouble(in: bytes)
  }

  @usableFromInline @inline(never)
  mutating func readOtherDouble(in bytes: Span<UInt8>) throws(MessagePackFault) -> Double {
    let head = MessagePackHead(at: offset, in: bytes)
    guard let number = MessagePackReader.double(head) else { throw mismatch(head, .expectedNumber, in: bytes) }
    offset += head.size
    return number
  }

  /// The number whose head this is; nil where it is no number.
  static func double(_ head: MessagePackHead) -> Double? {
    switch head.kind {
    case .float64: Double(bitPattern: head.argument)
    case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: head.argument)))
    case .positive: Double(head.argument)
    case .negative: Double(Int64(bitPattern: head.argument))
    default: nil
    }
  }

  /// Reads a float of either size, or an integer, as the nearest Float.
  ///
  /// - Throws: `outsideFloat` for a finite number beyond the largest Float.
  public mutating func readFloat(in bytes: Span<UInt8>) throws(MessagePackFault) -> Float {
    let head = MessagePackHead(at: offset, in: bytes)
    let start = offset
    let number: Float
    switch head.kind {
    case .float32: number = Float(bitPattern: UInt32(truncatingIfNeeded: head.argument))
    case .float64: number = Float(Double(bitPattern: head.argument))
    case .positive: number = Float(head.argument)
    case .negative: number = Float(Int64(bitPattern: head.argument))
    default: throw mismatch(head, .expectedNumber, in: bytes)
    }
    if number.isInfinite, head.kind == .float64, Double(bitPattern: head.argument).isFinite {
      throw MessagePackFault(.outsideFloat, at: start)
    }
    offset += head.size
    return number
  }
}
