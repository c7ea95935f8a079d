import SpecModel

/// The edit that takes an entry out of its mapping: the key, the value, and what parts them from their neighbours.
enum EntryRemoval {
  /// Makes the removals among the edits of a finding explicit; a finding whose entry cannot go alone has no remedy.
  static func resolved(_ finding: Diagnostic, in root: YAMLNode, _ source: SourceText) -> Diagnostic {
    guard finding.fix.contains(where: \.removesEntry) else { return finding }
    var finding = finding
    let edits = finding.fix.map { edit in edit.removesEntry ? self.edit(for: edit.range, in: root, source) : edit }
    finding.fix = edits.contains { $0 == nil } ? [] : edits.compactMap { $0 }
    return finding
  }

  /// The edit for the entry whose key or value stands at a range.
  private static func edit(for range: SourceRange, in node: YAMLNode, _ source: SourceText) -> Edit? {
    switch node.content {
    case .scalar, .refused: return nil
    case .sequence(let items):
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
      return node.hasBrackets ? inBraces(entries, index) : inLines(entries, index, source)
    }
  }

  /// `{ a: 1, b: 2 }`: with the comma behind it, or the one before the last.
  private static func inBraces(_ entries: [YAMLEntry], _ index: Int) -> Edit {
    let entry = entries[index]
    if index + 1 < entries.count { return Edit(SourceRange(entry.range.start, entries[index + 1].range.start), "") }
    if index > 0 { return Edit(SourceRange(entries[index - 1].range.end, entry.range.end), "") }
    return Edit(entry.range, "")
  }

  /// Its lines; behind a dash only what stands there, up to the next key.
  private static func inLines(_ entries: [YAMLEntry], _ index: Int, _ source: SourceText) -> Edit? {
    guard entries.count > 1 else { return nil }
    let entry = entries[index]
    let before = source.line(entry.range.start.line)?.unicodeScalars.prefix(entry.range.start.column - 1)
    if before?.allSatisfy({ $0 == " " }) == true {
      let (first, next) = (entry.range.start.line, entry.range.end.line + 1)
      guard next <= source.lines.count else { return nil }
      return Edit(SourceRange(SourcePosition(line: first, column: 1), SourcePosition(line: next, column: 1)), "")
    }
    guard index + 1 < entries.count else { return nil }
    return Edit(SourceRange(entry.range.start, entries[index + 1].range.start), "")
  }
}
