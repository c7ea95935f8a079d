extension SourceText {
  /// The text with some stretches replaced; nil where an edit lies outside of it, or two overlap.
  ///
  /// Everything else stays to the byte, line ends among it.
  public func applying(_ edits: [Edit]) -> String? {
    guard let first = lines.first else { return nil }
    let text = first.base
    var result = ""
    var rest = text.startIndex
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      guard let start = index(of: edit.range.start), let end = index(of: edit.range.end), rest <= start, start <= end
      else { return nil }
      result.unicodeScalars.append(contentsOf: text.unicodeScalars[rest..<start])
      result += edit.text
      rest = end
    }
    result.unicodeScalars.append(contentsOf: text.unicodeScalars[rest...])
    return result
  }

  private func index(of position: SourcePosition) -> String.Index? {
    guard let line = line(position.line)?.unicodeScalars else { return nil }
    return line.index(line.startIndex, offsetBy: position.column - 1, limitedBy: line.endIndex)
  }
}
