import SpecModel

extension Findings {
  /// `minimum:`, `maximum:`, `length:` and `pattern:` of a field.
  mutating func constraints(_ keys: KeyedSyntax) -> ConstraintSpec {
    ConstraintSpec(
      minimum: keys["minimum"].flatMap { bound($0) }, maximum: keys["maximum"].flatMap { bound($0) },
      length: keys["length"].flatMap { length($0) },
      pattern: keys["pattern"].flatMap { node in
        filledText(node, "`pattern`").map { ConstraintSpec.Pattern($0.text, range: $0.range) }
      })
  }

  private mutating func bound(_ node: YAMLNode) -> ConstraintSpec.Bound? {
    value(node).map { ConstraintSpec.Bound($0, range: node.range) }
  }

  /// `3`, `1..64`, `1..`, `..64`
  private mutating func length(_ node: YAMLNode) -> ConstraintSpec.Length? {
    guard let text = filledText(node, "`length`") else { return nil }
    let parts = text.text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = [parts.first, parts.last].map { $0.flatMap { $0.isEmpty ? nil : Int($0) } }
    let isWritten = [parts.first, parts.last].map { $0?.isEmpty == false }
    let isRead = zip(numbers, isWritten).allSatisfy { ($0 != nil) == $1 } && numbers.allSatisfy { ($0 ?? 0) >= 0 }
    if isRead, parts.count == 1, let number = numbers[0] {
      return ConstraintSpec.Length(minimum: number, maximum: number, text: text.text, range: text.range)
    }
    if isRead, parts.count == 3, parts[1].isEmpty, isWritten.contains(true), numbers[0] ?? 0 <= numbers[1] ?? .max {
      return ConstraintSpec.Length(minimum: numbers[0], maximum: numbers[1], text: text.text, range: text.range)
    }
    error(
      Code.badLength, at: text.range, "expected a length or a range of lengths, found \(Prose.quoted(text.text))",
      help: "write `3`, `1..64`, `1..` or `..64`")
    return nil
  }
}
