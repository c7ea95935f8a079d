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
    return flat.count > 60 ? flat.prefix(57) + "…" : flat
  }
}
