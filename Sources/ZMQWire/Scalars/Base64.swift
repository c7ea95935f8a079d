/// Base64 as RFC 4648, section 4, has it: the alphabet with `+` and `/`, and padding.
///
/// JSON has no bytes, so a field of type `bytes` is such a string. Reading is strict: one array of
/// bytes has one text, so two peers never disagree about whether two messages are the same.
///
/// ```swift
/// Base64.encode([0xFF, 0x00])   // "/wA="
/// ```
public enum Base64 {
  /// The text of `bytes`.
  public static func encode(_ bytes: Span<UInt8>) -> String {
    String(unsafeUninitializedCapacity: length(ofEncoded: bytes.count)) { buffer in
      var target = buffer.mutableSpan
      write(bytes, to: &target, at: 0)
      return length(ofEncoded: bytes.count)
    }
  }

  /// The text of `bytes`.
  public static func encode(_ bytes: [UInt8]) -> String { encode(bytes.span) }

  /// The bytes of a text; nil where it has another length, another character, or spare bits that are not zero.
  public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    if text.isEmpty { return [] }
    var padding = 0
    if text[text.count - 1] == UInt8(ascii: "=") { padding = text[text.count - 2] == UInt8(ascii: "=") ? 2 : 1 }
    var isValid = true
    let count = text.count / 4 * 3 - padding
    let decoded = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      // An invalid digit is 0xFF and so marks the sum for good: no branch for each.
      var seen: UInt32 = 0
      for group in 0..<count / 3 {
        let value = Base64.value(of: text, at: group * 4, seen: &seen)
        buffer[group * 3] = UInt8(truncatingIfNeeded: value >> 16)
        buffer[group * 3 + 1] = UInt8(truncatingIfNeeded: value >> 8)
        buffer[group * 3 + 2] = UInt8(truncatingIfNeeded: value)
      }
      if padding > 0 {
        let start = text.count - 4
        let a = UInt32(digits[Int(text[start])])
        let b = UInt32(digits[Int(text[start + 1])])
        let c = padding == 1 ? UInt32(digits[Int(text[start + 2])]) : 0
        seen |= a | b | c
        let value = a << 18 | b << 12 | c << 6
        buffer[count / 3 * 3] = UInt8(truncatingIfNeeded: value >> 16)
        if padding == 1 { buffer[count / 3 * 3 + 1] = UInt8(truncatingIfNeeded: value >> 8) }
        let spare: UInt32 = padding == 1 ? 0xFF : 0xFFFF
        if value & spare != 0 { isValid = false }
      }
      if seen & 0x80 != 0 { isValid = false }
      initialized = count
    }
    return isValid ? decoded : nil
  }

  /// The bytes of a text, as ``decode(_:)-swift.type.method``.
  public static func decode(_ text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    return decode(utf8.span)
  }

  /// How long the text of so many bytes is.
  static func length(ofEncoded count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Writes the text of `bytes` to `target` from `start`.
  static func write(_ bytes: Span<UInt8>, to target: inout MutableSpan<UInt8>, at start: Int) {
    var place = start
    var index = 0
    while bytes.count - index >= 3 {
      let value = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
      target[place] = alphabet[Int(value >> 18)]
      target[place + 1] = alphabet[Int(value >> 12 & 63)]
      target[place + 2] = alphabet[Int(value >> 6 & 63)]
      target[place + 3] = alphabet[Int(value & 63)]
      index += 3
      place += 4
    }
    let left = bytes.count - index
    if left == 0 { return }
    let value = UInt32(bytes[index]) << 16 | (left == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
    target[place] = alphabet[Int(value >> 18)]
    target[place + 1] = alphabet[Int(value >> 12 & 63)]
    target[place + 2] = left == 2 ? alphabet[Int(value >> 6 & 63)] : UInt8(ascii: "=")
    target[place + 3] = UInt8(ascii: "=")
  }

  /// The 24 bits of four digits; `seen` keeps the mark of an invalid one.
  @inline(__always)
  private static func value(of text: Span<UInt8>, at start: Int, seen: inout UInt32) -> UInt32 {
    let a = UInt32(digits[Int(text[start])])
    let b = UInt32(digits[Int(text[start + 1])])
    let c = UInt32(digits[Int(text[start + 2])])
    let d = UInt32(digits[Int(text[start + 3])])
    seen |= a | b | c | d
    return a << 18 | b << 12 | c << 6 | d
  }
}

/// The 64 digits: `A`…`Z`, `a`…`z`, `0`…`9`, `+`, `/`.
private let alphabet: [UInt8] = [
  65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80,
  81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 97, 98, 99, 100, 101, 102,
  103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118,
  119, 120, 121, 122, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 43, 47,
]

/// The value of each byte as a digit; 255 for a byte that is none.
private let digits: [UInt8] = [
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 62, 255, 255, 255, 63,
  52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 255, 255, 255, 255, 255, 255,
  255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 255, 255, 255, 255, 255,
  255, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
  41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
]
