import SpecModel

/// A text of several lines, as it is written again: its lines stay, their indentation goes.
struct TextLines {
  /// What stands behind the key: `|`, `>-`, or the first line of a text without a mark.
  let head: String
  /// The lines below, without indentation.
  let lines: [String]

  /// The lines of a scalar; nil where it must be written in one line.
  init?(_ scalar: YAMLScalar, at range: SourceRange, in source: SourceText) {
    switch scalar.style {
    case .block: self.init(block: scalar.text, range, source)
    case .plain, .singleQuoted, .doubleQuoted: self.init(folded: scalar, range, source)
    }
  }

  /// A text behind `|` or `>`.
  ///
  /// The indentation is that of the first line that is not blank, less what the text itself has there. A line break
  /// at the end of the text needs no mark, none needs `-`; what ends with several cannot be told from blank lines in
  /// front of the next key, and is written in quotes.
  private init?(block text: String, _ range: SourceRange, _ source: SourceText) {
    guard let header = source.line(range.start.line)?.unicodeScalars.dropFirst(range.start.column - 1),
      let mark = header.first, !text.isEmpty, !text.hasSuffix("\n\n"), text != "\n",
      !text.unicodeScalars.contains(where: { $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}" })
    else { return nil }
    let written = (range.start.line + 1..<range.end.line + 1).map { source.line($0) ?? "" }
    guard let first = written.first(where: { !$0.allSatisfy { $0 == " " } }),
      let firstOfText = text.split(separator: "\n").first(where: { !$0.allSatisfy { $0 == " " } })
    else { return nil }
    let own = firstOfText.prefix { $0 == " " }.count
    let indentation = first.prefix { $0 == " " }.count - own
    guard indentation > 0 else { return nil }
    lines = written.map { line in
      let blanks = line.prefix { $0 == " " }.count
      return String(line.dropFirst(min(blanks, indentation)))
    }
    let needsWidth = lines.first { !$0.isEmpty }?.first.map { $0 == " " || $0 == "\t" } ?? false
    head = String(mark) + (needsWidth ? "2" : "") + (text.hasSuffix("\n") ? "" : "-")
  }

  /// A text without a mark, or in quotes, that goes on in further lines.
  private init?(folded scalar: YAMLScalar, _ range: SourceRange, _ source: SourceText) {
    guard range.start.line < range.end.line, let first = source.line(range.start.line) else { return nil }
    // A backslash at the end of a line joins it to the next one.
    if scalar.style == .doubleQuoted, scalar.text.contains("\\") || scalar.text.contains("\t") { return nil }
    var written = [String(first.unicodeScalars.dropFirst(range.start.column - 1))]
    for number in range.start.line + 1..<range.end.line { written.append(String(source.line(number) ?? "")) }
    written.append(String((source.line(range.end.line) ?? "").unicodeScalars.prefix(range.end.column - 1)))
    if scalar.style == .doubleQuoted, written.contains(where: { $0.contains("\\") }) { return nil }
    let bare = written.map { $0.trimmingBlanks }
    head = bare[0]
    lines = Array(bare.dropFirst())
  }
}

extension String {
  /// The text without blanks and tabs at both ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
