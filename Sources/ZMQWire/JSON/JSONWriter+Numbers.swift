extension JSONWriter {
  /// Appends an integer.
  @inlinable public mutating func write<T: FixedWidthInteger>(_ value: T) {
    if T.isSigned {
      guard let signed = Int64(exactly: value) else { return writeWide(String(value)) }
      if signed < 0 {
        reserve(1)
        put(UInt8(ascii: "-"))
      }
      writeDigits(signed.magnitude)
    } else {
      guard let unsigned = UInt64(exactly: value) else { return writeWide(String(value)) }
      writeDigits(unsigned)
    }
  }

  /// Appends a number as the shortest text that reads back as the same Double: `5.0`, `0.1`, `1e+16`.
  ///
  /// Throws for a NaN and for infinities.
  @inlinable public mutating func write(_ value: Double) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(value) }
    writeShortest(value)
  }

  /// Appends a number as the shortest text that reads back as the same Float.
  ///
  /// Throws for a NaN and for infinities.
  @inlinable public mutating func write(_ value: Float) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(Double(value)) }
    writeShortest(value)
  }

  @usableFromInline @inline(never)
  mutating func writeDigits(_ value: UInt64) {
    // Two digits at a time, from the last.
    reserve(20)
    let size = JSONWriter.digits(of: value)
    let end = length + size
    var target = storage.mutableSpan
    var rest = value
    var place = end
    while rest >= 100 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let tens = UInt8(truncatingIfNeeded: pair) / 10
      let units = UInt8(truncatingIfNeeded: pair) % 10
      target[place - 1] = UInt8(ascii: "0") + units
      target[place - 2] = UInt8(ascii: "0") + tens
      place -= 2
      rest = quotient
    }
    if rest >= 10 {
      target[place - 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      target[place - 2] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10)
    } else {
      target[place - 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
    }
    length = end
  }

  /// How many decimal digits `value` has.
  private static func digits(of value: UInt64) -> Int {
    var size = 1
    var rest = value
    while rest >= 10_000 {
      rest /= 10_000
      size += 4
    }
    return size + (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }

  @usableFromInline @inline(never)
  mutating func writeShortest(_ value: Double) { writeWide(value.description) }

  @usableFromInline @inline(never)
  mutating func writeShortest(_ value: Float) { writeWide(value.description) }

  /// Appends ASCII that needs no quotation marks.
  @usableFromInline @inline(never)
  mutating func writeWide(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 { put(byte) }
  }
}
