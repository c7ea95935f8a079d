// As Python's json writes them, so that both sides of a log look alike:
//
//     5.0   0.1   123456.789   1234567890123456.0   1e+16   0.0001   1e-05   1.5e-07

extension JSONWriter {
  /// Appends a number as the shortest text that reads back as the same Double: `5.0`, `0.1`, `1e+16`.
  ///
  /// Throws for a NaN and for infinities.
  @inline(never)
  public mutating func write(_ value: Double) throws(UnencodableValue) {
    guard value.isNormal else { return try writeUnusual(value) }
    // A minus is stored in any case, and overwritten where there is none, since the sign is chance.
    let signs = Int(truncatingIfNeeded: value.bitPattern >> 63)
    if writeMillionths(value.magnitude, signs: signs) { return }
    write(DecimalDigits(ofSixteen: ShortestDecimal(normal: value)), signs: signs)
  }

  /// Appends a number below 10^8 that has at most six digits behind the point, as most amounts do; false, and nothing
  /// is appended, for any other.
  ///
  /// No two decimals of 15 digits read as the same Double. So one of them that reads as the given number is, without
  /// the zeros at its end, the shortest text. Whether it does is one division, which IEEE 754 rounds as a reader does.
  @inline(__always)
  private mutating func writeMillionths(_ magnitude: Double, signs: Int) -> Bool {
    // From 0.0001 on there is no exponent.
    guard magnitude < 1e8, magnitude >= 1e-4 else { return false }
    let scaled = magnitude * 1e6
    // Beside 2^52 there is no room for what stands behind the point; the integer is in the lower bits.
    let raised = scaled + 0x1p52
    // Which numbers have few digits is chance. That most of the others have more is known before the division is done:
    // two roundings move a number below 10^14 by less than 0.03.
    guard (scaled - (raised - 0x1p52)).magnitude < 0.03 else { return false }
    let millionths = raised.bitPattern & (1 << 52 - 1)
    guard Double(Int64(bitPattern: millionths)) / 1e6 == magnitude else { return false }
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let before = DecimalDigits.eight(whole)
    let behind = DecimalDigits.eight(rest &* 100)
    // Of zero one digit is left, on either side of the point.
    let leading = (before | 1 << 56).trailingZeroBitCount & ~7
    let count = max(8 &- behind.leadingZeroBitCount >> 3, 1)
    let head = (before | DecimalDigits.zeros) &>> UInt64(truncatingIfNeeded: leading)
    let tail = (behind | DecimalDigits.zeros) << 8 | UInt64(UInt8(ascii: "."))
    let point = signs &+ 8 &- leading >> 3
    var target = window(20).mutableSpan
    var bytes = target.mutableBytes
    bytes.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    bytes.storeBytes(of: head.littleEndian, toByteOffset: signs, as: UInt64.self)
    bytes.storeBytes(of: tail.littleEndian, toByteOffset: point, as: UInt64.self)
    length &+= point &+ 1 &+ count
    return true
  }

