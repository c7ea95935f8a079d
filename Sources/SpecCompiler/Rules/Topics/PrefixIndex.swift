/// Many texts, of which one asks whether any begins with a text, or is the beginning of it.
///
/// A file may publish ten thousand topics to a socket with ten thousand prefixes; comparing each with each
/// would take minutes.
struct PrefixIndex {
  private let sorted: [[UInt8]]
  private let exact: Set<[UInt8]>
  /// How long they are, each length once.
  private let lengths: [Int]

  init(_ texts: some Sequence<String>) {
    exact = Set(texts.map { Array($0.utf8) })
    sorted = exact.sorted { $0.lexicographicallyPrecedes($1) }
    lengths = Set(exact.map(\.count)).sorted()
  }

  /// Whether there are no texts at all.
  var isEmpty: Bool { exact.isEmpty }

  /// Whether some text begins with `beginning`.
  func hasText(beginningWith beginning: String) -> Bool {
    let wanted = Array(beginning.utf8)
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low].starts(with: wanted)
  }

  /// Whether `text` begins with some text.
  func hasBeginning(of text: String) -> Bool {
    let bytes = Array(text.utf8)
    return lengths.prefix { $0 <= bytes.count }.contains { exact.contains(Array(bytes[..<$0])) }
  }
}
