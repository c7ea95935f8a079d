import SpecDrawing
import SpecModel

/// A document as GitHub's Markdown. What the author wrote stands in it as it was written.
struct MarkdownWriter {
  private let document: Document

  /// Writes a document.
  init(_ document: Document) { self.document = document }

  /// The text, without a line end behind it.
  var text: String { text(of: document.blocks) }

  private func text(of blocks: [Block]) -> String { blocks.map(text).joined(separator: "\n\n") }

  private func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let phrase, let anchor):
      String(repeating: "#", count: level) + " " + (anchor.map(target) ?? "") + text(of: phrase)
    case .paragraph(let phrase): text(of: phrase)
    case .prose(let text): text
    case .code(let text, let language): Markdown.block(text, language: language)
    case .diagram(let chain):
      Markdown.block(String(Drawing.text(of: document.spec.chains[chain], in: document.spec).dropLast()))
    case .table(let head, let rows): Markdown.table(head.map(text), rows.map { $0.map(text) })
    case .list(let items): text(of: items)
    }
  }

  /// `<a id="message-ping"></a>`: GitHub's own anchors follow the title, which may change, and count what is there twice.
  private func target(_ anchor: Anchor) -> String { "<a id=\"\(anchor.text)\"></a>" }

  // MARK: Lists

  /// A blank line stands where a list of another kind begins, because Markdown takes a list that begins with another
  /// number than 1 for text otherwise.
  private func text(of items: [Block.Item]) -> String {
    var text = ""
    for (index, item) in items.enumerated() {
      let marker = item.number.map { "\($0). " } ?? "* "
      let indent = String(repeating: " ", count: marker.count)
      if index > 0 {
        let last = items[index - 1]
        let isTight = (last.number == nil) == (item.number == nil) && last.blocks.count == 1 && item.blocks.count == 1
        text += isTight ? "\n" : "\n\n"
      }
      let lines = self.text(of: item.blocks).split(separator: "\n", omittingEmptySubsequences: false)
      text += marker + (item.anchor.map(target) ?? "")
      text += lines.enumerated().map { number, line in
        line.allSatisfy { $0 == " " } ? "" : (number == 0 ? "" : indent) + line
      }.joined(separator: "\n")
    }
    return text
  }

  // MARK: Phrases

  private func text(of phrase: Phrase) -> String { phrase.parts.map(text).joined() }

  private func text(of part: Phrase.Part) -> String {
    switch part {
    case .text("\n"): "\n"
    case .text(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { Markdown.plain(String($0)) }.joined(
        separator: "\n")
    case .code(let text): Markdown.code(text)
    case .strong(let phrase): "**\(text(of: phrase))**"
    case .emphasis(let phrase): "*\(text(of: phrase))*"
    case .link(let phrase, let anchor): Markdown.link(text(of: phrase), to: anchor.text)
    case .reference(let phrase, let target): "[\(text(of: phrase))](\(target))"
    case .lineBreak: "<br>"
    case .prose(let text): text
    }
  }
}
