/// What diagrams and frame lists have in common on a page.
enum Page {
  /// The columns left free at the left, as in the article.
  static let margin = 4

  /// A text from a protocol file with its control characters made visible: `a<newline>b` → `a\nb`.
  ///
  /// Quoted names may hold any character; a line of a drawing stays one line, and a terminal obeys nothing in it.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isControl(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
