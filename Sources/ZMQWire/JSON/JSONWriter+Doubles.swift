// As Python's json writes them, so that both sides of a log look alike:
//
//     5.0   0.1   123456.789   1234567890123456.0   1e+16   0.0001   1e-05   1.5e-07

extension JSONWriter {
  /// Appends a number as the shortest text that reads back as the same Double: `5.0`, `0.1`, `1e+16`.
  ///
  /// Throws for a NaN and for infinities.
  @inlinable public mutating func write(_ value: Double) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(value) }
    writeShortest(value)
  }

  /// Appends a number as the shortest text that reads back as the same Float.
  ///
  /// Throws for a NaN and for infinities.
  @inlinable public mutating func write(_ value: Float) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(Double(value)) }
    writeShortest(value)
  }

  @usableFromInline @inline(never)
  mutating func writeShortest(_ value: Double) {
    let magnitude = value.magnitude
    writeSign(isNegative: value.sign == .minus)
    if writeMillionths(magnitude) { return }
    // A whole number of at most 53 bits is its own shortest text.
    if magnitude < 0x1p53, case let whole = UInt64(magnitude), Double(whole) == magnitude {
      writeDigits(whole)
      raw(".0")
    } else {
      write(DecimalDigits(ShortestDecimal(magnitude)))
    }
  }

  /// Appends a number below 10^8 that has at most six digits behind the point, as most amounts do; false, and nothing
  /// is appended, for any other.
  ///
  /// No two decimals of 15 digits read as the same Double. So one of them that reads as the given number is, without
  /// the zeros at its end, the shortest text. Whether it does is one division, which IEEE 754 rounds as a reader does.
  @inline(__always)
  private mutating func writeMillionths(_ magnitude: Double) -> Bool {
    // From 0.0001 on there is no exponent.
    guard magnitude < 1e8, magnitude >= 1e-4 || magnitude == 0 else { return false }
    let millionths = Int64(magnitude * 1e6 + 0.5)
    guard Double(millionths) / 1e6 == magnitude else { return false }
    let (whole, rest) = UInt64(truncatingIfNeeded: millionths).quotientAndRemainder(dividingBy: 1_000_000)
    writeDigits(whole)
    let digits = DecimalDigits.eight(rest &* 100)
    // One zero stays if nothing else follows the point.
    let count = max(8 - digits.leadingZeroBitCount >> 3, 1)
    reserve(9)
    put(UInt8(ascii: "."))
    append(digits | DecimalDigits.zeros, size: count)
    return true
  }

  @usableFromInline @inline(never)
  mutating func writeShortest(_ value: Float) {
    let magnitude = value.magnitude
    writeSign(isNegative: value.sign == .minus)
    if magnitude < 0x1p24, case let whole = UInt64(magnitude), Float(whole) == magnitude {
      writeDigits(whole)
      raw(".0")
    } else {
      write(DecimalDigits(ShortestDecimal(magnitude)))
    }
  }

  /// Appends digits with their point where that takes at most 16 places before it and three zeros after.
  @inline(__always)
  private mutating func write(_ number: DecimalDigits) {
    reserve(32)
    let start = length
    var target = storage.mutableSpan
    var bytes = target.mutableBytes
    let end: Int
    switch number.point {
    case 1...7:
      // All one place further than they belong; then those before the point, and the point, in one word.
      JSONWriter.store(number, at: start + 1, in: &bytes)
      let place = UInt64(truncatingIfNeeded: 8 &* number.point)
      let digits = UInt64(number.first) | number.next << 8
      let before = (1 &<< place) &- 1
      let word = digits & before | UInt64(UInt8(ascii: ".")) &<< place | (digits & ~before) << 8
      bytes.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
      end = start + max(number.count, number.point + 1) + 1
    case 8...16:
      // One place further than they belong, and those before the point moved back.
      JSONWriter.store(number, at: start + 1, in: &bytes)
      for index in start..<start + number.point { target[index] = target[index + 1] }
      target[start + number.point] = UInt8(ascii: ".")
      // The digits after the last are zeros; one of them stays if nothing else follows the point.
      end = start + max(number.count, number.point + 1) + 1
    case -3...0:
      let zeros = -number.point
      bytes.storeBytes(of: 0x3030_3030_3030_2E30, toByteOffset: start, as: UInt64.self)
      JSONWriter.store(number, at: start + 2 + zeros, in: &bytes)
      end = start + 2 + zeros + number.count
    default:
      JSONWriter.store(number, at: start + 1, in: &bytes)
      target[start] = number.first
      target[start + 1] = UInt8(ascii: ".")
      let place = number.count == 1 ? start + 1 : start + number.count + 1
      end = JSONWriter.storeExponent(number.point - 1, at: place, in: &target)
    }
    length = end
  }

  /// Stores all 17 digits.
  @inline(__always)
  private static func store(_ number: DecimalDigits, at start: Int, in bytes: inout MutableRawSpan) {
    bytes.storeBytes(of: number.first, toByteOffset: start, as: UInt8.self)
    bytes.storeBytes(of: number.next.littleEndian, toByteOffset: start + 1, as: UInt64.self)
    bytes.storeBytes(of: number.last.littleEndian, toByteOffset: start + 9, as: UInt64.self)
  }

  /// Stores `e+16` with at least two digits and returns where it ends.
  private static func storeExponent(_ exponent: Int, at start: Int, in target: inout MutableSpan<UInt8>) -> Int {
    target[start] = UInt8(ascii: "e")
    target[start + 1] = exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
    let (hundreds, rest) = exponent.magnitude.quotientAndRemainder(dividingBy: 100)
    var place = start + 2
    if hundreds > 0 {
      target[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: hundreds)
      place += 1
    }
    target[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10)
    target[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
    return place + 2
  }
}
