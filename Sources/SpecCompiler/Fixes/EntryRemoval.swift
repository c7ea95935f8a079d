import SpecModel

/// The edit that takes an entry out of its mapping, or a text out of its list, with what parts them from their neighbours.
enum EntryRemoval {
  /// Makes the removals among the edits of a finding explicit; a finding whose entry cannot go alone has no remedy.
  static func resolved(_ finding: Diagnostic, in root: YAMLNode, _ source: SourceText) -> Diagnostic {
    guard finding.fix.contains(where: \.removesEntry) else { return finding }
    var finding = finding
    let edits = finding.fix.map { edit in edit.removesEntry ? self.edit(for: edit.range, in: root, source) : edit }
    finding.fix = edits.contains { $0 == nil } ? [] : edits.compactMap { $0 }
    return finding
  }

  /// The edit for the entry whose key or value stands at a range, or for the text of a list that does.
  private static func edit(for range: SourceRange, in node: YAMLNode, _ source: SourceText) -> Edit? {
    switch node.content {
    case .scalar, .refused: return nil
    case .sequence(let items):
      if let index = items.firstIndex(where: { $0.isScalar(at: range) }) {
        let ranges = items.map(\.range)
        return node.hasBrackets ? inBrackets(ranges, index) : behindDash(ranges, index, source)
      }
      return items.first { $0.range.start <= range.start && range.end <= $0.range.end }
        .flatMap { edit(for: range, in: $0, source) }
    case .mapping(let entries):
      guard let index = entries.firstIndex(where: { $0.range.start <= range.start && range.end <= $0.range.end }) else {
        return nil
      }
      let entry = entries[index]
      guard entry.keyRange == range || entry.value.range == range || entry.range == range else {
        return edit(for: range, in: entry.value, source)
      }
      let ranges = entries.map(\.range)
      return node.hasBrackets ? inBrackets(ranges, index) : inLines(ranges, index, source)
    }
  }

  /// `{ a: 1, b: 2 }`: with the comma behind it, or the one before the last.
  private static func inBrackets(_ ranges: [SourceRange], _ index: Int) -> Edit {
    let range = ranges[index]
    if index + 1 < ranges.count { return Edit(SourceRange(range.start, ranges[index + 1].start), "") }
    if index > 0 { return Edit(SourceRange(ranges[index - 1].end, range.end), "") }
    return Edit(range, "")
  }

  /// Its lines; behind a dash only what stands there, up to the next key.
  private static func inLines(_ ranges: [SourceRange], _ index: Int, _ source: SourceText) -> Edit? {
    guard ranges.count > 1 else { return nil }
    let range = ranges[index]
    if before(range, in: source).allSatisfy({ $0 == " " }) { return lines(of: range, in: source) }
    guard index + 1 < ranges.count else { return nil }
    return Edit(SourceRange(range.start, ranges[index + 1].start), "")
  }

  /// Its lines, where its dash is the only thing in front of it.
  private static func behindDash(_ ranges: [SourceRange], _ index: Int, _ source: SourceText) -> Edit? {
    let before = before(ranges[index], in: source)
    guard ranges.count > 1, before.allSatisfy({ $0 == " " || $0 == "-" }), before.filter({ $0 == "-" }).count == 1
    else {
      return nil
    }
    return lines(of: ranges[index], in: source)
  }

  private static func before(_ range: SourceRange, in source: SourceText) -> Substring.UnicodeScalarView {
    source.line(range.start.line)?.unicodeScalars.prefix(range.start.column - 1) ?? Substring().unicodeScalars
  }

  private static func lines(of range: SourceRange, in source: SourceText) -> Edit? {
    let (first, next) = (range.start.line, range.end.line + 1)
    guard next <= source.lines.count else { return nil }
    return Edit(SourceRange(SourcePosition(line: first, column: 1), SourcePosition(line: next, column: 1)), "")
  }
}

extension YAMLNode {
  /// Whether it is the text that stands at a range.
  fileprivate func isScalar(at range: SourceRange) -> Bool {
    if case .scalar = content { self.range == range } else { false }
  }
}
