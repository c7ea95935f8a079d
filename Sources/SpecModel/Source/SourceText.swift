/// A protocol file's name and text, cut into lines so that a diagnostic can show them.
public struct SourceText: Sendable, Equatable {
  /// The name as the user gave it, for `name:line:column:`.
  public let name: String
  /// The lines without their ends.
  public let lines: [Substring]

  /// The text of a file, and the name under which diagnostics speak of it.
  public init(name: String, text: String) {
    self.name = name
    self.lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The line with a number counted from 1, or nil behind the end.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
