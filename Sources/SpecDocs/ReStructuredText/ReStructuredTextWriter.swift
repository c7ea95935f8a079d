import SpecDrawing
import SpecModel

/// A document as reStructuredText.
struct ReStructuredTextWriter {
  private let document: Document
  private let prefix: String

  /// Writes a document.
  init(_ document: Document) {
    self.document = document
    let file = document.sourceName.split(separator: "/").last ?? ""
    prefix = Markdown.slug(of: String(file.prefix { $0 != "." }))
  }

  /// The text, without a line end behind it.
  var text: String { text(of: Prose.structured(document.blocks)) }

  private func text(of blocks: [Block]) -> String {
    blocks.map { text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let phrase, let anchor): heading(level, phrase, anchor)
    case .paragraph(let phrase): ReStructuredText.paragraph(text(of: phrase))
    case .prose: ""
    case .code(let text, let language): self.code(text, language.isEmpty ? "text" : language)
    case .diagram(let chain):
      code(String(Drawing.text(of: document.spec.chains[chain], in: document.spec).dropLast()), "text")
    case .table(let head, let rows): table(head, rows)
    case .list(let items): items.map { self.text(of: $0) }.joined(separator: "\n\n")
    }
  }

  private func heading(_ level: Int, _ phrase: Phrase, _ anchor: Anchor?) -> String {
    let signs: [Character] = ["=", "-", "~", "^"]
    let title = text(of: phrase)
    let line = String(repeating: signs[min(max(level, 1), 4) - 1], count: max(3, TextWidth.columns(of: title)))
    let label = anchor.map { ".. _\(self.label($0)):\n\n" } ?? (level == 1 ? ".. _\(prefix):\n\n" : "")
    return label + title + "\n" + line
  }

  /// `majordomo-message-request`
  private func label(_ anchor: Anchor) -> String { "\(prefix)-\(anchor.text)" }

  private func code(_ text: String, _ language: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return "" }
    return ".. code-block:: \(language)\n\n" + indented(text, by: 3, first: true)
  }

  private func table(_ head: [Phrase], _ rows: [[Phrase]]) -> String {
    let lines = ([head] + rows).map { row in
      row.enumerated().map { index, cell in
        let text = ReStructuredText.paragraph(self.text(of: cell))
        return (index == 0 ? "   * -" : "     -") + (text.isEmpty ? "" : " " + text)
      }.joined(separator: "\n")
    }
    return ".. list-table::\n   :header-rows: 1\n\n" + lines.joined(separator: "\n")
  }

  private func text(of item: Block.Item) -> String {
    let marker = item.number.map { "\($0). " } ?? "* "
    let target = item.anchor.map { ".. _\(label($0)):\n\n" } ?? ""
    return marker + indented(target + text(of: item.blocks), by: marker.count, first: false)
  }

  private func indented(_ text: String, by columns: Int, first: Bool) -> String {
    let blanks = String(repeating: " ", count: columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      line.isEmpty || (index == 0 && !first) ? String(line) : blanks + line
    }.joined(separator: "\n")
  }

  // MARK: Phrases

  private func text(of phrase: Phrase) -> String {
    var line = ReStructuredText.Line()
    for part in phrase.parts { add(part, to: &line) }
    return line.text.split(separator: "\n").joined(separator: " ")
  }

  private func add(_ part: Phrase.Part, to line: inout ReStructuredText.Line) {
    switch part {
    case .text(let text): line.add(text: ReStructuredText.escaped(text))
    case .code(let text): addCode(text, to: &line)
    case .strong(let phrase): addMarked("**", phrase, to: &line)
    case .emphasis(let phrase): addMarked("*", phrase, to: &line)
    case .link(let phrase, let anchor):
      line.add(markup: "\(ReStructuredText.reference)\(titled(phrase)) <\(label(anchor))>`")
    case .reference(let phrase, let target):
      if target.contains("://") {
        line.add(markup: "`\(titled(phrase)) <\(target)>`__")
      } else {
        line.add(text: ReStructuredText.escaped(phrase.plain))
      }
    case .lineBreak: line.add(text: " ")
    case .prose(let text): line.add(text: ReStructuredText.escaped(text))
    }
  }

  /// `` ``code`` ``; what cannot stand between such marks is text.
  private func addCode(_ text: String, to line: inout ReStructuredText.Line) {
    let isPossible =
      text.first.map { !$0.isWhitespace && $0 != "`" } == true
      && text.last.map { !$0.isWhitespace && $0 != "`" && $0 != "\\" } == true && !text.contains("``")
    let text = String(text.map { $0.isNewline ? " " : $0 })
    if isPossible { line.add(markup: "``\(text)``") } else { line.add(text: ReStructuredText.escaped(text)) }
  }

  /// Marks do not stand in each other, so what is in them is text.
  private func addMarked(_ mark: String, _ phrase: Phrase, to line: inout ReStructuredText.Line) {
    let text = ReStructuredText.escaped(phrase.plain)
    let isPossible = text.first?.isWhitespace == false && text.last?.isWhitespace == false
    if isPossible { line.add(markup: mark + text + mark) } else { line.add(text: text) }
  }

  /// The title of a link, in which `<` begins the target.
  private func titled(_ phrase: Phrase) -> String {
    ReStructuredText.escaped(phrase.plain).split(separator: "<", omittingEmptySubsequences: false).joined(
      separator: "\\<")
  }
}
