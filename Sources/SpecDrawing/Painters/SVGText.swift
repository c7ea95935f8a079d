import SpecModel

/// The few elements of SVG that a drawing is made of, as text.
///
/// Coordinates are whole or half pixels, so their text is the same on every platform.
enum SVGText {
  /// The pixels of a column of text.
  static let column = 8

  /// A text that takes as many columns as it would in a terminal, whatever the font: `textLength` sees to it.
  static func text(_ text: String, x: Int, y: Int, class name: String? = nil) -> String {
    let columns = TextWidth.columns(of: text)
    if columns == 0 { return "" }
    let style = name.map { " class=\"\($0)\"" } ?? ""
    return "<text x=\"\(x)\" y=\"\(y)\"\(style) textLength=\"\(columns * column)\""
      + " lengthAdjust=\"spacingAndGlyphs\">\(escaped(text))</text>"
  }

  /// A line.
  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, class name: String) -> String {
    "<path class=\"\(name)\" d=\"M\(x1) \(y1)L\(x2) \(y2)\"/>"
  }

  /// A rectangle with round corners.
  static func box(x: Int, y: Int, width: Int, height: Int, class name: String, radius: Int = 4) -> String {
    "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
  }

  /// The head of an arrow, its point at `x`.
  static func head(_ x: Int, _ y: Int, pointsLeft: Bool) -> String {
    let back = pointsLeft ? x + 9 : x - 9
    return "<path class=\"head\" d=\"M\(x) \(y)L\(back) \(y - 5)L\(back) \(y + 5)Z\"/>"
  }

  /// The cross in which a lost message ends.
  static func cross(_ x: Int, _ y: Int) -> String {
    "<path class=\"lost\" d=\"M\(x - 5) \(y - 5)L\(x + 5) \(y + 5)M\(x - 5) \(y + 5)L\(x + 5) \(y - 5)\"/>"
  }

  /// Text as XML has it; what XML cannot say at all becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": result += "\u{FFFD}"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
