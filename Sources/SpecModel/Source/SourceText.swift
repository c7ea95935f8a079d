/// A protocol file's name and text, cut into lines so that a diagnostic can show them.
///
/// A line ends where libyaml ends one: LF, CR, CRLF, NEL, LS, PS. So its line numbers are the ones of the
/// marks that libyaml puts on every node.
public struct SourceText: Sendable, Equatable {
  /// The name as the user gave it, for `name:line:column:`.
  public let name: String
  /// The lines without their ends.
  public let lines: [Substring]

  /// The text of a file, and the name under which diagnostics speak of it.
  public init(name: String, text: String) {
    self.name = name
    self.lines = SourceText.lines(of: text)
  }

  /// The line with a number counted from 1, or nil behind the end.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  private static func lines(of text: String) -> [Substring] {
    let bytes = text.utf8
    var lines: [Substring] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = lineBreak(at: index, in: bytes)
      if length == 0 {
        index = bytes.index(after: index)
      } else {
        lines.append(text[start..<index])
        index = bytes.index(index, offsetBy: length)
        start = index
      }
    }
    lines.append(text[start...])
    return lines
  }

  /// How many bytes the line break at `index` has; 0 where there is none.
  private static func lineBreak(at index: String.Index, in bytes: String.UTF8View) -> Int {
    func byte(_ offset: Int) -> UInt8? {
      guard let index = bytes.index(index, offsetBy: offset, limitedBy: bytes.endIndex), index < bytes.endIndex
      else { return nil }
      return bytes[index]
    }
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
