import SpecModel

/// The lines above the one at which a parser gave up: the fault is often there, in their indentation or their colons.
struct LinesAbove {
  private let source: SourceText
  private let line: Int

  /// The lines above a line, which is counted from 1.
  init(_ line: Int, in source: SourceText) {
    self.line = line
    self.source = source
  }

  /// What the line stands below by its indentation, and where in it the others there begin.
  ///
  /// ```
  /// chains:
  ///    sending-pings:      this one begins in column 4, the other in column 3
  ///      …
  ///   stopping:            expected a key
  /// ```
  var indentation: [Diagnostic.Note] {
    guard let own = indentation(of: line) else { return [] }
    var sibling: Int?
    for above in stride(from: line - 1, through: 1, by: -1) {
      guard let width = indentation(of: above) else { continue }
      if width < own { return notes(parent: above, sibling: sibling, own: own) }
      if width == own, isItem(above) != isItem(line) {
        let form = isItem(above) ? "begins with `- `, the other does not" : "does not begin with `- `, the other does"
        return [Diagnostic.Note("this one \(form)", at: content(of: above))]
      }
      if width == own, sibling == nil, !hasKey(above), !isItem(line) {
        return [Diagnostic.Note("this line has no `:`", at: content(of: above))]
      }
      sibling = above
    }
    return notes(parent: nil, sibling: sibling, own: own)
  }

  private func notes(parent: Int?, sibling: Int?, own: Int) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if let parent {
      notes.append(Diagnostic.Note("by its indentation it stands below this line", at: content(of: parent)))
    }
    if let sibling, let width = indentation(of: sibling), width != own {
      notes.append(
        Diagnostic.Note(
          "this one begins in column \(width + 1), the other in column \(own + 1)", at: content(of: sibling)))
    }
    return notes
  }

  /// Where a text in quotes begins that ends in this line in front of a column: its own end may be missing.
  ///
  /// ```
  /// a: "one                 this quote is not closed
  /// b: "two: three"         this one closes it, and `two` is text without quotes
  /// ```
  func quote(before column: Int) -> [Diagnostic.Note] {
    let before = source.line(line)?.unicodeScalars.prefix(column - 1) ?? Substring().unicodeScalars
    let last = before.last { $0 != " " }
    // An apostrophe may be one.
    let quote: Unicode.Scalar = last == "'" ? "'" : "\""
    guard before.filter({ $0 == quote }).count == 1 else { return [] }
    for above in stride(from: line - 1, through: 1, by: -1) {
      let text = source.line(above)?.unicodeScalars ?? Substring().unicodeScalars
      guard let start = text.lastIndex(of: quote) else { continue }
      guard last == quote || !text.filter({ $0 == quote }).count.isMultiple(of: 2) else { return [] }
      let position = text.distance(from: text.startIndex, to: start) + 1
      return [
        Diagnostic.Note(
          "the text in quotes that ends in line \(line) begins here",
          at: SourceRange(line: above, columns: position..<position + 1))
      ]
    }
    return []
  }

  /// The line directly above, whose text goes on where it was meant to end.
  var continued: [Diagnostic.Note] {
    guard let above = stride(from: line - 1, through: 1, by: -1).first(where: { indentation(of: $0) != nil }) else {
      return []
    }
    return [Diagnostic.Note("the text on this line goes on in line \(line)", at: content(of: above))]
  }

  /// Whether a line is an item of a list.
  private func isItem(_ number: Int) -> Bool {
    let text = source.line(number)?.unicodeScalars.drop { $0 == " " } ?? Substring().unicodeScalars
    return text.first == "-" && text.dropFirst().first.map { $0 == " " } ?? true
  }

  /// Whether a line has a key, in front of its comment.
  private func hasKey(_ number: Int) -> Bool {
    let text = String(source.line(number) ?? "")
    let code = text.split(separator: " #", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    return code.contains(": ") || code.hasSuffix(":")
  }

  /// How many blanks a line begins with; nil where it has nothing but a comment.
  private func indentation(of number: Int) -> Int? {
    guard let text = source.line(number)?.unicodeScalars, let first = text.first(where: { $0 != " " }), first != "#"
    else { return nil }
    return text.prefix { $0 == " " }.count
  }

  private func content(of number: Int) -> SourceRange {
    let text = source.line(number)?.unicodeScalars ?? Substring().unicodeScalars
    let start = text.prefix { $0 == " " }.count
    let blanks = text.reversed().prefix { $0 == " " }.count
    return SourceRange(line: number, columns: start + 1..<max(start + 1, text.count - blanks) + 1)
  }
}
