/// The well-formed byte sequences of UTF-8 (Unicode, table 3-7).
@usableFromInline enum UTF8Sequence {
  /// The length, 1 to 4, of the well-formed sequence at `index`; 0 where there is none.
  static func length(at index: Int, in bytes: Span<UInt8>) -> Int {
    let left = bytes.count - index
    guard left > 0 else { return 0 }
    let first = bytes[index]
    if first < 0x80 { return 1 }
    guard left > 1 else { return 0 }
    let second = bytes[index + 1]
    // Only the second byte's range depends on the first: no overlong forms, no surrogates, nothing
    // beyond U+10FFFF.
    switch first {
    case 0xC2...0xDF: return isContinuation(second) ? 2 : 0
    case 0xE0: guard second >= 0xA0, second <= 0xBF else { return 0 }
    case 0xED: guard second >= 0x80, second <= 0x9F else { return 0 }
    case 0xE1...0xEF: guard isContinuation(second) else { return 0 }
    case 0xF0: guard second >= 0x90, second <= 0xBF else { return 0 }
    case 0xF1...0xF3: guard isContinuation(second) else { return 0 }
    case 0xF4: guard second >= 0x80, second <= 0x8F else { return 0 }
    default: return 0
    }
    guard left > 2, isContinuation(bytes[index + 2]) else { return 0 }
    if first < 0xF0 { return 3 }
    guard left > 3, isContinuation(bytes[index + 3]) else { return 0 }
    return 4
  }

  /// Stores the sequence of a scalar value at `start` and returns its length, 1 to 4.
  @inline(__always)
  static func put(_ scalar: UInt32, at start: Int, in target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var bytes = target.mutableSpan
    if scalar < 0x80 {
      bytes[start] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    // From the last byte on, six bits each; the first holds the length as leading ones.
    var rest = scalar
    for place in (1..<length).reversed() {
      bytes[start + place] = 0x80 | UInt8(truncatingIfNeeded: rest & 0x3F)
      rest >>= 6
    }
    bytes[start] = UInt8(truncatingIfNeeded: 0xF00 >> length) & 0xF0 | UInt8(truncatingIfNeeded: rest)
    return length
  }

  /// The text of a range; nil where that is not UTF-8.
  @usableFromInline static func string(_ range: Range<Int>, in bytes: Span<UInt8>) -> String? {
    isWellFormed(range, in: bytes) ? JSONReader.plainString(range, in: bytes) : nil
  }

  /// Whether a range is UTF-8; eight bytes at a time where it is ASCII.
  @usableFromInline static func isWellFormed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var index = range.lowerBound
    let text = bytes.bytes
    while index < range.upperBound {
      if range.upperBound - index >= 8,
        text.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let length = length(at: index, in: bytes)
      guard length > 0, index + length <= range.upperBound else { return false }
      index += length
    }
    return true
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
