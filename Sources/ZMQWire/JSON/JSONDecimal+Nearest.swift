// The nearest Double to significand × 10^exponent, by the algorithm of Eisel and Lemire (Number Parsing
// at a Gigabyte per Second, Software: Practice and Experience 51, 2021; Mushtak and Lemire proved in
// 2023 that 128 bits of the power always suffice). One or two multiplications give the bits of the
// result and enough of the next ones to round.

extension JSONDecimal {
  /// The nearest Double to `significand` × 10^`power`; infinite where it is beyond the largest.
  static func nearest(_ significand: UInt64, power: Int) -> Double {
    if significand == 0 || power < PowersOfTen.smallest { return 0 }
    if power > 308 { return .infinity }
    let zeros = significand.leadingZeroBitCount
    let product = product(of: significand << zeros, power)
    let upper = Int(truncatingIfNeeded: product.high >> 63)
    // 52 bits of fraction, the leading one, one to round by and one to spare.
    let shift = upper + 64 - 52 - 3
    var bits = product.high >> shift
    var exponent = (power * 217_706) >> 16 + 63 + upper - zeros + 1023
    if exponent <= 0 {
      // A subnormal number has fewer bits; what is below them all is zero.
      if 1 - exponent >= 64 { return 0 }
      bits >>= 1 - exponent
      bits = (bits + bits & 1) >> 1
      return Double(bitPattern: bits)
    }
    // Midway between two Doubles, if everything below is zero: to the even one.
    if product.low <= 1, power >= -4, power <= 23, bits & 3 == 1, bits << shift == product.high { bits &= ~1 }
    bits = (bits + bits & 1) >> 1
    if bits >= 1 << 53 {
      bits = 1 << 52
      exponent += 1
    }
    if exponent >= 2047 { return .infinity }
    return Double(bitPattern: bits & (1 << 52 - 1) | UInt64(exponent) << 52)
  }

  /// The highest 128 bits of `normalized` × 10^`power`, of which at least the first 55 are right.
  private static func product(of normalized: UInt64, _ power: Int) -> (high: UInt64, low: UInt64) {
    let factor = PowersOfTen.entry(power)
    var (high, low) = normalized.multipliedFullWidth(by: factor.high)
    // Only where all bits below those are set could the rest of the power still carry into them.
    if high & 0x1FF == 0x1FF {
      let rest = normalized.multipliedFullWidth(by: factor.low).high
      let (sum, carries) = low.addingReportingOverflow(rest)
      low = sum
      if carries { high += 1 }
    }
    return (high, low)
  }

  /// The first 19 significant digits of a longer number, and the power of ten they are to be multiplied with.
  func leadingDigits(of token: Range<Int>, in bytes: Span<UInt8>) -> (significand: UInt64, power: Int) {
    var significand: UInt64 = 0
    var count = 0
    var power = exponent
    for index in token {
      let byte = bytes[index]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      let digit = byte &- UInt8(ascii: "0")
      if digit > 9 || (digit == 0 && count == 0) { continue }
      if count < 19 {
        significand = significand * 10 + UInt64(digit)
        count += 1
      } else {
        power += 1
      }
    }
    return (significand, power)
  }
}
