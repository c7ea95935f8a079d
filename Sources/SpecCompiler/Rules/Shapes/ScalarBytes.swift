import SpecModel

/// The bytes of a constant in a frame.
enum ScalarBytes {
  /// The bytes, or nil where the codec cannot write the value: a number that does not fit, a text where a number belongs.
  static func bytes(of value: ValueSpec.Content, as codec: ScalarCodec) -> [UInt8]? {
    switch (codec, value) {
    case (.text, .string(let text)), (.bytes, .string(let text)): return Array(text.utf8)
    case (.text, .int(let number)): return Array(String(number).utf8)
    case (.text, .uint(let number)): return Array(String(number).utf8)
    case (.integer(let bits, let isSigned, let isLittleEndian), .int(let number)):
      guard fits(number, bits: bits, isSigned: isSigned) else { return nil }
      return bytes(of: UInt64(bitPattern: number), count: bits / 8, isLittleEndian: isLittleEndian)
    case (.integer(let bits, let isSigned, let isLittleEndian), .uint(let number)):
      guard bits == 64, !isSigned else { return nil }
      return bytes(of: number, count: 8, isLittleEndian: isLittleEndian)
    case (.lengthPrefixedText(let bits), .string(let text)), (.lengthPrefixedBytes(let bits), .string(let text)):
      let count = text.utf8.count
      guard bits >= 32 || count < 1 << bits else { return nil }
      return bytes(of: UInt64(count), count: bits / 8, isLittleEndian: false) + text.utf8
    default: return nil
    }
  }

  private static func fits(_ number: Int64, bits: Int, isSigned: Bool) -> Bool {
    if bits == 64 { return isSigned || number >= 0 }
    let limit = Int64(1) << (isSigned ? bits - 1 : bits)
    return number < limit && number >= (isSigned ? -limit : 0)
  }

  private static func bytes(of number: UInt64, count: Int, isLittleEndian: Bool) -> [UInt8] {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }
}
