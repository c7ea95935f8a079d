extension JSONReader {
  /// What a number token is made of.
  struct NumberToken {
    var isNegative: Bool
    /// Whether the token has neither fraction nor exponent.
    var isInteger: Bool
    /// The index of the first digit.
    var digits: Int
  }

  /// Consumes a number token, at whose first byte the cursor is, as RFC 8259, section 6, writes it.
  @inline(never)
  mutating func scanNumber(in bytes: Span<UInt8>) throws(JSONFault) -> NumberToken {
    let start = offset
    var index = offset
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let digits = index
    index = JSONReader.endOfDigits(from: index, in: bytes)
    guard index > digits, index == digits + 1 || bytes[digits] != UInt8(ascii: "0") else {
      throw JSONFault(.malformedNumber, at: start)
    }
    var isInteger = true
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isInteger = false
      let fraction = index + 1
      index = JSONReader.endOfDigits(from: fraction, in: bytes)
      guard index > fraction else { throw JSONFault(.malformedNumber, at: start) }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      index = JSONReader.endOfDigits(from: exponent, in: bytes)
      guard index > exponent else { throw JSONFault(.malformedNumber, at: start) }
    }
    offset = index
    return NumberToken(isNegative: isNegative, isInteger: isInteger, digits: digits)
  }

  @inline(__always)
  static func endOfDigits(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
    return index
  }

  /// Reads a number as the nearest Double; one beyond the largest Double is a fault.
  @inline(never)
  public mutating func readDouble(in bytes: Span<UInt8>) throws(JSONFault) -> Double {
    if offset >= bytes.count || JSONReader.isBlank(bytes[offset]) { skipBlanks(in: bytes) }
    let start = offset
    let number = try readDecimal(in: bytes)
    if let value = number.exactDouble { return value }
    let value = number.double(of: start..<offset, in: bytes)
    guard value.isFinite else { throw JSONFault(.outsideDouble, at: start) }
    return value
  }

  /// Reads a number as the nearest Float; one beyond the largest Float is a fault.
  public mutating func readFloat(in bytes: Span<UInt8>) throws(JSONFault) -> Float {
    if offset >= bytes.count || JSONReader.isBlank(bytes[offset]) { skipBlanks(in: bytes) }
    let start = offset
    let number = try readDecimal(in: bytes)
    let value = number.float(of: start..<offset, in: bytes)
    guard value.isFinite else { throw JSONFault(.outsideFloat, at: start) }
    return value
  }

  /// Consumes a number token and takes it apart.
  @inline(__always)
  mutating func readDecimal(in bytes: Span<UInt8>) throws(JSONFault) -> JSONDecimal {
    let start = offset
    var number = JSONDecimal()
    number.isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
    let first = number.isNegative ? start + 1 : start
    var index = first
    JSONReader.accumulate(&number.significand, &index, in: bytes)
    let whole = index - first
    guard whole == 1 || (whole > 1 && bytes[first] != UInt8(ascii: "0")) else {
      throw JSONReader.numberFault(at: start, in: bytes)
    }
    var digits = whole
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      JSONReader.accumulate(&number.significand, &index, in: bytes)
      guard index > fraction else { throw JSONFault(.malformedNumber, at: start) }
      number.exponent = fraction - index
      digits += index - fraction
    }
    number.isExact = digits <= 19
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      number.exponent += try JSONReader.exponent(&index, ofNumberAt: start, in: bytes)
    }
    offset = index
    return number
  }

  /// Appends the digits at `index` to `significand`, up to eight at a time; wraps after 19 of them.
  @inline(__always)
  static func accumulate(_ significand: inout UInt64, _ index: inout Int, in bytes: Span<UInt8>) {
    while true {
      let digits = JSONWord.digits(JSONWord.load(at: index, in: bytes))
      let count = JSONWord.countOfDigits(digits)
      if count == 8 {
        significand = significand &* 100_000_000 &+ JSONWord.value(digits)
        index += 8
        continue
      }
      // No branch for each digit: how many there are is a matter of chance.
      if count == 0 { return }
      significand = significand &* powersOfTen[count] &+ JSONWord.value(ofFirst: count, digits)
      index += count
      return
    }
  }

  /// Reads the exponent whose `e` is at `index`; held where a token of any length can still outweigh it.
  @inline(never)
  static func exponent(
    _ index: inout Int, ofNumberAt start: Int, in bytes: Span<UInt8>
  ) throws(JSONFault) -> Int {
    index += 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = min(value * 10 + Int(digit), JSONDecimal.largestExponent)
      index += 1
    }
    guard index > first else { throw JSONFault(.malformedNumber, at: start) }
    return isNegative ? -value : value
  }

  @inline(never)
  static func numberFault(at start: Int, in bytes: Span<UInt8>) -> JSONFault {
    let isNumber = start < bytes.count && JSONValueKind(firstByte: bytes[start]) == .number
    return JSONFault(isNumber ? .malformedNumber : .expectedNumber, at: start)
  }
}
