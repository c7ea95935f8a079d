import SpecModel

/// The characters of a line by columns; the second column of a wide character is empty.
struct Grid {
  private let cells: [String]

  init(_ line: some StringProtocol) {
    var cells: [String] = []
    for character in line {
      switch TextWidth.columns(of: String(character)) {
      case 0: if !cells.isEmpty { cells[cells.count - 1].append(character) }
      case 2: cells += [String(character), ""]
      default: cells.append(String(character))
      }
    }
    self.cells = cells
  }

  /// What stands in a column; a blank behind the end.
  subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : " " }

  /// What stands from a column on, over so many columns.
  func text(at column: Int, columns: Int) -> String { (column..<(column + columns)).map { self[$0] }.joined() }
}
