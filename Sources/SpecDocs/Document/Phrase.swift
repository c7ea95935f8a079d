/// A piece of text of a page, with code and links in it; written as a string with others in it.
///
/// ```swift
/// let phrase: Phrase = "\(names.process(id)) waits no longer than \(span) for it."
/// ```
struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// What a phrase is made of.
  indirect enum Part: Sendable, Hashable {
    /// Text, in which nothing has a meaning.
    case text(String)
    /// A name, a value, frames.
    case code(String)
    /// What stands out.
    case strong(Phrase)
    /// A condition, a title.
    case emphasis(Phrase)
    /// A link within the page.
    case link(Phrase, to: Anchor)
    /// A link to somewhere else.
    case reference(Phrase, to: String)
    /// A new line.
    case lineBreak
    /// Markdown of the author, as it stands.
    case prose(String)
  }

  /// In their order.
  var parts: [Part]

  /// A phrase of some parts.
  init(_ parts: [Part]) { self.parts = parts }
  /// Text.
  init(stringLiteral text: String) { parts = [.text(text)] }
  /// Text with other phrases in it.
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Nothing.
  static let empty = Phrase([])
  /// Text.
  static func text(_ text: some StringProtocol) -> Phrase { Phrase([.text(String(text))]) }
  /// A name, a value, frames.
  static func code(_ text: String) -> Phrase { Phrase([.code(text)]) }
  /// What stands out.
  static func strong(_ phrase: Phrase) -> Phrase { Phrase([.strong(phrase)]) }
  /// A condition, a title.
  static func emphasis(_ phrase: Phrase) -> Phrase { Phrase([.emphasis(phrase)]) }
  /// A link within the page.
  static func link(_ phrase: Phrase, to anchor: Anchor) -> Phrase { Phrase([.link(phrase, to: anchor)]) }
  /// Markdown of the author; nil for nothing but blanks.
  static func prose(_ text: String?) -> Phrase? { Markdown.prose(text).map { Phrase([.prose($0)]) } }

  static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.parts + right.parts) }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ phrases: [Phrase]) -> Phrase {
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? .empty }
    return phrases.dropLast().joined(", ") + " and " + last
  }

  /// Its text alone: for a title, a label, a search.
  var plain: String {
    parts.map { part in
      switch part {
      case .text(let text), .code(let text), .prose(let text): text
      case .strong(let phrase), .emphasis(let phrase), .link(let phrase, _), .reference(let phrase, _): phrase.plain
      case .lineBreak: " "
      }
    }.joined()
  }

  /// Collects the parts of a string literal.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.text(literal)) } }
    mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
    mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    mutating func appendInterpolation(_ number: Int) { parts.append(.text("\(number)")) }
  }
}

extension Sequence<Phrase> {
  /// One behind the other, with something between them.
  func joined(_ separator: Phrase) -> Phrase {
    var all: [Phrase.Part] = []
    for phrase in self { all += (all.isEmpty ? [] : separator.parts) + phrase.parts }
    return Phrase(all)
  }
}
