/// The author's Markdown as blocks of a page, for the forms of a page that are not Markdown.
///
/// It knows what `about` texts are made of: paragraphs, lists in lists, code, tables, quotations, emphasis, links. HTML in it
/// becomes text, since what an author writes must not run in a reader's browser.
enum Prose {
  /// The same blocks without `prose` in any of them.
  static func structured(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block {
      case .prose(let text): self.blocks(of: text)
      case .paragraph(let phrase): expanded(phrase)
      case .table(let head, let rows): [.table(head.map(flat), rows.map { $0.map(flat) })]
      case .list(let items):
        [
          .list(
            items.map { item in
              var item = item
              item.blocks = structured(item.blocks)
              return item
            })
        ]
      case .heading, .code, .diagram: [block]
      }
    }
  }

  /// The blocks of a text.
  static func blocks(of text: String) -> [Block] {
    ProseBlocks(lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)).blocks
  }

  /// A phrase with prose in it as a paragraph and what follows.
  private static func expanded(_ phrase: Phrase) -> [Block] {
    var blocks: [Block] = []
    var current = Phrase.empty
    func flush() {
      if !current.parts.isEmpty { blocks.append(.paragraph(current)) }
      current = .empty
    }
    for part in phrase.parts {
      guard case .prose(let text) = part else {
        current.parts.append(part)
        continue
      }
      for (index, block) in self.blocks(of: text).enumerated() {
        if index > 0 { flush() }
        if case .paragraph(let phrase) = block {
          current.parts += phrase.parts
        } else {
          flush()
          blocks.append(block)
        }
      }
    }
    flush()
    return blocks
  }

  /// A phrase on one line, as a cell of a table has it: paragraphs become line breaks.
  private static func flat(_ phrase: Phrase) -> Phrase {
    expanded(phrase).map(flat).joined(Phrase([.lineBreak]))
  }

  private static func flat(_ block: Block) -> Phrase {
    switch block {
    case .paragraph(let phrase), .heading(_, let phrase, _): phrase
    case .code(let text, _): .code(text)
    case .list(let items): items.map { $0.blocks.map(flat).joined(" ") }.joined(Phrase([.lineBreak]))
    case .table(_, let rows): rows.map { $0.joined(", ") }.joined(Phrase([.lineBreak]))
    case .prose, .diagram: .empty
    }
  }
}
