/// Reads the text of a paragraph: code, emphasis, links.
struct ProseInlines {
  private let text: [Character]
  private var parts: [Phrase.Part] = []
  private var plain = ""
  private var index = 0

  /// The phrase of a text.
  static func phrase(of text: some StringProtocol) -> Phrase {
    var reader = ProseInlines(Array(text))
    while reader.index < reader.text.count { reader.step() }
    reader.flush()
    return Phrase(reader.parts)
  }

  private init(_ text: [Character]) { self.text = text }

  private mutating func flush() {
    if !plain.isEmpty { parts.append(.text(plain)) }
    plain = ""
  }

  private mutating func append(_ part: Phrase.Part, to end: Int) {
    flush()
    parts.append(part)
    index = end
  }

  private mutating func step() {
    let character = text[index]
    switch character {
    case "\\":
      if index + 1 < text.count, text[index + 1].isPunctuation || text[index + 1].isSymbol { index += 1 }
      plain.append(text[index])
      index += 1
    case "`":
      if let (content, end) = code() { return append(.code(content), to: end) }
      literal(run(of: "`"))
    case "*", "_":
      if let (part, end) = emphasis(character) { return append(part, to: end) }
      literal(run(of: character))
    case "[":
      if let (part, end) = link() { return append(part, to: end) }
      literal(1)
    case "<":
      if let (part, end) = angle() { return append(part, to: end) }
      literal(1)
    case "\n":
      var blanks = 0
      while plain.last == " " {
        plain.removeLast()
        blanks += 1
      }
      if blanks > 1 { return append(.lineBreak, to: index + 1) }
      plain.append(" ")
      index += 1
    default: literal(1)
    }
  }

  private mutating func literal(_ count: Int) {
    plain += String(text[index..<min(index + count, text.count)])
    index += count
  }

  private func run(of character: Character) -> Int { text[index...].prefix { $0 == character }.count }

  /// `` `code` ``, with as many backticks at its end as at its beginning.
  private func code() -> (String, Int)? {
    let ticks = run(of: "`")
    var end = index + ticks
    while end < text.count {
      let closing = text[end...].prefix { $0 == "`" }.count
      if closing == ticks {
        var content = String(text[(index + ticks)..<end].map { $0.isNewline ? " " : $0 })
        if content.hasPrefix(" "), content.hasSuffix(" "), content.contains(where: { $0 != " " }) {
          content = String(content.dropFirst().dropLast())
        }
        return (content, end + ticks)
      }
      end += max(1, closing)
    }
    return nil
  }

  /// `*emphasis*`, `**strong**`; an underscore only where a word begins and ends.
  private func emphasis(_ sign: Character) -> (Phrase.Part, Int)? {
    let count = min(run(of: sign), 2)
    let start = index + count
    guard start < text.count, !text[start].isWhitespace else { return nil }
    if sign == "_", index > 0, text[index - 1].isLetter || text[index - 1].isNumber { return nil }
    var end = start
    while end < text.count {
      if text[end] == "\\" {
        end += 2
        continue
      }
      let run = text[end...].prefix { $0 == sign }.count
      let isWordEnd = sign != "_" || end + run >= text.count || !(text[end + run].isLetter || text[end + run].isNumber)
      if run >= count, !text[end - 1].isWhitespace, isWordEnd, end > start {
        let inner = ProseInlines.phrase(of: String(text[start..<end]))
        return (count == 2 ? .strong(inner) : .emphasis(inner), end + count)
      }
      end += max(1, run)
    }
    return nil
  }

  /// `[text](target)`
  private func link() -> (Phrase.Part, Int)? {
    guard let close = matching("]", from: index + 1, opening: "["), close + 1 < text.count, text[close + 1] == "(",
      let end = matching(")", from: close + 2, opening: "(")
    else { return nil }
    let title = ProseInlines.phrase(of: String(text[(index + 1)..<close]))
    let target = String(text[(close + 2)..<end]).split(separator: " ").first.map(String.init) ?? ""
    return (.reference(title, to: target), end + 1)
  }

  private func matching(_ close: Character, from start: Int, opening: Character) -> Int? {
    var depth = 0
    for place in text.indices.dropFirst(start) {
      if text[place] == opening { depth += 1 }
      if text[place] == close {
        if depth == 0 { return place }
        depth -= 1
      }
    }
    return nil
  }

  /// `<https://…>`, `<br>`
  private func angle() -> (Phrase.Part, Int)? {
    guard let end = text[index...].firstIndex(of: ">") else { return nil }
    let content = String(text[(index + 1)..<end])
    if ["br", "br/", "br /"].contains(content.lowercased()) { return (.lineBreak, end + 1) }
    guard content.contains("://"), !content.contains(where: \.isWhitespace) else { return nil }
    return (.reference(.text(content), to: content), end + 1)
  }
}
