extension JSONReader {
  /// Reads an integer token; `5.0` and `1e3` are numbers and not integers.
  ///
  /// Exact for every type of up to 64 bits; a token that the type cannot hold is a fault.
  @inlinable @inline(__always)
  public mutating func readInt<T: FixedWidthInteger>(
    as type: T.Type = T.self, in bytes: Span<UInt8>
  ) throws(JSONFault) -> T {
    var index = offset
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    let first = index
    var magnitude: UInt64 = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      // Wraps after 19 digits; the count of digits below sends such a token to the slow path.
      magnitude = magnitude &* 10 &+ UInt64(digit)
      index += 1
    }
    let count = index - first
    let isPlain = count == 1 || (count > 1 && count < 19 && bytes[first] != UInt8(ascii: "0"))
    guard isPlain, !JSONReader.numberGoesOn(at: index, in: bytes) else {
      return try readIntSlowly(in: bytes)
    }
    // 18 digits fit both ways.
    let value = isNegative ? 0 &- Int64(truncatingIfNeeded: magnitude) : Int64(truncatingIfNeeded: magnitude)
    guard let exact = T(exactly: value) else { throw JSONFault(.outside(type), at: offset) }
    offset = index
    return exact
  }

  /// Whether the byte at `index` makes the digits before it the beginning of a number that is no integer.
  @inlinable @inline(__always)
  static func numberGoesOn(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index < bytes.count else { return false }
    return bytes[index] == UInt8(ascii: ".") || bytes[index] | 0x20 == UInt8(ascii: "e")
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
