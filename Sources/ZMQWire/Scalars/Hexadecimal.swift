/// Hexadecimal digits, as UUIDs and JSON's `\uHHHH` are written with.
enum Hexadecimal {
  /// The value of a digit of either case.
  @inline(__always)
  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The value of four digits of either case, the first in the lowest byte; nil where one of them is none.
  @inline(__always)
  static func value(ofFour digits: UInt32) -> UInt32? {
    let ones: UInt32 = 0x0101_0101
    // `A` is 0x41, `a` 0x61 and `0` 0x30. So bit 6 tells a letter, whose lower half is 9 less than its value.
    let letters = digits >> 6 & ones
    let halves = digits & (ones &* 0x0F)
    guard (digits | letters << 5) & (ones &* 0xF0) == ones &* 0x30 &+ letters &* 0x30 else { return nil }
    // Of a digit the lower half is at most 9, of a letter 1 to 6.
    let tooLarge = halves &+ ones &* 6 &+ letters &* 3
    let notZero = halves &+ ones &* 15
    guard (tooLarge | (letters << 4 & ~notZero)) & (ones &* 0x10) == 0 else { return nil }
    let values = halves &+ letters &* 9
    let pairs = values << 4 | values >> 8
    return (pairs & 0xFF) << 8 | pairs >> 16 & 0xFF
  }

  /// The lowercase digit of a value below 16.
  @inline(__always)
  static func digit(of value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value & 15) - 10
  }
}
