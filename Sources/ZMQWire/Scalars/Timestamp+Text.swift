// RFC 3339, section 5.6:   2026-01-31T09:30:00.25Z
//                          2026-01-31T10:30:00.25+01:00   the same moment

extension Timestamp: LosslessStringConvertible {
  /// What reading a text gave.
  @usableFromInline enum Parsed {
    case timestamp(Timestamp)
    /// Not a date and time of RFC 3339.
    case malformed
    /// One that a Timestamp cannot hold: outside the years, finer than a microsecond, a leap second.
    case outOfRange
  }

  /// The moment that `text` names; nil where it is none or cannot be held exactly.
  public init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard case .timestamp(let timestamp) = Timestamp.parse(utf8.span) else { return nil }
    self = timestamp
  }

  /// Reads RFC 3339; an offset from UTC is converted.
  @usableFromInline static func parse(_ text: Span<UInt8>) -> Parsed {
    // 2026-01-31T09:30:00
    // 0123456789012345678
    guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] | 0x20 == UInt8(ascii: "t"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let century = pair(text, at: 0), let ofCentury = pair(text, at: 2), let month = pair(text, at: 5),
      let day = pair(text, at: 8), let hour = pair(text, at: 11), let minute = pair(text, at: 14),
      let second = pair(text, at: 17)
    else { return .malformed }
    let year = century * 100 + ofCentury
    guard month >= 1, month <= 12, day >= 1, day <= CivilDate.days(inMonth: month, ofYear: year), hour <= 23,
      minute <= 59, second <= 60
    else { return .malformed }
    var index = 19
    guard let fraction = self.fraction(text, &index), let offset = self.offset(text, &index), index == text.count else {
      return .malformed
    }
    // 60 is a leap second, which a count of microseconds has no number for.
    guard let microsecond = fraction.microsecond, second < 60 else { return .outOfRange }
    let days = CivilDate(year: year, month: month, day: day).daysSince1970
    let seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset * 60
    guard let timestamp = Timestamp(microseconds: Int64(seconds) * 1_000_000 + Int64(microsecond)) else {
      return .outOfRange
    }
    return .timestamp(timestamp)
  }

  /// Two digits.
  private static func pair(_ text: Span<UInt8>, at index: Int) -> Int? {
    let tens = text[index] &- UInt8(ascii: "0")
    let units = text[index + 1] &- UInt8(ascii: "0")
    return tens <= 9 && units <= 9 ? Int(tens) * 10 + Int(units) : nil
  }

  /// `.25`, or nothing. The inner value is nil where a digit after the sixth is not zero.
  private static func fraction(_ text: Span<UInt8>, _ index: inout Int) -> (microsecond: Int?, digits: Int)? {
    guard index < text.count, text[index] == UInt8(ascii: ".") else { return (0, 0) }
    index += 1
    var value = 0
    var digits = 0
    var isExact = true
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      if digits < 6 { value = value * 10 + Int(digit) } else if digit > 0 { isExact = false }
      digits += 1
      index += 1
    }
    if digits == 0 { return nil }
    for _ in min(digits, 6)..<6 { value *= 10 }
    return (isExact ? value : nil, digits)
  }

  /// `Z`, or `+01:00`: minutes east of UTC.
  private static func offset(_ text: Span<UInt8>, _ index: inout Int) -> Int? {
    guard index < text.count else { return nil }
    let sign = text[index]
    if sign | 0x20 == UInt8(ascii: "z") {
      index += 1
      return 0
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.count - index >= 6,
      text[index + 3] == UInt8(ascii: ":"), let hours = pair(text, at: index + 1), hours <= 23,
      let minutes = pair(text, at: index + 4), minutes <= 59
    else { return nil }
    index += 6
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The canonical text: `Z`, and six digits of a fraction unless it is zero.
  public var description: String {
    String(unsafeUninitializedCapacity: 27) { buffer in
      var target = buffer.mutableSpan
      return write(to: &target, at: 0)
    }
  }

  /// Writes the text, at most 27 bytes, to `target` from `start` and returns its length.
  func write(to target: inout MutableSpan<UInt8>, at start: Int) -> Int {
    let (days, ofDay) = microseconds.quotientAndRemainderRoundedDown(dividingBy: 86_400_000_000)
    let date = CivilDate(daysSince1970: Int(days))
    let (second, fraction) = Int(ofDay).quotientAndRemainder(dividingBy: 1_000_000)
    var place = start
    Timestamp.put(date.year, digits: 4, "-", &target, &place)
    Timestamp.put(date.month, digits: 2, "-", &target, &place)
    Timestamp.put(date.day, digits: 2, "T", &target, &place)
    Timestamp.put(second / 3600, digits: 2, ":", &target, &place)
    Timestamp.put(second / 60 % 60, digits: 2, ":", &target, &place)
    Timestamp.put(second % 60, digits: 2, fraction == 0 ? "Z" : ".", &target, &place)
    if fraction != 0 { Timestamp.put(fraction, digits: 6, "Z", &target, &place) }
    return place - start
  }

  private static func put(
    _ value: Int, digits: Int, _ end: Unicode.Scalar, _ target: inout MutableSpan<UInt8>, _ place: inout Int
  ) {
    var rest = value
    for index in (0..<digits).reversed() {
      target[place + index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    target[place + digits] = UInt8(ascii: end)
    place += digits + 1
  }
}

extension Int64 {
  /// Division that rounds towards the past, so that the remainder is never negative.
  fileprivate func quotientAndRemainderRoundedDown(dividingBy divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
