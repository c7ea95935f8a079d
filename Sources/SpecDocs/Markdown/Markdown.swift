/// The few pieces of GitHub's Markdown that the pages are made of.
enum Markdown {
  /// `` `list<int>` ``, with as many backticks round it as the text needs.
  static func code(_ text: String) -> String {
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let blank = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return ticks + blank + line + blank + ticks
  }

  /// A block that shows text as it stands, between fences longer than any run of backticks in it.
  static func block(_ text: String, language: String = "") -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return [fence + language, text, fence].joined(separator: "\n")
  }

  /// `[text](#anchor)`
  static func link(_ text: String, to anchor: String) -> String { "[\(text)](#\(anchor))" }

  /// A table; each cell is Markdown of its own and becomes one line.
  ///
  /// ```
  /// | field | type | default | meaning |
  /// |---|---|---|---|
  /// | `count` | `int` |  | How many pings were sent. |
  /// ```
  static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [row(header), "|" + String(repeating: "---|", count: header.count)] + rows.map(row)
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
  }

  /// One line: a bar in a cell would end it, a line end the table.
  private static func cell(_ text: String) -> String {
    let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split(separator: "").map { $0.joined(separator: " ") }
    var result = ""
    var escaped = false
    for character in paragraphs.joined(separator: "<br>") {
      // An author who knows tables has written `\|` already.
      if character == "|", !escaped { result += "\\" }
      result.append(character)
      escaped = character == "\\" && !escaped
    }
    return result
  }

  /// A plain text, such as a title, so that nothing in it is taken for Markdown or HTML.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>&#|".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// The name by which GitHub links to a heading: `Sending pings` → `sending-pings`.
  static func slug(of heading: String) -> String {
    var slug = ""
    for character in heading.lowercased() {
      if character == " " { slug += "-" }
      if character.isLetter || character.isNumber || character == "-" || character == "_" { slug.append(character) }
    }
    return slug
  }

  /// Text of an author without blank lines round it.
  static func prose(_ text: String?) -> String? {
    guard let text else { return nil }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
