/// A place in a source text, as people count: both numbers start at 1.
public struct SourcePosition: Sendable, Hashable, Comparable, Encodable {
  /// The line.
  public var line: Int
  /// The column, in Unicode scalars.
  public var column: Int

  /// The position at a line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one position stands before another.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source text; `end` is the position behind the last character.
///
/// Every value that a diagnostic may point at carries one, from the parser to the resolved spec.
public struct SourceRange: Sendable, Hashable, Encodable {
  /// The first character.
  public var start: SourcePosition
  /// The position behind the last character.
  public var end: SourcePosition

  /// The stretch from `start` up to, not including, `end`.
  public init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// A stretch within one line.
  public init(line: Int, columns: Range<Int>) {
    self.init(
      SourcePosition(line: line, column: columns.lowerBound), SourcePosition(line: line, column: columns.upperBound))
  }

  /// Where a text begins: for findings about the file as a whole.
  public static let beginning = SourceRange(line: 1, columns: 1..<1)
}
