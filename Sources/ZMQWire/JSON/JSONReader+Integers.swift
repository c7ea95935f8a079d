extension JSONReader {
  /// Reads an integer token; `5.0` and `1e3` are numbers and not integers.
  ///
  /// Exact for every type of up to 64 bits; a token that the type cannot hold is a fault.
  @inlinable @inline(__always)
  public mutating func readInt<T: FixedWidthInteger>(
    as type: T.Type = T.self, in bytes: Span<UInt8>
  ) throws(JSONFault) -> T {
    let word = JSONWord.load(at: offset, in: bytes)
    let digits = JSONWord.digits(word)
    let count = JSONWord.countOfDigits(digits)
    if count == 1 || (count > 1 && count < 8 && digits & 0xFF != 0), !JSONReader.goesOn(word, behind: count),
      let value = T(exactly: JSONWord.value(ofFirst: count, digits))
    {
      offset &+= count
      return value
    }
    return try readAnyInt(in: bytes)
  }

  /// The same for any number of digits, a minus, blanks in front, and what is wrong.
  @inlinable @inline(never)
  mutating func readAnyInt<T: FixedWidthInteger>(in bytes: Span<UInt8>) throws(JSONFault) -> T {
    let start = offset
    guard let value = readLongInt(in: bytes) else { return try readIntSlowly(in: bytes) }
    guard let exact = T(exactly: value) else { throw JSONFault(.outside(T.self), at: start) }
    return exact
  }

  /// Whether a number whose first bytes are in `word` has a fraction or an exponent behind so many digits.
  @inlinable @inline(__always)
  static func goesOn(_ word: UInt64, behind count: Int) -> Bool {
    let byte = UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* count))
    return byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  /// Reads an integer of at most 18 digits, which fit both ways; nil, the cursor unmoved, for anything else.
  @usableFromInline @inline(never)
  mutating func readLongInt(in bytes: Span<UInt8>) -> Int64? {
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    let first = isNegative ? offset + 1 : offset
    var index = first
    var magnitude: UInt64 = 0
    JSONReader.accumulate(&magnitude, &index, in: bytes)
    let count = index - first
    guard count == 1 || (count > 1 && count < 19 && bytes[first] != UInt8(ascii: "0")) else { return nil }
    if JSONReader.goesOn(JSONWord.load(at: index, in: bytes), behind: 0) { return nil }
    offset = index
    return isNegative ? 0 &- Int64(truncatingIfNeeded: magnitude) : Int64(truncatingIfNeeded: magnitude)
  }

  /// Reads an integer after blanks, of 19 digits and more, or finds out what is wrong.
  @usableFromInline @inline(never)
  mutating func readIntSlowly<T: FixedWidthInteger>(in bytes: Span<UInt8>) throws(JSONFault) -> T {
    skipBlanks(in: bytes)
    guard peek(in: bytes) == .number else { throw JSONFault(.expectedInteger, at: offset) }
    var after = self
    let token = try after.scanNumber(in: bytes)
    guard token.isInteger else { throw JSONFault(.expectedInteger, at: offset) }
    guard let value: T = JSONReader.integer(token, endingAt: after.offset, in: bytes) else {
      throw JSONFault(.outside(T.self), at: offset)
    }
    offset = after.offset
    return value
  }

  /// The value of an integer token; nil where `T` cannot hold it.
  static func integer<T: FixedWidthInteger>(
    _ token: NumberToken, endingAt end: Int, in bytes: Span<UInt8>
  ) -> T? {
    var magnitude: UInt64 = 0
    for index in token.digits..<end {
      let digit = UInt64(bytes[index] &- UInt8(ascii: "0"))
      let (tenfold, overflows) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, alsoOverflows) = tenfold.addingReportingOverflow(digit)
      if overflows || alsoOverflows { return nil }
      magnitude = sum
    }
    return token.isNegative ? T(exactly: -Int128(magnitude)) : T(exactly: magnitude)
  }
}
