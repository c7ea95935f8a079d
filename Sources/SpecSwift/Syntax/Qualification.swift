/// Puts the module in front of names that something else of the same name hides: `any Error` → `any Swift.Error`.
///
/// The emitters write Swift as one would by hand; this goes over their text once, before its lines are broken.
struct Qualification {
  /// The hidden names, each with its module.
  let modules: [String: String]
  /// The enum around everything: in front of a dot it is meant, whatever it is called.
  let namespace: String

  /// Swift source, or a piece of a line of it, with whole string literals.
  func callAsFunction(_ text: String) -> String {
    var before = ""
    return SwiftText.mapNames(text) { name, last, next in
      defer { before = name }
      let isMember =
        last == "." || last == "@" || Self.declaring.contains(before) || (name == namespace && next == ".")
      return isMember ? name : modules[name].map { "\($0).\(name)" } ?? name
    }
  }

  /// The words behind which a name is declared, and not used.
  private static let declaring: Set = ["case", "enum", "extension", "protocol", "struct"]
}
