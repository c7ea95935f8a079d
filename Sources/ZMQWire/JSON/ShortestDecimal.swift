/// The shortest decimal that reads back as a given binary number, and of those the nearest to it.
///
/// This is Schubfach (Raffaello Giulietti, The Schubfach way to render doubles, 2020): the numbers that
/// round to the given one lie between the points midway to its neighbours. In that interval there is at
/// most one multiple of 10^(k+1), which is one digit shorter, and at least one multiple of 10^k.
struct ShortestDecimal {
  /// The digits as an integer. It may end with zeros.
  var digits: UInt64
  /// The power of ten that the digits are to be multiplied with.
  var exponent: Int

  /// For a finite number above zero.
  @inline(__always)
  init(_ value: Double) {
    let biased = Int(truncatingIfNeeded: value.bitPattern >> 52 & 0x7FF)
    let fraction = value.bitPattern & (1 << 52 - 1)
    if biased == 0 {
      self.init(fraction, power: -1074, isAfterSmallerStep: false)
    } else {
      self.init(fraction | 1 << 52, power: biased - 1075, isAfterSmallerStep: fraction == 0 && biased > 1)
    }
  }

  /// For a finite number above zero.
  @inline(__always)
  init(_ value: Float) {
    let biased = Int(value.bitPattern >> 23 & 0xFF)
    let fraction = UInt64(value.bitPattern & (1 << 23 - 1))
    if biased == 0 {
      self.init(fraction, power: -149, isAfterSmallerStep: false)
    } else {
      self.init(fraction | 1 << 23, power: biased - 150, isAfterSmallerStep: fraction == 0 && biased > 1)
    }
  }

  /// For `significand` × 2^`power`, whose lower neighbour is half as far as the upper one if it
  /// comes `isAfterSmallerStep`.
  @inline(__always)
  private init(_ significand: UInt64, power: Int, isAfterSmallerStep: Bool) {
    // Everything times four, so that the points midway are integers.
    let middle = significand << 2
    let lower = middle &- (isAfterSmallerStep ? 1 : 2)
    let upper = middle &+ 2
    // k = floor(log10 of the interval's width)
    let k = (power &* 1_262_611 &- (isAfterSmallerStep ? 524_031 : 0)) >> 22
    // The scale, of 1 to 4 bits, that makes the products below four times the number in units of 10^k.
    let shift = UInt64(truncatingIfNeeded: power &+ (0 &- k &* 1_741_647) >> 19 &+ 1)
    let factor = PowersOfTen.entryRoundedUp(-k)
    let low = ShortestDecimal.product(lower &<< shift, factor)
    let mid = ShortestDecimal.product(middle &<< shift, factor)
    let high = ShortestDecimal.product(upper &<< shift, factor)
    // The ends belong to the interval where rounding to even would choose this number.
    let isOdd = significand & 1
    let first = low &+ isOdd
    let last = high &- isOdd
    let whole = mid >> 2
    if whole >= 10 {
      let shorter = whole / 10
      let isBelow = first <= 40 &* shorter
      let isAbove = 40 &* shorter &+ 40 <= last
      if isBelow != isAbove {
        digits = shorter &+ (isAbove ? 1 : 0)
        exponent = k + 1
        return
      }
    }
    let isBelow = first <= 4 &* whole
    let isAbove = 4 &* whole &+ 4 <= last
    let half = 4 &* whole &+ 2
    let roundsUp = isBelow != isAbove ? isAbove : mid > half || (mid == half && whole & 1 == 1)
    digits = whole &+ (roundsUp ? 1 : 0)
    exponent = k
  }

  /// The highest 64 bits of the product of 64 and 128 bits; the lowest of them also stands for any that follow.
  @inline(__always)
  private static func product(_ number: UInt64, _ factor: (high: UInt64, low: UInt64)) -> UInt64 {
    let carried = number.multipliedFullWidth(by: factor.low).high
    var (high, low) = number.multipliedFullWidth(by: factor.high)
    let (sum, carries) = low.addingReportingOverflow(carried)
    low = sum
    if carries { high &+= 1 }
    return high | (low > 1 ? 1 : 0)
  }
}
