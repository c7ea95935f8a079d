import SpecModel

@testable import SpecCompiler

/// Writes a tree of YAML in a style of somebody who does not care: any indentation, brackets or lines, quotes where
/// none are needed, keys in any order, CRLF, comments anywhere. What it says stays.
struct Restyler {
  private var random: SplitMix
  private let hasComments: Bool
  private var text = ""
  private var comments = 0
  private let lineEnd: String

  /// The tree in the style of a seed.
  static func restyled(_ root: YAMLNode, seed: UInt64, hasComments: Bool) -> String {
    var restyler = Restyler(seed: seed, hasComments: hasComments)
    if restyler.chance(5) { restyler.text += "---" + restyler.lineEnd }
    restyler.block(root, at: .keys(.file), indent: 0, behindDash: false)
    if restyler.chance(5) { restyler.text += restyler.lineEnd }
    return restyler.text
  }

  private init(seed: UInt64, hasComments: Bool) {
    random = SplitMix(seed: seed)
    self.hasComments = hasComments
    lineEnd = seed % 3 == 0 ? "\r\n" : "\n"
  }

  /// True once in so many times.
  private mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  private mutating func newLine() {
    if hasComments, chance(4) {
      comments += 1
      text += String(repeating: " ", count: Int.random(in: 1...4, using: &random)) + "# remark \(comments)"
    } else if chance(10) {
      text += "  "
    }
    text += lineEnd
    while hasComments, chance(6) {
      comments += 1
      text += String(repeating: " ", count: Int.random(in: 0...8, using: &random)) + "# line \(comments)" + lineEnd
      if chance(3) { text += lineEnd }
    }
  }

  // MARK: Lines

  private mutating func block(_ node: YAMLNode, at place: FormatPlace, indent: Int, behindDash: Bool) {
    var isFirst = behindDash
    let blanks = String(repeating: " ", count: indent)
    switch node.content {
    case .mapping(let entries):
      for entry in shuffled(entries, at: place) {
        text += isFirst ? "" : blanks
        isFirst = false
        text += key(entry.key, of: place, inBrackets: false) + ":"
        value(entry.value, at: child(place, entry), indent: indent, isItem: false)
      }
    case .sequence(let items):
      for item in items {
        text += (isFirst ? "" : blanks) + "-"
        isFirst = false
        value(item, at: place.list.item, indent: indent, isItem: true)
      }
    case .scalar, .refused: break
    }
  }

  private mutating func value(_ node: YAMLNode, at place: FormatPlace, indent: Int, isItem: Bool) {
    switch node.content {
    case .scalar(let scalar) where scalar.style == .block: blockText(scalar.text, indent: indent)
    case .scalar(let scalar):
      let written = self.scalar(scalar, at: place, inBrackets: false)
      if !written.isEmpty { text += String(repeating: " ", count: Int.random(in: 1...3, using: &random)) + written }
      newLine()
    case .sequence, .mapping:
      guard isEmpty(node) || canBracket(node) && chance(2) else {
        return lines(node, at: place, indent: indent, isItem: isItem)
      }
      text += " "
      brackets(node, at: place, indent: indent + 1)
      newLine()
    case .refused: break
    }
  }

  private mutating func lines(_ node: YAMLNode, at place: FormatPlace, indent: Int, isItem: Bool) {
    let isList = if case .sequence = node.content { true } else { false }
    let more = Int.random(in: (isList && !isItem ? 0 : 1)...6, using: &random)
    if isItem, chance(2) {
      text += String(repeating: " ", count: more)
      block(node, at: place, indent: indent + 1 + more, behindDash: true)
    } else {
      newLine()
      block(node, at: place, indent: indent + more, behindDash: false)
    }
  }

