import SpecModel

/// How a text is written in one line: quotes where YAML needs them, or a reader does, and nowhere else.
///
/// What is written depends on what the text is, and not on how it was written, except in data (`FormatPlace.data`),
/// whose quotes stay.
enum ScalarForm {
  /// The text in one line; nil where it has line breaks that only several lines can show.
  ///
  /// - Parameters:
  ///   - place: Where it stands; nil for a key.
  ///   - inBrackets: Whether it stands in a list or mapping in brackets, where commas and brackets part.
  static func inline(_ scalar: YAMLScalar, at place: FormatPlace?, inBrackets: Bool) -> String? {
    let text = scalar.text
    let keepsQuotes = place?.keepsQuotes == true
    switch scalar.style {
    case .block: return nil
    case .plain where PlainScalar(text) != .string: return text
    case .plain where keepsQuotes: return bearsNoQuotes(text, inBrackets: inBrackets) ? text : nil
    case .singleQuoted where keepsQuotes: return isOneLine(text) ? singleQuoted(text) : nil
    case .doubleQuoted where keepsQuotes: return doubleQuoted(text)
    case .plain, .singleQuoted:
      guard isOneLine(text) else { return nil }
    case .doubleQuoted: break
    }
    let isPlain = PlainScalar(text) == .string && bearsNoQuotes(text, inBrackets: inBrackets)
    return isPlain && !looksLikeYAML(text) && place?.quotes(scalar) != true ? text : quoted(text)
  }

  /// A text in the quotes that need fewer escapes; double ones where it makes no difference.
  static func quoted(_ text: String) -> String {
    let wantsEscapes = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
    let isSimple = text.unicodeScalars.allSatisfy { $0 != "'" && escape($0) == nil || $0 == "\"" || $0 == "\\" }
    return wantsEscapes && isSimple ? singleQuoted(text) : doubleQuoted(text)
  }

  private static func singleQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A text in double quotes, with escapes where YAML needs them.
  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }

  /// The escape of a character that cannot stand in double quotes, or cannot be seen there.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "\u{0}": return "\\0"
    case "\u{7}": return "\\a"
    case "\u{8}": return "\\b"
    case "\u{B}": return "\\v"
    case "\u{C}": return "\\f"
    case "\u{1B}": return "\\e"
    case "\u{85}": return "\\N"
    case "\u{A0}": return "\\_"
    case "\u{2028}": return "\\L"
    case "\u{2029}": return "\\P"
    case "\u{1}"..."\u{1F}", "\u{7F}"..."\u{9F}": return "\\x" + hexadecimal(scalar, digits: 2)
    case "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": return "\\u" + hexadecimal(scalar, digits: 4)
    default: return nil
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Whether a text fits one line as it stands.
  static func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) }
  }

  /// Whether every YAML parser reads the text back as it stands, without quotes.
  private static func bearsNoQuotes(_ text: String, inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else {
      return false
    }
    let second = scalars.count > 1 ? scalars[1] : " "
    switch first {
    case "-", "?", ":": if second == " " || inBrackets && "?:,[]{}-".unicodeScalars.contains(second) { return false }
    case ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": return false
    default: break
    }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "#" where scalars[max(0, index - 1)] == " ": return false
      case ":":
        let next = scalars[min(index + 1, scalars.count - 1)]
        if next == " " || inBrackets && ",[]{}".unicodeScalars.contains(next) { return false }
      case ",", "[", "]", "{", "}", "?": if inBrackets { return false }
      default: if scalar != "\"", scalar != "\\", escape(scalar) != nil { return false }
      }
    }
    return true
  }

  /// Whether a reader would stumble over a text without quotes: one word with a colon, brackets or braces in it, as
  /// `tcp://*:5555` and `weather.{city}`.
  private static func looksLikeYAML(_ text: String) -> Bool {
    !text.utf8.contains(UInt8(ascii: " ")) && text.utf8.contains { ":[]{}".utf8.contains($0) }
  }
}
