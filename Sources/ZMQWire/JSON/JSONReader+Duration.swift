extension JSONReader {
  /// Reads a duration: a number of seconds, exact to the attosecond and rounded beyond it.
  public mutating func readDuration(in bytes: Span<UInt8>) throws(JSONFault) -> Duration {
    skipBlanks(in: bytes)
    let start = offset
    guard peek(in: bytes) == .number else { throw JSONFault(.expectedDuration, at: start) }
    let number = try readDecimal(in: bytes)
    guard let attoseconds = JSONReader.attoseconds(of: start..<offset, exponent: number.exponent, in: bytes) else {
      throw JSONFault(.outsideDuration, at: start)
    }
    let duration = Duration(attoseconds: number.isNegative ? -attoseconds : attoseconds)
    guard duration.hasSecondsOf64Bits else { throw JSONFault(.outsideDuration, at: start) }
    return duration
  }

  /// The digits of `token`, times 10^`exponent` seconds; nil where they are more than 37.
  private static func attoseconds(of token: Range<Int>, exponent: Int, in bytes: Span<UInt8>) -> Int128? {
    var significant = 0
    forEachSignificantDigit(of: token, in: bytes) { _ in significant += 1 }
    if significant == 0 { return 0 }
    // So many digits are whole attoseconds; the next one rounds.
    let whole = significant + exponent + 18
    if whole < 0 { return 0 }
    // 9223372036854775807 seconds are 37 digits of attoseconds, and an Int128 holds any 37.
    if whole > 37 { return nil }
    var value: Int128 = 0
    var position = 0
    forEachSignificantDigit(of: token, in: bytes) { digit in
      if position < whole { value = value * 10 + Int128(digit) }
      if position == whole, digit >= 5 { value += 1 }
      position += 1
    }
    while position < whole {
      value *= 10
      position += 1
    }
    return value
  }

  /// Calls `body` with each digit before the exponent, from the first that is not zero.
  private static func forEachSignificantDigit(of token: Range<Int>, in bytes: Span<UInt8>, _ body: (UInt8) -> Void) {
    var hasBegun = false
    for index in token {
      if bytes[index] | 0x20 == UInt8(ascii: "e") { return }
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { continue }
      hasBegun = hasBegun || digit > 0
      if hasBegun { body(digit) }
    }
  }
}
