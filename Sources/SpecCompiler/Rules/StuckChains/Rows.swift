/// Many short lists of numbers in one array: walking through one of them counts no references.
struct Rows {
  private let starts: [Int]
  private let values: [Int]

  init(_ lists: some Sequence<[Int]>) {
    var starts = [0]
    var values: [Int] = []
    for list in lists {
      values += list
      starts.append(values.count)
    }
    self.starts = starts
    self.values = values
  }

  /// The numbers of a list.
  subscript(row: Int) -> ArraySlice<Int> { values[starts[row]..<starts[row + 1]] }
}