  private func isEmpty(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    case .scalar, .refused: false
    }
  }

  private mutating func blockText(_ lines: String, indent: Int) {
    let more = Int.random(in: 1...5, using: &random)
    let body = lines.hasSuffix("\n") ? String(lines.dropLast()) : lines
    text += " |" + (lines.hasSuffix("\n") ? "" : "-") + lineEnd
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      text += (line.isEmpty ? "" : String(repeating: " ", count: indent + more)) + line + lineEnd
    }
  }

  // MARK: Brackets

  /// Whether a node has no text in a block, which cannot stand in brackets.
  private func canBracket(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .scalar(let scalar): scalar.style != .block
    case .sequence(let items): items.allSatisfy { canBracket($0) && !isNothing($0) }
    case .mapping(let entries): entries.allSatisfy { canBracket($0.value) }
    case .refused: false
    }
  }

  private func isNothing(_ node: YAMLNode) -> Bool { node.content == .scalar(YAMLScalar(text: "", style: .plain)) }

  private mutating func brackets(_ node: YAMLNode, at place: FormatPlace, indent: Int) {
    switch node.content {
    case .scalar(let scalar): text += self.scalar(scalar, at: place, inBrackets: true)
    case .sequence(let items): list(items, "[", "]", indent) { $0.brackets($1, at: place.list.item, indent: indent) }
    case .mapping(let entries):
      list(shuffled(entries, at: place), "{", "}", indent) { restyler, entry in
        restyler.text += restyler.key(entry.key, of: place, inBrackets: true)
        if restyler.isNothing(entry.value), restyler.chance(2) { return }
        restyler.text += ": "
        restyler.brackets(entry.value, at: restyler.child(place, entry), indent: indent)
      }
    case .refused: break
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: Int, _ write: (inout Restyler, Item) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      gap(indent)
      write(&self, item)
      if index + 1 < items.count || chance(8) {
        if chance(4) { text += " " }
        text += ","
        if index + 1 < items.count { text += " " }
      }
    }
    gap(indent)
    text += close
  }

  private mutating func gap(_ indent: Int) {
    if chance(6) {
      newLine()
      text += String(repeating: " ", count: indent + Int.random(in: 0...4, using: &random))
    } else if chance(2) {
      text += " "
    }
  }

  // MARK: Texts

  private mutating func key(_ key: YAMLScalar, of place: FormatPlace, inBrackets: Bool) -> String {
    if place.keepsQuotes {
      return ScalarForm.inline(key, at: place, inBrackets: inBrackets) ?? ScalarForm.quoted(key.text)
    }
    return chance(3) && PlainScalar(key.text) == .string
      ? ScalarForm.quoted(key.text)
      : ScalarForm.inline(key, at: nil, inBrackets: inBrackets) ?? ScalarForm.quoted(key.text)
  }

  /// A text with quotes or without, which mean the same where the place is the language's.
  private mutating func scalar(_ scalar: YAMLScalar, at place: FormatPlace, inBrackets: Bool) -> String {
    if place.keepsQuotes || place.isWord(scalar.text) || PlainScalar(scalar.text) != .string || !chance(2) {
      return ScalarForm.inline(scalar, at: place, inBrackets: inBrackets) ?? ScalarForm.quoted(scalar.text)
    }
    let isSimple = scalar.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F && $0 != "'" }
    return isSimple && chance(2) ? "'\(scalar.text)'" : ScalarForm.doubleQuoted(scalar.text)
  }

  private func child(_ place: FormatPlace, _ entry: YAMLEntry) -> FormatPlace {
    let isList = if case .sequence = entry.value.content { true } else { false }
    return place.value(of: entry.key.text, isList: isList)
  }

  /// The language's keys in any order, where there are no others among them.
  private mutating func shuffled(_ entries: [YAMLEntry], at place: FormatPlace) -> [YAMLEntry] {
    guard case .keys(let place) = place, chance(2) else { return entries }
    let known = Set(place.keys.map(\.name))
    let others = entries.filter { !known.contains($0.key.text) }
    return entries.filter { known.contains($0.key.text) }.shuffled(using: &random) + others
  }
}

/// A small generator of numbers that a seed determines (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
