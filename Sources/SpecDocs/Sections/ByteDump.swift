import SpecModel

/// The body frames of a sample message, byte by byte.
///
/// ```
/// 1  4D 44 50 57 30 31                                MDPW01
/// 2  01                                               .
/// 3  65 63 68 6F                                      echo
/// ```
enum ByteDump {
  private static let columns = 16

  /// The frames by their numbers, sixteen bytes a line; at the right the bytes that are printable ASCII.
  static func text(of message: MessageSpec, in spec: ProtocolSpec) -> String {
    let frames = message.sampleFrames(in: spec).map(\.bytes)
    let digits = "\(frames.count)".count
    var lines: [String] = []
    for (index, bytes) in frames.enumerated() {
      let number = "\(index + 1)"
      var lead = String(repeating: " ", count: digits - number.count) + number
      if bytes.isEmpty { lines.append("\(lead)  (empty)") }
      for start in stride(from: 0, to: bytes.count, by: columns) {
        let row = bytes[start..<min(start + columns, bytes.count)]
        let hexadecimal = row.map(hex).joined(separator: " ")
        let gap = String(repeating: " ", count: 3 * columns - 1 - hexadecimal.count + 2)
        lines.append("\(lead)  \(hexadecimal)\(gap)\(String(row.map(character)))".trimmingBlanks())
        lead = String(repeating: " ", count: digits)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func character(_ byte: UInt8) -> Character {
    (0x20..<0x7F).contains(byte) ? Character(Unicode.Scalar(byte)) : "."
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate func trimmingBlanks() -> String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
