extension JSONWriter {
  /// Appends an integer.
  @inlinable @inline(__always)
  public mutating func write<T: FixedWidthInteger>(_ value: T) {
    if T.isSigned {
      guard let signed = Int64(exactly: value) else { return writeWide(String(value)) }
      writeSign(isNegative: signed < 0)
      writeDigits(signed.magnitude)
    } else {
      guard let unsigned = UInt64(exactly: value) else { return writeWide(String(value)) }
      writeDigits(unsigned)
    }
  }

  /// Appends a minus, or nothing.
  @inlinable @inline(__always)
  mutating func writeSign(isNegative: Bool) {
    append(UInt64(UInt8(ascii: "-")), size: isNegative ? 1 : 0)
  }

  @inlinable @inline(__always)
  mutating func writeDigits(_ value: UInt64) {
    if value < 10 { return append(0x30 | value, size: 1) }
    writeManyDigits(value)
  }

  @usableFromInline @inline(never)
  mutating func writeManyDigits(_ value: UInt64) {
    if value < 100_000_000 { return writeUpToEight(value) }
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 100_000_000)
    if upper < 100_000_000 {
      writeUpToEight(upper)
    } else {
      let (highest, middle) = upper.quotientAndRemainder(dividingBy: 100_000_000)
      writeUpToEight(highest)
      append(DecimalDigits.eight(middle) | DecimalDigits.zeros, size: 8)
    }
    append(DecimalDigits.eight(lower) | DecimalDigits.zeros, size: 8)
  }

  /// Appends a number below 10^8 without zeros in front.
  @inline(__always)
  private mutating func writeUpToEight(_ value: UInt64) {
    let digits = DecimalDigits.eight(value)
    // Of zero one digit is left.
    let leading = (digits | 1 << 56).trailingZeroBitCount & ~7
    append((digits | DecimalDigits.zeros) >> UInt64(leading), size: 8 - leading >> 3)
  }

  /// Appends ASCII that needs no quotation marks.
  @usableFromInline @inline(never)
  mutating func writeWide(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 { put(byte) }
  }
}
