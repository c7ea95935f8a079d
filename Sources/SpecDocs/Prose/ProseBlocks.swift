/// Reads Markdown line by line.
struct ProseBlocks {
  /// The lines, without their ends.
  let lines: [Substring]

  /// What stands in the lines.
  var blocks: [Block] {
    var blocks: [Block] = []
    var rest = lines[...]
    while let line = rest.first {
      if line.isBlank {
        rest = rest.dropFirst()
      } else if let fence = line.fence {
        blocks.append(fenced(fence, &rest))
      } else if line.indent >= 4 {
        let code = rest.prefix { $0.isBlank || $0.indent >= 4 }
        rest = rest.dropFirst(code.count)
        blocks.append(.code(ProseBlocks.text(code.map { String($0.dropFirst(4)) }), language: ""))
      } else if line.isRule {
        rest = rest.dropFirst()
      } else if let title = line.title {
        rest = rest.dropFirst()
        // A heading within an `about` is none of the page.
        blocks.append(.paragraph(.strong(ProseInlines.phrase(of: title))))
      } else if line.marker != nil {
        blocks.append(list(&rest))
      } else if line.trimmed.hasPrefix(">") {
        let quotation = rest.prefix { $0.trimmed.hasPrefix(">") }
        rest = rest.dropFirst(quotation.count)
        blocks += ProseBlocks(lines: quotation.map { $0.trimmed.dropFirst().droppingBlanks(1) }).blocks
      } else if let next = rest.dropFirst().first, line.contains("|"), next.isTableRule {
        blocks.append(table(&rest))
      } else {
        blocks.append(paragraph(&rest))
      }
    }
    return blocks
  }

  private func fenced(_ fence: Substring, _ rest: inout ArraySlice<Substring>) -> Block {
    let indent = rest.first?.indent ?? 0
    let code = rest.dropFirst().prefix { !($0.trimmed.hasPrefix(fence) && $0.trimmed.allSatisfy { $0 == fence.first }) }
    rest = rest.dropFirst(code.count + 2)
    return .code(
      ProseBlocks.text(code.map { String($0.droppingBlanks(indent)) }), language: "")
  }

  private func paragraph(_ rest: inout ArraySlice<Substring>) -> Block {
    var lines: [Substring] = []
    while let line = rest.first, !line.isBlank {
      let begins = line.fence != nil || line.title != nil || line.marker.map { !$0.isNumber || $0.text == "1." } == true
      if begins, !lines.isEmpty { break }
      lines.append(line)
      rest = rest.dropFirst()
    }
    return .paragraph(ProseInlines.phrase(of: lines.map { $0.droppingBlanks(3) }.joined(separator: "\n")))
  }

  // MARK: Lists

  private func list(_ rest: inout ArraySlice<Substring>) -> Block {
    var items: [Block.Item] = []
    guard let kind = rest.first?.marker?.isNumber else { return .list([]) }
    while let marker = rest.first?.marker, marker.isNumber == kind, let first = rest.first {
      var lines = [first.dropFirst(min(first.count, marker.width))]
      rest = rest.dropFirst()
      while let line = rest.first {
        let next = rest.first { !$0.isBlank }
        if line.isBlank {
          guard let next, next.indent >= marker.indent + 2, next.indent >= min(marker.width, 4) else { break }
        } else if line.indent < min(marker.width, marker.indent + 4) {
          // A line that goes on without being indented belongs to the paragraph above it.
          if line.marker != nil || lines.last?.isBlank == true { break }
        }
        lines.append(line.droppingBlanks(marker.width))
        rest = rest.dropFirst()
      }
      var item = Block.Item(.empty)
      item.blocks = ProseBlocks(lines: lines).blocks
      if item.blocks.isEmpty { item.blocks = [.paragraph(.empty)] }
      item.number = marker.isNumber ? items.count + 1 : nil
      items.append(item)
      let blank = rest.prefix { $0.isBlank }
      if rest.dropFirst(blank.count).first?.marker?.isNumber == kind { rest = rest.dropFirst(blank.count) }
    }
    return .list(items)
  }

  // MARK: Tables

  private func table(_ rest: inout ArraySlice<Substring>) -> Block {
    let lines = rest.prefix { !$0.isBlank && $0.contains("|") }
    rest = rest.dropFirst(lines.count)
    let rows = lines.map(cells)
    let head = rows[0]
    return .table(
      head,
      rows.dropFirst(2).map { row in
        head.indices.map { row.indices.contains($0) ? row[$0] : .empty }
      })
  }

  private func cells(of line: Substring) -> [Phrase] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line.trimmed {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells.map { ProseInlines.phrase(of: $0[...].trimmed) }
  }

  private static func text(_ lines: [String]) -> String {
    var lines = lines[...]
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}
