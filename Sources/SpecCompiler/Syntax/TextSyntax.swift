import SpecModel

/// A text as written, which can tell where in the file each stretch of it stands.
struct TextSyntax: Sendable, Hashable {
  /// The text, escapes undone.
  var text: String
  /// How it is written.
  var style: YAMLScalar.Style
  /// Where it is written, quotes included.
  var range: SourceRange
  /// The column of its first scalar, where what is written is the text itself.
  private let firstColumn: Int?

  /// A scalar at its place.
  init(_ scalar: YAMLScalar, at range: SourceRange) {
    self.text = scalar.text
    self.style = scalar.style
    self.range = range
    let quote = scalar.style == .plain ? 0 : 1
    let width = range.end.column - range.start.column - 2 * quote
    let isVerbatim =
      scalar.style != .block && range.start.line == range.end.line && scalar.text.unicodeScalars.count == width
    firstColumn = isVerbatim ? range.start.column + quote : nil
  }

  /// The text as a name with its place.
  var name: NameSpec { NameSpec(text, at: range) }

  /// Where a stretch of the text stands, by its scalars counted from 0.
  ///
  /// Escapes and foldings make the text shorter than what is written; where there are any, the whole is
  /// the answer.
  func range(of scalars: Range<Int>) -> SourceRange {
    guard let first = firstColumn else { return range }
    return SourceRange(line: range.start.line, columns: first + scalars.lowerBound..<first + scalars.upperBound)
  }
}
