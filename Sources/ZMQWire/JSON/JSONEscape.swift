/// One backslash escape of a JSON string.
///
/// RFC 8259, section 7: `\"` `\\` `\/` `\b` `\f` `\n` `\r` `\t` `\uHHHH`, where a character beyond the
/// basic plane is written as a surrogate pair, `\ud834\udd1e`.
enum JSONEscape {
  /// A character and the index after its escape.
  case scalar(Unicode.Scalar, next: Int)
  /// Not an escape, or the text ends within it.
  case malformed
  /// Half of a surrogate pair, which is no character.
  case loneSurrogate

  /// Decodes the escape whose backslash is at `start`.
  static func decode(at start: Int, in bytes: Span<UInt8>) -> JSONEscape {
    guard start + 1 < bytes.count else { return .malformed }
    let next = start + 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return .scalar("\"", next: next)
    case UInt8(ascii: "\\"): return .scalar("\\", next: next)
    case UInt8(ascii: "/"): return .scalar("/", next: next)
    case UInt8(ascii: "b"): return .scalar("\u{08}", next: next)
    case UInt8(ascii: "f"): return .scalar("\u{0C}", next: next)
    case UInt8(ascii: "n"): return .scalar("\n", next: next)
    case UInt8(ascii: "r"): return .scalar("\r", next: next)
    case UInt8(ascii: "t"): return .scalar("\t", next: next)
    case UInt8(ascii: "u"): return unit(at: start, in: bytes)
    default: return .malformed
    }
  }

  /// Decodes `\uHHHH`, or `\uHHHH\uHHHH` for a pair.
  private static func unit(at start: Int, in bytes: Span<UInt8>) -> JSONEscape {
    guard let first = hexadecimal(at: start + 2, in: bytes) else { return .malformed }
    if let scalar = Unicode.Scalar(first) { return .scalar(scalar, next: start + 6) }
    // What is no scalar in 16 bits is a surrogate.
    guard first < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
      bytes[start + 7] == UInt8(ascii: "u")
    else { return .loneSurrogate }
    guard let second = hexadecimal(at: start + 8, in: bytes) else { return .malformed }
    guard second >= 0xDC00, second <= 0xDFFF,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return .loneSurrogate }
    return .scalar(scalar, next: start + 12)
  }

  /// The value of four hexadecimal digits.
  private static func hexadecimal(at start: Int, in bytes: Span<UInt8>) -> UInt32? {
    guard bytes.count - start >= 4 else { return nil }
    return Hexadecimal.value(
      ofFour: UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)))
  }
}
