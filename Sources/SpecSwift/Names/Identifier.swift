/// A name where Swift expects an identifier.
enum Identifier {
  /// The name, between backticks where Swift would take it for a keyword.
  static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// The name as the label of an argument, where Swift takes most keywords as they are.
  static func label(_ name: String) -> String { ["inout", "let", "var"].contains(name) ? "`\(name)`" : name }

  /// `name`, or with underscores behind it the first form that is not taken: for names of the generator's own
  /// beside names of the protocol.
  static func free(_ name: String, besides taken: some Sequence<String>) -> String {
    let taken = Set(taken)
    var free = name
    while taken.contains(free) { free += "_" }
    return free
  }

  private static let keywords: Set<String> = [
    // `await` is none to Swift, and yet an expression that begins with it waits.
    "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
