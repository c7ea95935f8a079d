/// Text as HTML has it.
enum HTML {
  /// Text in which nothing has a meaning, in an attribute too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Text that does not end a comment.
  static func comment(_ text: String) -> String {
    String(text.map { $0 == "-" || $0 == ">" ? ($0 == ">" ? " " : "-") : $0 }).split(
      separator: "--", omittingEmptySubsequences: false
    ).joined(separator: "- -")
  }

  /// Whether a browser may follow a link that an author wrote: it leads to a page or a letter, and runs nothing.
  static func isHarmless(_ target: String) -> Bool {
    guard let colon = target.firstIndex(of: ":") else { return true }
    let scheme = target[..<colon].lowercased()
    return ["http", "https", "mailto"].contains(scheme) || scheme.contains { "/#?.".contains($0) }
  }
}
