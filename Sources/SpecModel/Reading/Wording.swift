/// Words of errors.
enum Wording {
  /// `1 frame`, `2 frames`
  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// What might have been meant, where that can be read at a glance: ` ("A4", "A3")`
  static func choice(_ names: [String]) -> String {
    names.isEmpty || names.count > 12 ? "" : " (\(names.map(JSONText.string).joined(separator: ", ")))"
  }

  /// `a declared member ("width", "height")`
  static func member(of names: [String]) -> String {
    names.isEmpty ? "no member" : "a declared member" + choice(names)
  }
}
