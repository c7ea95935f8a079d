/// `PingProc` → `ping_proc`.
enum SnakeCase {
  /// A name in lower snake case: hyphens become underscores, a capital begins a word, and so does the last
  /// of several capitals in front of a small letter: `HTTPServer` → `http_server`.
  static func of(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (index, letter) in letters.enumerated() {
      if letter == "-" || letter == "_" {
        if result.last != "_" { result.append("_") }
        continue
      }
      if letter.isUppercase, index > 0, result.last != "_" {
        let follows = index + 1 < letters.count && letters[index + 1].isLowercase
        if !letters[index - 1].isUppercase || follows { result.append("_") }
      }
      result += letter.lowercased()
    }
    return result
  }
}
