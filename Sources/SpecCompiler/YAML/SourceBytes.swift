import SpecModel

/// The bytes of a file, before YAML is asked about them: its size, its encoding, its characters.
enum SourceBytes {
  /// The largest file that is read.
  static let limit = 16 * 1024 * 1024

  /// The text of a file; nil where it cannot be read on, which the diagnostics explain.
  ///
  /// A byte-order mark is dropped. libyaml would itself accept UTF-16, and would tell of a forbidden
  /// character without its line.
  static func decode(_ bytes: [UInt8]) -> (text: String?, diagnostics: [Diagnostic]) {
    if bytes.count > limit {
      return (nil, [tooLarge(bytes.count)])
    }
    if let name = foreignEncoding(bytes) {
      let finding = Diagnostic(
        Code.notUTF8, at: .beginning, "expected UTF-8, found \(name)", help: "save the file as UTF-8")
      return (nil, [finding])
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scanner = Scanner()
    let flaw = bytes.withUnsafeBufferPointer { scanner.firstFlaw(in: UnsafeBufferPointer(rebasing: $0[start...])) }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    guard let flaw else { return (text, []) }
    return (text, [diagnostic(for: flaw, byteOffset: flaw.offset + start)])
  }

  private static func tooLarge(_ count: Int) -> Diagnostic {
    Diagnostic(
      Code.tooLarge, at: .beginning,
      "the file has \(count) bytes, and a protocol file may have at most \(limit)",
      help: "split the protocol into several files: each stands alone")
  }

  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    // Without a byte-order mark, ASCII text in UTF-16 has a zero in every second byte.
    guard bytes.count >= 4 else { return nil }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true] ? "UTF-16" : nil
  }

  private static func diagnostic(for flaw: Flaw, byteOffset: Int) -> Diagnostic {
    let range = SourceRange(line: flaw.position.line, columns: flaw.position.column..<flaw.position.column + 1)
    switch flaw.kind {
    case .notUTF8(let byte):
      return Diagnostic(
        Code.notUTF8, at: range,
        "expected UTF-8, found the byte \(hexadecimal(UInt32(byte), digits: 2)) at offset \(byteOffset)",
        help: "save the file as UTF-8")
    case .forbidden(let scalar):
      return Diagnostic(
        Code.forbiddenCharacter, at: range,
        "YAML forbids the character U+\(hexadecimal(scalar, digits: 4).dropFirst(2)), found at offset \(byteOffset)",
        help:
          "remove it, or write it as an escape in double quotes: \"\\u\(hexadecimal(scalar, digits: 4).dropFirst(2))\"")
    }
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The first byte or character that cannot stand in a file.
  struct Flaw {
    /// What is wrong with it.
    enum Kind {
      /// A byte that is no part of a well-formed UTF-8 sequence.
      case notUTF8(UInt8)
      /// A character that YAML excludes.
      case forbidden(UInt32)
    }

    /// What is wrong.
    var kind: Kind
    /// The offset in the text, in bytes.
    var offset: Int
    /// The place in the text.
    var position: SourcePosition
  }

  /// Reads characters, counting lines as libyaml does.
  struct Scanner {
    private var position = SourcePosition(line: 1, column: 1)

    /// The first flaw, or nil.
    mutating func firstFlaw(in bytes: UnsafeBufferPointer<UInt8>) -> Flaw? {
      var offset = 0
      while offset < bytes.count {
        guard let (scalar, length) = Scanner.decode(bytes, at: offset) else {
          return Flaw(kind: .notUTF8(bytes[offset]), offset: offset, position: position)
        }
        guard Scanner.isAllowed(scalar) else {
          return Flaw(kind: .forbidden(scalar), offset: offset, position: position)
        }
        offset += length
        let isBreak: Bool
        switch scalar {
        case 0x0A, 0x85, 0x2028, 0x2029: isBreak = true
        case 0x0D: isBreak = offset >= bytes.count || bytes[offset] != 0x0A
        default: isBreak = false
        }
        if isBreak {
          position = SourcePosition(line: position.line + 1, column: 1)
        } else {
          position.column += 1
        }
      }
      return nil
    }

    /// The characters of YAML's `c-printable`, without a byte-order mark inside the text.
    private static func isAllowed(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
        true
      default: false
      }
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
      let first = UInt32(bytes[offset])
      let (length, bits, least): (Int, UInt32, UInt32)
      switch first {
      case 0x00...0x7F: return (first, 1)
      case 0xC2...0xDF: (length, bits, least) = (2, first & 0x1F, 0x80)
      case 0xE0...0xEF: (length, bits, least) = (3, first & 0x0F, 0x800)
      case 0xF0...0xF4: (length, bits, least) = (4, first & 0x07, 0x10000)
      default: return nil
      }
      guard offset + length <= bytes.count else { return nil }
      var scalar = bits
      for next in 1..<length {
        let byte = UInt32(bytes[offset + next])
        guard byte & 0xC0 == 0x80 else { return nil }
        scalar = scalar << 6 | byte & 0x3F
      }
      guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
      return (scalar, length)
    }
  }
}
