import SpecModel

/// The names of rules. ABNF knows letters, digits and hyphens, and no case, so two names of the file may be one there.
struct GrammarNames {
  private var taken: Set<String> = [
    "alpha", "bit", "char", "cr", "crlf", "ctl", "digit", "dquote", "hexdig", "htab", "lf", "lwsp", "octet", "sp",
    "vchar", "wsp",
  ]

  /// A rule's name for a name of the file: the name itself, or with a suffix, or with that and a number.
  mutating func rule(for name: String, suffix: String) -> String {
    var rule = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": rule.unicodeScalars.append(scalar)
      default: if rule.last != "-" { rule += "-" }
      }
    }
    while rule.last == "-" { rule.removeLast() }
    // A rule begins with a letter.
    if rule.unicodeScalars.first?.properties.isAlphabetic != true { rule = "\(suffix)-\(rule)" }
    while rule.last == "-" { rule.removeLast() }
    if taken.insert(rule.lowercased()).inserted { return rule }
    var candidate = "\(rule)-\(suffix)"
    var number = 1
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = "\(rule)-\(suffix)-\(number)"
    }
    return candidate
  }
}
