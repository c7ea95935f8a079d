/// Eight bytes of text at once.
///
/// A string is mostly plain ASCII, and one word of arithmetic tells for eight bytes whether one of
/// them ends the string or needs a closer look.
@usableFromInline enum JSONWord {
  /// The byte 0x01 eight times.
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of each byte.
  @inlinable static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// The highest bit is set in the first byte of `word` (from the lowest) that is a quotation mark, a
  /// backslash, a control character or not ASCII.
  ///
  /// Bits above the first may be wrong, because a subtraction borrows upwards.
  @inlinable @inline(__always)
  static func marks(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let quotes = (quote &- ones) & ~quote
    let backslashes = (backslash &- ones) & ~backslash
    let controls = (word &- (ones &* 0x20)) & ~word
    return (quotes | backslashes | controls | word) & high
  }

  /// Whether a byte of `word` is a quotation mark, a backslash or a control character.
  @inlinable @inline(__always)
  static func needsEscape(_ word: UInt64) -> Bool {
    // A byte beyond ASCII passes through; make it a letter, so that `marks` speaks of the rest alone.
    let beyond = (word & high) >> 7
    let ascii = (word & ~(beyond &* 0xFF)) | (beyond &* 0x61)
    return marks(ascii) != 0
  }

  /// The same for one byte.
  @inlinable @inline(__always)
  static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }
}
