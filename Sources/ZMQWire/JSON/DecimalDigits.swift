/// A number's digits, left-aligned: 17 of them, which is as many as a Double needs.
///
/// Eight digits are made at once in one word, so that a number costs no loop over them.
struct DecimalDigits {
  /// The first eight digits as text, the first in the lowest byte; the next eight.
  var first: UInt64
  var next: UInt64
  /// The 17th digit as text.
  var last: UInt8
  /// How many digits there are without the zeros at the end; at least 1.
  var count: Int
  /// How many digits stand before the point, so that the number is 0.ddd… times ten to this power.
  var point: Int

  /// The digits of a decimal above zero that may have fewer than 16, as that of a Float has.
  @inline(__always)
  init(_ decimal: ShortestDecimal) {
    let all = decimal.tens &* 10 &+ decimal.ones
    let missing = max(16 - DecimalDigits.size(of: all), 0)
    let digits = all &* powersOfTen[missing]
    self.init(
      ofSixteen: ShortestDecimal(tens: digits / 10, ones: digits % 10, exponent: decimal.exponent &- missing))
  }

  /// The digits of a decimal that has 16 or 17, as that of every normal Double has.
  @inline(__always)
  init(ofSixteen decimal: ShortestDecimal) {
    // Which of both is chance and therefore no branch.
    let isShort: UInt64 = decimal.tens < powersOfTen[15] ? 1 : 0
    let all = 0 &- isShort
    let leading = decimal.tens &+ (decimal.tens &* 9 &+ decimal.ones) & all
    let last = decimal.ones & ~all
    point = decimal.exponent &+ 17 &- Int(truncatingIfNeeded: isShort)
    // Four times four digits, none of which waits for another.
    let (twelve, eight, four) = (leading / 1_000_000_000_000, leading / 100_000_000, leading / 10_000)
    let first = DecimalDigits.text(twelve | (eight &- twelve &* 10_000) << 32)
    let next = DecimalDigits.text(four &- eight &* 10_000 | (leading &- four &* 10_000) << 32)
    // A digit zero is a byte zero here; the highest byte is the last digit.
    let size = next == 0 ? DecimalDigits.bytes(in: first) : 8 &+ DecimalDigits.bytes(in: next)
    count = last == 0 ? size : 17
    self.first = first | DecimalDigits.zeros
    self.next = next | DecimalDigits.zeros
    self.last = UInt8(truncatingIfNeeded: last) | UInt8(ascii: "0")
  }

  /// The digit zero eight times.
  static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// How many bytes of a word stand before the zeros at its end; one, if there are only zeros.
  @inline(__always)
  private static func bytes(in word: UInt64) -> Int { 8 &- (word | 1).leadingZeroBitCount >> 3 }

  /// How many digits a number above zero and below 10^17 has.
  @inline(__always)
  static func size(of value: UInt64) -> Int {
    // 1233/4096 is a little more than log10(2).
    let guess = ((64 - value.leadingZeroBitCount) * 1233) >> 12
    return value >= powersOfTen[guess] ? guess + 1 : guess
  }

  /// The eight digits of a number below 10^8 as bytes 0 to 9, the first in the lowest.
  @inline(__always)
  static func eight(_ value: UInt64) -> UInt64 {
    let upper = (value &* 109_951_163) >> 40
    return text(value << 32 &- upper &* ((10_000 << 32) - 1))
  }

  /// The digits of two numbers below 10^4, of which the first stands in the lower half: fours, pairs, ones.
  ///
  /// In each step a part p of the lanes n is divided by d, with a multiplication that is right for numbers of that size,
  /// and then the remainder moves to the lane above: (n - p·d) << s | p is n << s - p·((d << s) - 1).
  @inline(__always)
  private static func text(_ fours: UInt64) -> UInt64 {
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = fours << 16 &- hundreds &* ((100 << 16) - 1)
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    return pairs << 8 &- tens &* ((10 << 8) - 1)
  }
}

/// The powers of ten up to 10^17.
let powersOfTen: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  10_000_000_000_000_000, 100_000_000_000_000_000,
]
