/// The shortest decimal that reads back as a given binary number, and of those the nearest to it.
///
/// The numbers that round to the given one lie between the points midway to its neighbours. Be 10^k the largest power
/// of ten that this interval is at least as wide as. Then it holds at least one multiple of 10^k, and at most one of
/// 10^(k+1), which is one digit shorter (Raffaello Giulietti, The Schubfach way to render doubles, 2020).
///
/// Where those multiples lie is known from one product, the number in units of 10^k: half the interval's width, in the
/// same units, is the power of ten itself, shifted. What is cut off of both may decide only where an end of the interval,
/// or the point midway between two multiples, is hit within 2^-57 of a unit. There, and beside powers of two, where the
/// interval is not symmetrical, three exact products decide, as Giulietti has them.
struct ShortestDecimal {
  /// The digits as an integer, but for the last one.
  var tens: UInt64
  /// The last digit. It may be zero, as may digits before it.
  var ones: UInt64
  /// The power of ten that the digits are to be multiplied with.
  var exponent: Int

  init(tens: UInt64, ones: UInt64, exponent: Int) {
    self.tens = tens
    self.ones = ones
    self.exponent = exponent
  }

  /// For the magnitude of a normal number.
  @inline(__always)
  init(normal value: Double) {
    let fraction = value.significandBitPattern
    self.init(
      fraction | 1 << 52, power: Int(truncatingIfNeeded: value.exponentBitPattern) &- 1075,
      isPowerOfTwo: fraction == 0, hasSmallerStep: value.exponentBitPattern > 1)
  }

  /// For the magnitude of a subnormal number.
  @inline(__always)
  init(subnormal value: Double) {
    self.init(value.significandBitPattern, power: -1074, isPowerOfTwo: false, hasSmallerStep: false)
  }

  /// For the magnitude of a finite number that is not zero.
  @inline(__always)
  init(_ value: Float) {
    let fraction = UInt64(value.significandBitPattern)
    let exponent = Int(truncatingIfNeeded: value.exponentBitPattern)
    self.init(
      exponent == 0 ? fraction : fraction | 1 << 23, power: max(exponent, 1) &- 150,
      isPowerOfTwo: fraction == 0, hasSmallerStep: exponent > 1)
  }

  /// For `significand` × 2^`power`. The lower neighbour of a power of two is half as far as the upper one, but for the
  /// smallest of them.
  @inline(__always)
  private init(_ significand: UInt64, power: Int, isPowerOfTwo: Bool, hasSmallerStep: Bool) {
    // k = floor(log10 of the interval's width)
    let k = (power &* 1_262_611) >> 22
    let shift = ShortestDecimal.shift(power, k)
    let factor = PowersOfTen.entry(-k)
    let (whole, fraction) = ShortestDecimal.quotient(significand &<< shift, factor)
    tens = whole / 10
    ones = whole &- tens &* 10
    exponent = k
    // In units of 2^-60 of 10^k: how far the number lies above the multiple of 10^(k+1) below it, and how far either end
    // of the interval lies from the number. Each is too small by less than 2.
    let place = ones << 60 | fraction >> 4
    let half = factor.high &>> (5 &- shift)
    let ten: UInt64 = 10 << 60
    let isSure =
      ShortestDecimal.differ(half, place) && ShortestDecimal.differ(half &+ place, ten)
      && ShortestDecimal.differ(fraction, 1 << 63) && !isPowerOfTwo
    guard isSure else {
      self = ShortestDecimal.exact(significand, power: power, isAfterSmallerStep: isPowerOfTwo && hasSmallerStep)
      return
    }
    // Where the multiples lie is chance, and so this is arithmetic without a branch.
    let isBelow: UInt64 = place < half ? 1 : 0
    let isAbove: UInt64 = half &+ place > ten ? 1 : 0
    tens &+= isAbove
    // Never 9 + 1: half the width is at least half a unit, so that the multiple above would have been in.
    ones = (ones &+ fraction >> 63) & ((isBelow | isAbove) &- 1)
  }

  /// Whether one of two numbers is the larger one, whatever is less than 4 in them.
  @inline(__always)
  private static func differ(_ first: UInt64, _ second: UInt64) -> Bool { first &- second &+ 4 > 8 }

  /// How far, 1 to 4 bits, a significand must be shifted for the highest 64 bits of its product with the power of ten to
  /// be the number in units of 10^`k`.
  @inline(__always)
  private static func shift(_ power: Int, _ k: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: power &+ (0 &- k &* 1_741_647) >> 19 &+ 1)
  }

  /// The highest 64 bits of the product of 64 and 128 bits, and the next 64.
  @inline(__always)
  private static func quotient(
    _ number: UInt64, _ factor: (high: UInt64, low: UInt64)
  ) -> (whole: UInt64, fraction: UInt64) {
    let carried = number.multipliedFullWidth(by: factor.low).high
    let (high, low) = number.multipliedFullWidth(by: factor.high)
    let (fraction, carries) = low.addingReportingOverflow(carried)
    return (high &+ (carries ? 1 : 0), fraction)
  }
}

extension ShortestDecimal {
  /// The same by the exact ends of the interval.
  @inline(never)
  private static func exact(_ significand: UInt64, power: Int, isAfterSmallerStep: Bool) -> ShortestDecimal {
    // Everything times four, so that the points midway are integers.
    let middle = significand << 2
    let lower = middle &- (isAfterSmallerStep ? 1 : 2)
    let upper = middle &+ 2
    let k = (power &* 1_262_611 &- (isAfterSmallerStep ? 524_031 : 0)) >> 22
    let shift = shift(power, k)
    let factor = PowersOfTen.entryRoundedUp(-k)
    let low = product(lower &<< shift, factor)
    let mid = product(middle &<< shift, factor)
    let high = product(upper &<< shift, factor)
    // The ends belong to the interval where rounding to even would choose this number.
    let isOdd = significand & 1
    let first = low &+ isOdd
    let last = high &- isOdd
    let whole = mid >> 2
    let shorter = whole / 10
    if shorter > 0 {
      let isBelow = first <= 40 &* shorter
      let isAbove = 40 &* shorter &+ 40 <= last
      if isBelow != isAbove { return ShortestDecimal(tens: shorter &+ (isAbove ? 1 : 0), ones: 0, exponent: k) }
    }
    let isBelow = first <= 4 &* whole
    let isAbove = 4 &* whole &+ 4 <= last
    let half = 4 &* whole &+ 2
    let roundsUp = isBelow != isAbove ? isAbove : mid > half || (mid == half && whole & 1 == 1)
    let rounded = whole &+ (roundsUp ? 1 : 0)
    return ShortestDecimal(tens: rounded / 10, ones: rounded % 10, exponent: k)
  }

  /// The highest 64 bits of the product of 64 and 128 bits; the lowest of them also stands for any that follow.
  private static func product(_ number: UInt64, _ factor: (high: UInt64, low: UInt64)) -> UInt64 {
    let (whole, fraction) = quotient(number, factor)
    // A rounded power's excess reaches the lowest bit of the fraction, and no other.
    return whole | (fraction > 1 ? 1 : 0)
  }
}
