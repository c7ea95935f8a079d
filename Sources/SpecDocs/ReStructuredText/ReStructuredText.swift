/// The rules of reStructuredText for text between markup.
enum ReStructuredText {
  /// Text in which nothing has a meaning.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\*`_|".contains(character) || (character == ":" && result.last == ":") { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// How a link within the pages begins. No escaped text does, since its backtick is escaped.
  static let reference = ":ref:`"

  /// A paragraph that does not begin like a list, a comment, a table or a list of fields.
  static func paragraph(_ text: String) -> String {
    // It begins like a field, `:name: value`, and is none; a backslash in front would show it as text.
    if text.hasPrefix(reference) { return text }
    let first = text.prefix { $0 != " " }
    let isMarker =
      (first.count < 8 && (first.hasSuffix(".") || first.hasSuffix(")"))
        && first.contains { $0.isLetter || $0.isNumber || $0 == "#" })
      || ["-", "+", "•", "‣", "⁃", "..", "__", ">>>"].contains(String(first))
    let isLine = text.count < 4 || Set(text).count == 1
    let isSpecial =
      first.first.map { "=-~^\"'+#<>:.".contains($0) } == true
      && (isLine || first.hasPrefix(":") || first.hasPrefix("=="))
    return isMarker || isSpecial ? "\\" + text : text
  }

  /// Puts pieces together so that each piece of markup is recognised: where no blank or punctuation stands beside it, an
  /// escaped blank does, which is not shown.
  struct Line {
    private(set) var text = ""
    private var endsWithMarkup = false

    /// Adds text that is escaped already.
    mutating func add(text piece: String) {
      guard let first = piece.first else { return }
      if endsWithMarkup, !first.isWhitespace, !"'\")]}>-/\\:.,;!?".contains(first) { text += "\\ " }
      text += piece
      endsWithMarkup = false
    }

    /// Adds a piece of markup.
    mutating func add(markup piece: String) {
      if let last = text.last, endsWithMarkup || !(last.isWhitespace || "'\"([{<-/:".contains(last)) { text += "\\ " }
      text += piece
      endsWithMarkup = true
    }
  }
}
