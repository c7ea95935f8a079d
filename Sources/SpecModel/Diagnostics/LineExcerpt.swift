/// A line of a source text as a diagnostic shows it, with the carets that go under it.
///
/// Tabs stay tabs, also in front of the carets, so that both lines shift alike; wide characters get two
/// carets. A very long line is cut on both sides of the place that is meant: a protocol may be a JSON
/// file of one line.
struct LineExcerpt {
  /// The line, or the part of it that is shown.
  let text: String
  /// What stands in front of the carets.
  let indent: String
  /// At least one caret.
  let carets: String

  /// How many characters of a line are shown at most.
  private static let limit = 160
  /// How many of them in front of the place that is meant, where the line is cut.
  private static let lead = 40

  /// The part of `line` round the columns from `start` to, not including, `end`, both counted from 1.
  init(of line: Substring, columns start: Int, _ end: Int) {
    let scalars = line.unicodeScalars
    let isLong = scalars.index(scalars.startIndex, offsetBy: Self.limit, limitedBy: scalars.endIndex).map {
      $0 != scalars.endIndex
    }
    let skipped = isLong == true ? max(0, start - 1 - Self.lead) : 0
    let shown = scalars.dropFirst(skipped).prefix(Self.limit)
    let isCut = shown.endIndex != scalars.endIndex

    let clean = Printable.scalars(shown)
    let before = clean.prefix(max(0, start - 1 - skipped))
    let meant = clean.dropFirst(before.count).prefix(max(0, min(end, start + Self.limit) - start))
    let front = skipped > 0 ? "…" : ""

    text = front + Self.string(clean) + (isCut ? "…" : "")
    indent = front.map { _ in " " }.joined() + Self.blanks(for: before)
    let width = TextWidth.columns(of: Self.string(Self.withoutTrailingBlanks(meant)))
    carets = String(repeating: "^", count: max(1, width))
  }

  /// Blanks as wide as the text, and its tabs.
  private static func blanks(for scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: TextWidth.columns(of: string($0))) }
      .joined(separator: "\t")
  }

  private static func withoutTrailingBlanks(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var scalars = scalars
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return scalars
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
