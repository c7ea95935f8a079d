extension JSONWriter {
  /// Appends an integer.
  @inlinable @inline(__always)
  public mutating func write<T: FixedWidthInteger>(_ value: T) {
    if T.isSigned {
      guard let signed = Int64(exactly: value) else { return writeWide(String(value)) }
      writeDigits(signed.magnitude, signs: signed < 0 ? 1 : 0)
    } else {
      guard let unsigned = UInt64(exactly: value) else { return writeWide(String(value)) }
      writeDigits(unsigned, signs: 0)
    }
  }

  /// Appends digits behind a minus or none.
  @inlinable @inline(__always)
  mutating func writeDigits(_ value: UInt64, signs: Int) {
    guard value < 10 else { return writeManyDigits(value, signs: signs) }
    // A minus that is none is shifted out.
    let text = (0x30 | value) << 8 | UInt64(UInt8(ascii: "-"))
    append(text &>> UInt64(truncatingIfNeeded: 8 &* (1 &- signs)), size: 1 &+ signs)
  }

  @usableFromInline @inline(never)
  mutating func writeManyDigits(_ value: UInt64, signs: Int) {
    // Room for a minus, 20 digits, and what words reach beyond them.
    var target = window(32).mutableSpan
    var bytes = target.mutableBytes
    // Overwritten where there is none.
    bytes.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    if value < 100_000_000 {
      length &+= JSONWriter.store(upToEight: value, at: signs, in: &bytes)
      return
    }
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 100_000_000)
    var end: Int
    if upper < 100_000_000 {
      end = JSONWriter.store(upToEight: upper, at: signs, in: &bytes)
    } else {
      let (highest, middle) = upper.quotientAndRemainder(dividingBy: 100_000_000)
      end = JSONWriter.store(upToEight: highest, at: signs, in: &bytes)
      end = JSONWriter.store(eight: middle, at: end, in: &bytes)
    }
    length &+= JSONWriter.store(eight: lower, at: end, in: &bytes)
  }

  /// Stores the digits of a number below 10^8, without zeros in front, and returns their end.
  @inline(__always)
  private static func store(upToEight value: UInt64, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    let digits = DecimalDigits.eight(value)
    // Of zero one digit is left.
    let leading = (digits | 1 << 56).trailingZeroBitCount & ~7
    let text = (digits | DecimalDigits.zeros) &>> UInt64(truncatingIfNeeded: leading)
    bytes.storeBytes(of: text.littleEndian, toByteOffset: start, as: UInt64.self)
    return start &+ 8 &- leading >> 3
  }

  /// Stores the eight digits of a number below 10^8 and returns their end.
  @inline(__always)
  private static func store(eight value: UInt64, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    let text = DecimalDigits.eight(value) | DecimalDigits.zeros
    bytes.storeBytes(of: text.littleEndian, toByteOffset: start, as: UInt64.self)
    return start &+ 8
  }

  /// Appends a minus, or nothing.
  @inline(__always)
  mutating func writeSign(isNegative: Bool) {
    append(UInt64(UInt8(ascii: "-")), size: isNegative ? 1 : 0)
  }

  /// Appends ASCII that needs no quotation marks.
  @usableFromInline @inline(never)
  mutating func writeWide(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 { put(byte) }
  }
}
