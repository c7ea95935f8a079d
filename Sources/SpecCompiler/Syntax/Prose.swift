/// Words for messages: names in single quotes, keys in backticks.
enum Prose {
  /// `'name'`, shortened where it is very long.
  static func quoted(_ name: String) -> String { "'\(shortened(name))'" }

  /// `` `key` ``, shortened where it is very long.
  static func key(_ name: String) -> String { "`\(shortened(name))`" }

  /// `1 hop`, `2 hops`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// `a`, `a and b`, `a, b and c`; beyond twelve, `a, b, … and 30 more`.
  static func list<Item>(
    _ items: some Collection<Item>, conjunction: String = "and", _ phrase: (Item) -> String
  ) -> String {
    if items.count > 12 {
      return items.prefix(10).map(phrase).joined(separator: ", ") + " \(conjunction) \(items.count - 10) more"
    }
    let phrases = items.map(phrase)
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    return phrases.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// A list of words that need nothing round them.
  static func list(_ items: some Collection<String>, conjunction: String = "and") -> String {
    list(items, conjunction: conjunction) { $0 }
  }

  /// The text on one line, cut where it is longer than a message can bear.
  private static func shortened(_ text: String) -> String {
    let utf8 = text.utf8
    if utf8.count <= 60, utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let flat = String(text.prefix(61).map { $0.isNewline ? " " : $0 })
    return visible(flat.count > 60 ? flat.prefix(57) + "…" : flat)
  }

  /// The text with the code points of characters that look like a blank, or like nothing: `<U+00A0>`.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    return text.unicodeScalars.map { isInvisible($0) ? "<\(codePoint($0))>" : String($0) }.joined()
  }

  /// Whether a character looks like a blank and is none, or like nothing: they come along with what is copied from pages
  /// and letters, and who is told of one must be told which.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Soft hyphen, blank of no width, word joiner, byte order mark.
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    default: scalar != " " && scalar.properties.generalCategory == .spaceSeparator
    }
  }

  /// `U+00A0`
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