  /// Appends a zero or a subnormal number.
  @inline(never)
  private mutating func writeUnusual(_ value: Double) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(value) }
    writeSign(isNegative: value.sign == .minus)
    if value == 0 { return raw("0.0") }
    write(DecimalDigits(ShortestDecimal(subnormal: value)), signs: 0)
  }

  /// Appends a number as the shortest text that reads back as the same Float.
  ///
  /// Throws for a NaN and for infinities.
  @inline(never)
  public mutating func write(_ value: Float) throws(UnencodableValue) {
    guard value.isFinite else { throw UnencodableValue(Double(value)) }
    writeSign(isNegative: value.sign == .minus)
    if value == 0 { return raw("0.0") }
    write(DecimalDigits(ShortestDecimal(value)), signs: 0)
  }

  /// Appends digits behind a minus or none.
  @inline(__always)
  private mutating func write(_ number: DecimalDigits, signs: Int) {
    // Room for the longest number, and for what words reach beyond it.
    var target = window(40).mutableSpan
    var bytes = target.mutableBytes
    bytes.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    length &+= JSONWriter.store(number, at: signs, in: &bytes)
  }

  /// Stores digits with their point where that takes at most 16 places before it and three zeros after, and returns
  /// their end.
  @inline(__always)
  private static func store(_ number: DecimalDigits, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    switch number.point {
    case -3...7: return store(number, point: number.point, at: start, in: &bytes)
    case 8...16: return storeLong(number, at: start, in: &bytes)
    default:
      let end = store(number, point: 1, at: start, in: &bytes)
      // One digit has neither a zero nor a point behind it.
      let place = number.count == 1 ? start &+ 1 : end
      return storeExponent(number.point - 1, at: place, in: &bytes)
    }
  }

  /// Stores digits of which at most seven stand before the point or at most three zeros behind it, and returns their end.
  @inline(__always)
  private static func store(_ number: DecimalDigits, point: Int, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    // Where the point stands is chance, and so a table says what would else be branches.
    let row = 3 &* (point &+ 3)
    let before = pointPlaces[row]
    // 1 to 5; that it is below 8 is said once more, so that no store need be checked.
    let further = Int(truncatingIfNeeded: pointPlaces[row &+ 2] & 7)
    let behind = (number.first & ~before) &<< UInt64(truncatingIfNeeded: 8 &* further)
    let head = number.first & before | pointPlaces[row &+ 1] | behind
    bytes.storeBytes(of: number.first.littleEndian, toByteOffset: start &+ further, as: UInt64.self)
    bytes.storeBytes(of: number.next.littleEndian, toByteOffset: start &+ further &+ 8, as: UInt64.self)
    bytes.storeBytes(of: number.last, toByteOffset: start &+ further &+ 16, as: UInt8.self)
    // All that stands before the digits that follow the point, and the first of those, in one word.
    bytes.storeBytes(of: head.littleEndian, toByteOffset: start, as: UInt64.self)
    // The digits after the last are zeros; one of them stays if nothing else follows the point.
    return start &+ max(number.count, point &+ 1) &+ further
  }

  /// Stores digits of which 8 to 16 stand before the point, and returns their end.
  @inline(__always)
  private static func storeLong(_ number: DecimalDigits, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    // A shift by all 64 bits, where the point stands behind the second word, leaves zero.
    let place = 8 * (number.point - 8)
    let before = (1 as UInt64) << place &- 1
    let mark = UInt64(UInt8(ascii: "."))
    let second = number.next & before | mark << place | (number.next & ~before) << 8
    let third = (place == 64 ? mark : number.next >> 56) | UInt64(number.last) << 8
    bytes.storeBytes(of: number.first.littleEndian, toByteOffset: start, as: UInt64.self)
    bytes.storeBytes(of: second.littleEndian, toByteOffset: start &+ 8, as: UInt64.self)
    bytes.storeBytes(of: third.littleEndian, toByteOffset: start &+ 16, as: UInt64.self)
    return start &+ max(number.count, number.point + 1) + 1
  }

  /// Stores `e+16` with at least two digits and returns its end.
  @inline(__always)
  private static func storeExponent(_ exponent: Int, at start: Int, in bytes: inout MutableRawSpan) -> Int {
    let sign = UInt64(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let digits = DecimalDigits.eight(UInt64(exponent.magnitude)) | DecimalDigits.zeros
    let size = exponent.magnitude < 100 ? 2 : 3
    let text = UInt64(UInt8(ascii: "e")) | sign << 8 | (digits >> (8 * (8 - size))) << 16
    bytes.storeBytes(of: text.littleEndian, toByteOffset: start, as: UInt64.self)
    return start + 2 + size
  }
}

/// For each place of the point from -3 to 7: the bytes of those digits that stand before it, what stands between them and
/// the others, which is the point or "0." and zeros, and how long that is.
private let pointPlaces: [UInt64] = [
  0, 0x30_3030_2E30, 5,
  0, 0x3030_2E30, 4,
  0, 0x30_2E30, 3,
  0, 0x2E30, 2,
  0xFF, 0x2E00, 1,
  0xFFFF, 0x2E_0000, 1,
  0xFF_FFFF, 0x2E00_0000, 1,
  0xFFFF_FFFF, 0x2E_0000_0000, 1,
  0xFF_FFFF_FFFF, 0x2E00_0000_0000, 1,
  0xFFFF_FFFF_FFFF, 0x2E_0000_0000_0000, 1,
  0xFF_FFFF_FFFF_FFFF, 0x2E00_0000_0000_0000, 1,
]
