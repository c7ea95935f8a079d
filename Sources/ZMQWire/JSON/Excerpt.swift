/// A short, printable piece of what a peer has sent.
///
/// A peer's bytes never reach a terminal or a log raw: control characters, what turns or hides text,
/// and what is not UTF-8 are escaped, and the whole is short.
package enum Excerpt {
  /// How many characters an excerpt has at most.
  static var limit: Int { 40 }

  /// The token of JSON at `offset`, or as much of a longer one as there is room for.
  static func token(at offset: Int, in bytes: Span<UInt8>) -> String {
    guard offset < bytes.count else { return "the end of the frame" }
    return printable(bytes.extracting(offset..<endOfToken(at: offset, in: bytes)))
  }

  /// Bytes between quotation marks, as much as there is room for.
  static func quoted(_ bytes: Span<UInt8>) -> String {
    "\"" + printable(bytes.extracting(..<min(bytes.count, limit * 4))) + "\""
  }

  /// What stands at `offset`, whatever it is.
  package static func bytes(at offset: Int, in bytes: Span<UInt8>) -> String {
    guard offset < bytes.count else { return "the end of the frame" }
    return printable(bytes.extracting(offset..<min(bytes.count, offset + limit * 4)))
  }

  /// `text` with everything escaped that does not print: `\n`, `\u{202E}`, `\xFF` for a byte that is not UTF-8.
  static func printable(_ text: Span<UInt8>) -> String {
    var pieces: [String] = []
    var width = 0
    var index = 0
    while index < text.count {
      let length = UTF8Sequence.length(at: index, in: text)
      let piece: String
      if length == 0 {
        piece = "\\x" + hexadecimal(UInt32(text[index]), digits: 2)
      } else {
        piece = printable(JSONReader.plainString(index..<index + length, in: text))
      }
      pieces.append(piece)
      width += piece.unicodeScalars.count
      index += max(length, 1)
      if width > limit { break }
    }
    if width > limit {
      // Room for the ellipsis.
      while width > limit - 1, let last = pieces.popLast() { width -= last.unicodeScalars.count }
      pieces.append("…")
    }
    return pieces.joined()
  }

  /// `text`, and of one that is longer than `limit` characters its beginning and its end.
  static func cutInTheMiddle(_ text: String, to limit: Int) -> String {
    if text.utf8.count <= limit { return text }
    let characters = text.unicodeScalars
    if characters.count <= limit { return text }
    let half = (limit - 1) / 2
    return String(characters.prefix(half)) + "…" + String(characters.suffix(limit - 1 - half))
  }

  /// One character, or its escape.
  private static func printable(_ character: String) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark:
      switch scalar {
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return "\\t"
      default: return "\\u{" + hexadecimal(scalar.value, digits: 2) + "}"
      }
    case .spaceSeparator: return scalar == " " ? " " : "\\u{" + hexadecimal(scalar.value, digits: 2) + "}"
    default: return character
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
  }

  /// Where the token at `start` ends; looks no further than an excerpt can show.
  private static func endOfToken(at start: Int, in bytes: Span<UInt8>) -> Int {
    let last = min(bytes.count, start + limit * 4 + 4)
    var depth = 0
    var isInString = false
    var index = start
    while index < last {
      let byte = bytes[index]
      index += 1
      if isInString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        if isInString || depth > 0 { continue }
        break
      }
      switch byte {
      case UInt8(ascii: "\""):
        if depth == 0, index > start + 1 { return index - 1 }
        isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0, index > start + 1 { return index - 1 }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return max(index - 1, start + 1) }
        depth -= 1
        if depth == 0 { return index }
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0 { return max(index - 1, start + 1) }
      default: break
      }
    }
    return min(index, last)
  }
}
