/// Eight bytes of text at once, the first in the lowest byte.
///
/// A string is mostly plain ASCII, and a number mostly digits: one word of arithmetic tells for eight bytes
/// where either ends, without a branch for each.
@usableFromInline enum JSONWord {
  /// The byte 0x01 eight times.
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  /// The highest bit of each byte.
  @inlinable static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// The eight bytes at `index`, beyond the end of the text zeros.
  @inlinable @inline(__always)
  static func load(at index: Int, in bytes: Span<UInt8>) -> UInt64 {
    if index >= 0, bytes.count &- index >= 8 { return unchecked(at: index, in: bytes) }
    return loadLast(from: index, in: bytes)
  }

  /// The eight bytes at `index`; that they are there, the caller has checked.
  @inlinable @inline(__always)
  static func unchecked(at index: Int, in bytes: Span<UInt8>) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  @usableFromInline @inline(never)
  static func loadLast(from index: Int, in bytes: Span<UInt8>) -> UInt64 { last(from: index, in: bytes) }

  /// The fewer than eight bytes from `index`, then zeros; without a loop.
  @inline(__always)
  static func last(from index: Int, in bytes: Span<UInt8>) -> UInt64 {
    let text = bytes.bytes
    let size = bytes.count
    let left = size - index
    if size >= 8 {
      let word = UInt64(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: size - 8, as: UInt64.self))
      return word >> UInt64(8 * (8 - left))
    }
    // What two of the pieces hold is the same, so that both may say it.
    if left >= 4 {
      let head = UInt32(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self))
      let tail = UInt32(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: size - 4, as: UInt32.self))
      return UInt64(head) | UInt64(tail) << UInt64(8 * (left - 4))
    }
    if left == 0 { return 0 }
    let middle = UInt64(bytes[index + left / 2]) << UInt64(8 * (left / 2))
    return UInt64(bytes[index]) | middle | UInt64(bytes[size - 1]) << UInt64(8 * (left - 1))
  }

  /// The highest bit is set in the first byte of `word` that is a quotation mark, a backslash, a control
  /// character or not ASCII.
  ///
  /// Bits above the first may be wrong, because a subtraction borrows upwards.
  @inlinable @inline(__always)
  static func marks(_ word: UInt64) -> UInt64 { (escapes(word) | word) & high }

  /// Whether a byte of `word` is a quotation mark, a backslash or a control character.
  @inlinable @inline(__always)
  static func needsEscape(_ word: UInt64) -> Bool { escapes(word) & high != 0 }

  /// The same for two words.
  @inline(__always)
  static func needsEscape(_ first: UInt64, _ second: UInt64) -> Bool { (escapes(first) | escapes(second)) & high != 0 }

  /// The same for four words.
  @inline(__always)
  static func needsEscape(_ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>) -> Bool {
    let found = escapes(first) | escapes(second)
    return (found[0] | found[1]) & high != 0
  }

  /// The same for one byte.
  @inlinable @inline(__always)
  static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  /// The highest bit is set in the first byte that needs an escape; a byte beyond ASCII sets none.
  @inlinable @inline(__always)
  static func escapes(_ word: UInt64) -> UInt64 {
    // A quotation mark becomes 0x20 and control characters stay below it, while 0x20 and 0x21 move away: one subtraction
    // finds both. What is XORed keeps its highest bit, and so the last term masks all that is not ASCII.
    let quotesAndControls = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    return (quotesAndControls | backslashes) & ~word
  }

  /// The same in two words.
  @inline(__always)
  static func escapes(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let quotesAndControls = (words ^ SIMD2(repeating: ones &* 0x02)) &- SIMD2(repeating: ones &* 0x21)
    let backslashes = (words ^ SIMD2(repeating: ones &* 0x5C)) &- SIMD2(repeating: ones)
    return (quotesAndControls | backslashes) & ~words
  }

  /// All bits of the bytes before the first quotation mark, of all eight bytes where there is none.
  @inline(__always)
  static func bytesBeforeQuote(_ word: UInt64) -> UInt64 {
    let others = word ^ (ones &* 0x22)
    let quotes = (others &- ones) & ~others & high
    return (quotes & (0 &- quotes)) >> 7 &- 1
  }

  // MARK: Digits

  /// The values of those bytes that are digits; any other byte is more than 9.
  @inlinable @inline(__always)
  static func digits(_ word: UInt64) -> UInt64 { word ^ (ones &* 0x30) }

  /// How many of the digits stand before the first byte that is none.
  @inlinable @inline(__always)
  static func countOfDigits(_ digits: UInt64) -> Int {
    // 10 + 6 is the first to reach the upper half of its byte. Only from a byte that is none a sum reaches the next byte.
    let others = (digits &+ (ones &* 6) | digits) & (ones &* 0xF0)
    return others.trailingZeroBitCount >> 3
  }

  /// The value of the first `count` digits, of 1 to 8.
  @inlinable @inline(__always)
  static func value(ofFirst count: Int, _ digits: UInt64) -> UInt64 {
    // Moved to the end of the word, so that zeros stand before them.
    value(digits &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// The value of eight digits: pairs, then fours, then all.
  @inlinable @inline(__always)
  static func value(_ digits: UInt64) -> UInt64 {
    let pairs = digits &* 10 &+ (digits >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let even = (pairs & mask) &* 0x000F_4240_0000_0064
    let odd = ((pairs >> 16) & mask) &* 0x0000_2710_0000_0001
    return (even &+ odd) >> 32
  }
}
