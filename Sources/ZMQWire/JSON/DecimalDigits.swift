/// A number's digits, left-aligned: 17 of them, which is as many as a Double needs.
///
/// Eight digits are made at once in one word, so that a number costs no loop over them.
struct DecimalDigits {
  /// The first digit, `0`…`9`.
  var first: UInt8
  /// The next eight, the second digit in the lowest byte; the last eight.
  var next: UInt64
  var last: UInt64
  /// How many digits there are without the zeros at the end; at least 1.
  var count: Int
  /// How many digits stand before the point, so that the number is 0.ddd… times ten to this power.
  var point: Int

  /// The digits of a decimal that is above zero and below 10^17.
  @inline(__always)
  init(_ decimal: ShortestDecimal) {
    let size = DecimalDigits.size(of: decimal.digits)
    point = size + decimal.exponent
    // Below 10^17.
    let aligned = decimal.digits &* powersOfTen[17 - size]
    let (upper, lower) = aligned.quotientAndRemainder(dividingBy: 100_000_000)
    let (leading, middle) = upper.quotientAndRemainder(dividingBy: 100_000_000)
    let next = DecimalDigits.eight(middle)
    let last = DecimalDigits.eight(lower)
    // A digit zero is a byte zero here; the highest byte is the last digit.
    let zeros = last.leadingZeroBitCount >> 3 + (last == 0 ? next.leadingZeroBitCount >> 3 : 0)
    count = 17 - zeros
    first = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: leading)
    self.next = next | DecimalDigits.zeros
    self.last = last | DecimalDigits.zeros
  }

  /// The digit zero eight times.
  static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// How many digits a number above zero and below 10^17 has.
  @inline(__always)
  static func size(of value: UInt64) -> Int {
    // 1233/4096 is a little more than log10(2).
    let guess = ((64 - value.leadingZeroBitCount) * 1233) >> 12
    return value >= powersOfTen[guess] ? guess + 1 : guess
  }

  /// The eight digits of a number below 10^8 as bytes 0 to 9, the first in the lowest: fours, pairs, ones.
  @inline(__always)
  static func eight(_ value: UInt64) -> UInt64 {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 10_000)
    let fours = upper | lower << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = (fours &- hundreds &* 100) << 16 | hundreds
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    return (pairs &- tens &* 10) << 8 | tens
  }
}

/// The powers of ten up to 10^17.
let powersOfTen: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  10_000_000_000_000_000, 100_000_000_000_000_000,
]
