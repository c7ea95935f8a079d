import SpecModel

/// A line of a drawing, written at columns.
///
/// A character of two columns takes its own and the next; one of none joins the character in front of it.
struct TextRow {
  private var cells: [String] = []

  /// Writes a text that begins at a column, over what stands there.
  mutating func put(_ text: some StringProtocol, at column: Int) {
    var column = max(0, column)
    for character in text {
      let width = TextWidth.columns(of: String(character))
      while cells.count < column + max(1, width) { cells.append(" ") }
      if width == 0 {
        cells[max(0, column - 1)].append(character)
        continue
      }
      cells[column] = String(character)
      for covered in cells[column..<(column + width)].indices.dropFirst() { cells[covered] = "" }
      column += width
    }
  }

  /// Writes a character of one column from one column up to, not including, another.
  mutating func fill(_ columns: Range<Int>, with character: Character) {
    while cells.count < columns.upperBound { cells.append(" ") }
    let text = String(character)
    for column in columns where column >= 0 { cells[column] = text }
  }

  /// The line, without blanks at its end.
  var text: String {
    let end = cells.lastIndex { $0 != " " && $0 != "" } ?? -1
    return cells[..<(end + 1)].joined()
  }
}
