/// A number token taken apart: `significand` × 10^`exponent`.
struct JSONDecimal {
  var isNegative = false
  /// Whether the token has at most 19 digits, which 64 bits can hold. If not, `significand` has
  /// wrapped and the digits are to be read again.
  var isExact = true
  var significand: UInt64 = 0
  var exponent = 0

  /// Where an exponent is held: a text of 2^50 digits, which could outweigh it, does not exist.
  static var largestExponent: Int { 1 << 50 }

  /// The nearest Double where one operation finds it (Clinger's fast path): both operands are exact, so that
  /// operation rounds correctly.
  @inline(__always)
  var exactDouble: Double? {
    guard isExact, significand <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let value = Double(significand)
    let scaled = exponent < 0 ? value / exactPowersOfTen[-exponent] : value * exactPowersOfTen[exponent]
    return isNegative ? -scaled : scaled
  }

  /// The nearest Double; infinite where it is beyond the largest. `token` is where the number stands.
  @inline(never)
  func double(of token: Range<Int>, in bytes: Span<UInt8>) -> Double {
    if let exactDouble { return exactDouble }
    let value = isExact ? JSONDecimal.nearest(significand, power: exponent) : longDouble(of: token, in: bytes)
    return isNegative ? -value : value
  }

  /// The nearest Double to a number of more digits than 64 bits hold.
  private func longDouble(of token: Range<Int>, in bytes: Span<UInt8>) -> Double {
    // The number lies between its first 19 digits and one more in the last of them. Where both go to
    // the same Double, so does the number.
    let (significand, power) = leadingDigits(of: token, in: bytes)
    let below = JSONDecimal.nearest(significand, power: power)
    if below == JSONDecimal.nearest(significand + 1, power: power) { return below }
    return Double(text(of: token, in: bytes)) ?? .nan
  }

  /// The nearest Float; infinite where it is beyond the largest.
  @inline(never)
  func float(of token: Range<Int>, in bytes: Span<UInt8>) -> Float {
    let double = double(of: token, in: bytes)
    // Rounding twice is wrong only where the first result lies midway between two Floats.
    let isMidway = double.bitPattern & 0x1FFF_FFFF == 0x1000_0000
    let isSmall = double.magnitude < Double(Float.leastNormalMagnitude)
    if !isMidway, !isSmall || double == 0 { return Float(double) }
    let value = Float(text(of: token, in: bytes)) ?? .nan
    return isNegative ? -value : value
  }

  /// The number without sign as short text for the standard library.
  ///
  /// Two neighbouring Doubles and the point midway have at most 767 digits, so what lies beyond 800
  /// matters only by being more than zero.
  private func text(of token: Range<Int>, in bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(min(token.count, 820) + 24)
    var dropped = 0
    var isMore = false
    for index in token {
      let byte = bytes[index]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      guard byte &- UInt8(ascii: "0") <= 9, byte != UInt8(ascii: "0") || !text.isEmpty else { continue }
      if text.count < 800 {
        text.append(byte)
      } else {
        dropped += 1
        isMore = isMore || byte != UInt8(ascii: "0")
      }
    }
    if text.isEmpty { return "0" }
    var power = exponent + dropped
    if isMore {
      text.append(UInt8(ascii: "1"))
      power -= 1
    }
    text.append(UInt8(ascii: "e"))
    // Far beyond both ends of Double's range.
    text.append(contentsOf: String(min(max(power, -9999), 9999)).utf8)
    return String(decoding: text, as: UTF8.self)
  }
}

/// The powers of ten that a Double holds exactly.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
