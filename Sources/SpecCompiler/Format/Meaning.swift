import SpecModel

/// Whether two files say the same, whatever they look like.
enum Meaning {
  /// Whether two trees differ only in the order of the language's keys and in the quotes of texts.
  static func isSame(_ a: YAMLNode, _ b: YAMLNode, at place: FormatPlace = .keys(.file)) -> Bool {
    switch (a.content, b.content) {
    case (.scalar(let a), .scalar(let b)): return isSame(a, b, in: place)
    case (.sequence(let a), .sequence(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1, at: place.list.item) }
    case (.mapping(let a), .mapping(let b)):
      guard a.count == b.count else { return false }
      return zip(sorted(a, at: place), sorted(b, at: place)).allSatisfy { first, second in
        let keyPlace = place.keepsQuotes ? place : .value(.text(.name))
        guard isSame(first.key, second.key, in: keyPlace) else { return false }
        let isList = if case .sequence = first.value.content { true } else { false }
        return isSame(first.value, second.value, at: place.value(of: first.key.text, isList: isList))
      }
    default: return false
    }
  }

  /// Quotes mean something in data, and elsewhere where they make a text of what would be none.
  private static func isSame(_ a: YAMLScalar, _ b: YAMLScalar, in place: FormatPlace) -> Bool {
    guard a.text == b.text else { return false }
    if place.keepsQuotes { return a.style == b.style || a.style == .block && b.style == .doubleQuoted }
    if place.isWord(a.text) { return (a.style == .plain) == (b.style == .plain) }
    return reading(a) == reading(b)
  }

  private static func reading(_ scalar: YAMLScalar) -> PlainScalar {
    scalar.style == .plain ? PlainScalar(scalar.text) : .string
  }

  /// The language's keys by name; what else there is, arrows and groups and keys of others, in its order behind them.
  private static func sorted(_ entries: [YAMLEntry], at place: FormatPlace) -> [YAMLEntry] {
    guard case .keys(let place) = place else { return entries }
    let known = Set(place.keys.map(\.name))
    let (language, others) = (
      entries.filter { known.contains($0.key.text) }, entries.filter { !known.contains($0.key.text) }
    )
    return language.sorted { $0.key.text < $1.key.text } + others.filter { !$0.key.text.hasPrefix("x-") }
      + others.filter { $0.key.text.hasPrefix("x-") }
  }

  /// Whether two protocols are the same apart from where things stand in their files.
  static func isSame(_ a: ProtocolSpec, _ b: ProtocolSpec) -> Bool {
    var (first, second) = ("", "")
    describe(a, into: &first)
    describe(b, into: &second)
    return first == second
  }

  /// Writes down all that is in a value but its source ranges.
  private static func describe(_ value: Any, into text: inout String) {
    if value is SourceRange { return }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty {
      text += String(reflecting: value)
    } else if mirror.displayStyle == .set || mirror.displayStyle == .dictionary {
      // Their order is nobody's.
      let parts = mirror.children.map { child in
        var part = ""
        describe(child.value, into: &part)
        return part
      }
      text += parts.sorted().joined(separator: ";")
    } else {
      for child in mirror.children {
        text += child.label ?? "-"
        text += "("
        describe(child.value, into: &text)
        text += ")"
      }
    }
  }
}
