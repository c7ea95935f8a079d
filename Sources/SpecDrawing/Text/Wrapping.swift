import SpecModel

/// Breaks a text into lines between words.
enum Wrapping {
  /// The lines; a word longer than `columns` has a line of its own, whole.
  static func lines(of text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var width = 0
    for word in text.split(separator: " ") {
      let columnsOfWord = TextWidth.columns(of: word)
      if let last = lines.indices.last, width + 1 + columnsOfWord <= columns {
        lines[last] += " " + word
        width += 1 + columnsOfWord
      } else {
        lines.append(String(word))
        width = columnsOfWord
      }
    }
    return lines
  }
}
