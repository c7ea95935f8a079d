import SpecModel

/// Writes a tree in the one form that a protocol file has.
///
/// ```
/// processes:
///   PingProc: { shown_as: ping_uuid, sockets: { pongs: REQ } }
///   Station:
///     about: Looks out of the window now and then.
///     sockets: { reports: { type: PUB, bind: "tcp://*:5681" } }
/// ```
struct FormatPrinter {
  /// The columns that a line in brackets may have.
  static let width = 120

  private var lines: [String] = []

  /// The text of a file.
  static func print(_ root: FormatNode) -> String {
    var printer = FormatPrinter()
    printer.items(root, indent: 0, depth: 0)
    printer.comments(root.atEnd, indent: 0)
    return printer.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Lines

  /// The items of a mapping or a list, each beginning a line.
  private mutating func items(_ node: FormatNode, indent: Int, depth: Int) {
    var wasSection = false
    for (index, item) in node.items.enumerated() {
      let isSection = node.place == .keys(.file) && item.value.place.isSection
      let needsBlankLine = index > 0 && (isSection || wasSection)
      comments(item.before, indent: indent, isFirst: index == 0, needsBlankLine: needsBlankLine)
      if item.before.isEmpty ? item.hasBlankLine && index > 0 || needsBlankLine : item.hasBlankLine { blankLine() }
      if node.isMapping {
        entry(item, of: node.place, indent: indent, depth: depth)
      } else {
        listItem(item, indent: indent, depth: depth)
      }
      wasSection = isSection
    }
  }

  private mutating func comments(
    _ comments: [FormatComment], indent: Int, isFirst: Bool = false, needsBlankLine: Bool = false
  ) {
    for (index, comment) in comments.enumerated() {
      if index == 0 ? (comment.hasBlankLine && !isFirst) || needsBlankLine : comment.hasBlankLine { blankLine() }
      lines.append(blanks(indent) + comment.text)
    }
  }

  private mutating func blankLine() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func entry(_ item: FormatItem, of place: FormatPlace, indent: Int, depth: Int) {
    guard let key = item.key else { return }
    let head = blanks(indent) + keyText(key, of: place, inBrackets: false) + ":"
    value(item.value, behind: head, comment: item.behind, indent: indent + 2, depth: depth + 1)
  }

  private mutating func listItem(_ item: FormatItem, indent: Int, depth: Int) {
    let isPair = item.value.isMapping && item.value.items.count == 1
    if isPair || needsLines(item.value, column: indent + 2, depth: depth + 1) {
      if let comment = item.behind { comments([FormatComment(text: comment.text)], indent: indent) }
      let dash = lines.count
      items(item.value, indent: indent + 2, depth: depth + 1)
      comments(item.value.atEnd, indent: indent + 2)
      if dash < lines.count { lines[dash] = blanks(indent) + "- " + lines[dash].dropFirst(indent + 2) }
    } else {
      value(item.value, behind: blanks(indent) + "-", comment: item.behind, indent: indent + 2, depth: depth + 1)
    }
  }

  /// What stands behind a key or a dash.
  private mutating func value(
    _ node: FormatNode, behind head: String, comment: YAMLComment?, indent: Int, depth: Int
  ) {
    let room = Self.width - TextWidth.columns(of: head) - 1
    if case .scalar(let scalar) = node.content {
      if node.isNothing { return lines.append(with(comment, behind: head)) }
      let text = ScalarForm.inline(scalar, at: node.place, inBrackets: false)
      let isWide = text.map { TextWidth.columns(of: $0) > room } ?? true
      if isWide || !ScalarForm.isOneLine(scalar.text), let kept = node.lines {
        let isBlock = scalar.style == .block
        lines.append(isBlock ? with(comment, behind: head + " " + kept.head) : head + " " + kept.head)
        for line in kept.lines { lines.append(line.isEmpty ? "" : blanks(indent) + line) }
        if !isBlock, let last = lines.popLast() { lines.append(with(comment, behind: last)) }
      } else {
        lines.append(with(comment, behind: head + " " + (text ?? ScalarForm.doubleQuoted(scalar.text))))
      }
      return
    }
    if !needsLines(node, column: TextWidth.columns(of: head) + 1, depth: depth), let text = inline(node, room: .max) {
      return lines.append(with(comment, behind: head + " " + text))
    }
    lines.append(with(comment, behind: head))
    items(node, indent: indent, depth: depth)
    comments(node.atEnd, indent: indent)
  }

  /// A line with the comment behind it: in its column where there is room, else two blanks away.
  private func with(_ comment: YAMLComment?, behind line: String) -> String {
    guard let comment else { return line }
    let width = line.unicodeScalars.count
    let gap = comment.range.start.column - 1 - width
    return line + blanks((comment.gap ?? 0) > 2 && gap > 2 ? gap : 2) + comment.text
  }

  /// In data the quotes of a key mean something, too: `$kwargs...` spreads, and in quotes it does not.
  private func keyText(_ key: YAMLScalar, of place: FormatPlace, inBrackets: Bool) -> String {
    ScalarForm.inline(key, at: place.keepsQuotes ? place : nil, inBrackets: inBrackets)
      ?? ScalarForm.doubleQuoted(key.text)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Brackets

  /// Whether a list or a mapping has a line for each of its items.
  private func needsLines(_ node: FormatNode, column: Int, depth: Int) -> Bool {
    if node.items.isEmpty { return false }
    if node.place.alwaysHasLines(depth: depth) || !node.fitsBrackets { return true }
    return inline(node, room: Self.width - column) == nil
  }

  /// A node in one line; nil where it has more than `room` columns, or cannot be written so.
  private func inline(_ node: FormatNode, room: Int) -> String? {
    switch node.content {
    case .scalar(let scalar):
      let text = ScalarForm.inline(scalar, at: node.place, inBrackets: true)
      return text.flatMap { TextWidth.columns(of: $0) <= room ? $0 : nil }
    case .list: return inline(node, "[", "]", room: room)
    case .mapping: return inline(node, "{", "}", room: room)
    }
  }

  private func inline(_ node: FormatNode, _ open: String, _ close: String, room: Int) -> String? {
    if node.items.isEmpty { return open + close }
    var text = open
    for (index, item) in node.items.enumerated() {
      text += index == 0 ? " " : ", "
      guard let part = inline(item, of: node.place, room: room - text.utf8.count) else { return nil }
      text += part
    }
    text += " " + close
    return TextWidth.columns(of: text) <= room ? text : nil
  }

  private func inline(_ item: FormatItem, of place: FormatPlace, room: Int) -> String? {
    guard let key = item.key else {
      if item.value.isNothing { return nil }
      let hasBarePairs = place == .frames || place == .branch
      if hasBarePairs, item.value.isMapping, item.value.items.count == 1, !item.value.items[0].value.isNothing {
        return inline(item.value.items[0], of: item.value.place, room: room)
      }
      return inline(item.value, room: room)
    }
    let head = keyText(key, of: place, inBrackets: true)
    if item.value.isNothing { return head }
    return inline(item.value, room: room - head.utf8.count).map { head + ": " + $0 }
  }
}
