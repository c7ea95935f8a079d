import SpecDrawing
import SpecModel

/// A document as the part of an HTML page.
struct HTMLWriter {
  private let document: Document
  private let prefix: String

  /// Writes a document whose anchors begin with a prefix.
  init(_ document: Document, prefix: String) {
    self.document = document
    self.prefix = prefix
  }

  /// The article.
  var text: String {
    "<article id=\"\(prefix)\">\n" + text(of: Prose.structured(document.blocks)) + "\n</article>"
  }

  /// The article's place in the contents of the page: its headings, two levels of them.
  var contents: String {
    var lines = ["<ul>"]
    let title = document.spec.title ?? document.spec.name.text
    lines.append("<li><a href=\"#\(prefix)\"><strong>\(HTML.escaped(title))</strong></a>\n<ul>")
    for block in document.blocks {
      guard case .heading(2, let phrase, let anchor?) = block else { continue }
      lines.append("<li><a href=\"#\(id(anchor))\">\(text(of: phrase))</a></li>")
    }
    return (lines + ["</ul></li></ul>"]).joined(separator: "\n")
  }

  private func id(_ anchor: Anchor) -> String { HTML.escaped("\(prefix)/\(anchor.text)") }

  private func text(of blocks: [Block]) -> String { blocks.map(text).joined(separator: "\n") }

  private func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let phrase, let anchor):
      "<h\(level)\(anchor.map { " id=\"\(id($0))\"" } ?? "")>\(text(of: phrase))\(permalink(anchor))</h\(level)>"
    case .paragraph(let phrase): "<p>\(text(of: phrase))</p>"
    case .prose: ""
    case .code(let text, let language):
      "<pre\(language.isEmpty ? "" : " class=\"\(HTML.escaped(language))\"")><code>\(HTML.escaped(text))\n</code></pre>"
    case .diagram(let chain): diagram(chain)
    case .table(let head, let rows): table(head, rows)
    case .list(let items): "<ul>\n" + items.map(text).joined(separator: "\n") + "\n</ul>"
    }
  }

  private func permalink(_ anchor: Anchor?) -> String {
    anchor.map { " <a class=\"permalink\" href=\"#\(id($0))\" aria-label=\"Link to this\">#</a>" } ?? ""
  }

  /// The picture, the same as text for whoever wants to copy it, and the frames.
  private func diagram(_ index: Int) -> String {
    let (spec, chain) = (document.spec, document.spec.chains[index])
    let picture = Drawing.svg(of: chain, in: spec, embeddedIn: prefix)
    let frames = Drawing.frames(of: chain, in: spec)
    let drawing = Drawing.diagram(of: chain, in: spec, options: DrawingOptions(style: .auto)).text
    return """
      <figure>
      \(picture)</figure>
      <details class="as-text"><summary>As text</summary><pre><code>\(HTML.escaped(drawing))
      </code></pre></details>
      <pre class="frames"><code>\(HTML.escaped(frames))
      </code></pre>
      """
  }

  private func table(_ head: [Phrase], _ rows: [[Phrase]]) -> String {
    let cells = { (row: [Phrase], tag: String) in
      "<tr>" + row.map { "<\(tag)>\(text(of: $0))</\(tag)>" }.joined() + "</tr>"
    }
    return "<div class=\"table\"><table>\n<thead>\(cells(head, "th"))</thead>\n<tbody>\n"
      + rows.map { cells($0, "td") }.joined(separator: "\n") + "\n</tbody></table></div>"
  }

  private func text(of item: Block.Item) -> String {
    let id = item.anchor.map { " id=\"\(self.id($0))\"" } ?? ""
    let number = item.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
    let style = item.number == nil ? "" : " class=\"numbered\""
    // One paragraph needs no element of its own.
    if item.blocks.count == 1, case .paragraph(let phrase) = item.blocks[0] {
      return "<li\(style)\(id)>\(number)\(text(of: phrase))\(permalink(item.anchor))</li>"
    }
    return "<li\(style)\(id)>\(number)\(text(of: item.blocks))\(permalink(item.anchor))</li>"
  }

  // MARK: Phrases

  private func text(of phrase: Phrase) -> String { phrase.parts.map(text).joined() }

  private func text(of part: Phrase.Part) -> String {
    switch part {
    case .text(let text), .prose(let text): HTML.escaped(text)
    case .code(let text): "<code>\(HTML.escaped(text))</code>"
    case .strong(let phrase): "<strong>\(text(of: phrase))</strong>"
    case .emphasis(let phrase): "<em>\(text(of: phrase))</em>"
    case .link(let phrase, let anchor): "<a href=\"#\(id(anchor))\">\(text(of: phrase))</a>"
    case .reference(let phrase, let target):
      HTML.isHarmless(target)
        ? "<a href=\"\(HTML.escaped(target))\">\(text(of: phrase))</a>" : text(of: phrase)
    case .lineBreak: "<br>"
    }
  }
}
