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

  /// Appends ASCII that needs no quotation marks.
  @usableFromInline @inline(never)
  mutating func writeWide(_ text: String) {
    reserve(text.utf8.count)
    for byte in text.utf8 { put(byte) }
  }
}
