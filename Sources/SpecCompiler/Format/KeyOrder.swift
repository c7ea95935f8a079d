import SpecModel

/// The order in which a file has its keys: that of the language's table. Names keep the order in which they are
/// declared, for it means something.
enum KeyOrder {
  /// The items of a mapping in order. In a step the arrow, or what stands in its place, comes first; `x-…` keys come
  /// last, and in front of them what the language does not know.
  static func sorted(_ items: [FormatItem], at place: FormatPlace) -> [FormatItem] {
    guard case .keys(let place) = place else { return items }
    let ranks = Dictionary(
      place.keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func rank(_ item: FormatItem) -> Int {
      let key = item.key?.text ?? ""
      if let rank = ranks[key] { return rank }
      if key.hasPrefix("x-") { return ranks.count + 1 }
      return place == .step ? -1 : ranks.count
    }
    let ranked = items.enumerated().map { (rank: rank($1), index: $0, item: $1) }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.item)
  }

  /// The items at the top of a file in order; the comments that begin the file stay where they are.
  static func sortedFile(_ items: [FormatItem]) -> [FormatItem] {
    guard var first = items.first, !first.before.isEmpty else { return sorted(items, at: .keys(.file)) }
    let (head, hasBlankLine) = (first.before, first.hasBlankLine)
    first.before = []
    first.hasBlankLine = false
    var result = sorted([first] + items.dropFirst(), at: .keys(.file))
    if result[0].before.isEmpty {
      result[0].hasBlankLine = hasBlankLine
    } else {
      result[0].before[0].hasBlankLine = hasBlankLine
    }
    result[0].before = head + result[0].before
    return result
  }
}
