/// Words for messages: names in single quotes, keys in backticks.
enum Prose {
  /// `'name'`, shortened where it is very long.
  static func quoted(_ name: String) -> String { "'\(shortened(name))'" }

  /// `` `key` ``, shortened where it is very long.
  static func key(_ name: String) -> String { "`\(shortened(name))`" }

  /// `a`, `a and b`, `a, b and c`; beyond twelve, `a, b, … and 30 more`.
  static func list(_ items: [String], conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    if items.count > 12 {
      return items.prefix(10).joined(separator: ", ") + " \(conjunction) \(items.count - 10) more"
    }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// The text on one line, cut where it is longer than a message can bear.
  private static func shortened(_ text: String) -> String {
    let flat = String(text.prefix(61).map { $0.isNewline ? " " : $0 })
    return flat.count > 60 ? flat.prefix(57) + "…" : flat
  }
}
