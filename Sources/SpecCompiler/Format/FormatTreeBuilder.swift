import SpecModel

/// Gives each comment and each blank line of a file to the node that it belongs to.
///
/// A comment in a line of its own belongs to what follows, unless it is indented deeper than that: then it ends
/// the list or mapping before it. A comment behind something belongs to what ends, or opens, last in its line.
struct FormatTreeBuilder {
  private let source: SourceText
  private var comments: ArraySlice<YAMLComment>
  /// The line in which the last thing that was visited ends.
  private var lastLine = 0

  /// Starts with all comments of a text.
  init(_ source: SourceText, comments: [YAMLComment]) {
    self.source = source
    self.comments = comments[...]
  }

  /// The whole file.
  mutating func build(_ root: YAMLNode) -> FormatNode {
    let end = SourcePosition(line: source.lines.count + 1, column: 0)
    var node = node(root, at: .keys(.file), until: end)
    node.atEnd += takeAll(before: end)
    node.items = KeyOrder.sortedFile(node.items)
    return node
  }

  /// A node and what is in it.
  ///
  /// - Parameter until: Where the next thing behind the node begins, or the bracket around it closes.
  private mutating func node(_ node: YAMLNode, at place: FormatPlace, until end: SourcePosition) -> FormatNode {
    switch node.content {
    case .scalar(let scalar):
      lastLine = node.range.end.line
      return text(scalar, node.range, at: place)
    case .refused:
      return FormatNode(content: .scalar(YAMLScalar(text: "", style: .plain)), place: place)
    case .sequence(let nodes):
      let children = nodes.map { item in
        let start = node.hasBrackets ? item.range.start : dash(of: item, column: node.range.start.column)
        return Child(start: start, key: nil, value: item, place: place.list.item)
      }
      return collection(node, children, at: place.list, until: end, isFlow: node.hasBrackets) { .list($0) }
    case .mapping(let entries):
      let children = entries.map { entry in
        let isList = if case .sequence = entry.value.content { true } else { false }
        return Child(
          start: entry.keyRange.start, key: entry, value: entry.value,
          place: place.value(of: entry.key.text, isList: isList))
      }
      return collection(node, children, at: place, until: end, isFlow: node.hasBrackets) { .mapping($0) }
    }
  }

  /// Where an item of a list in lines begins: all dashes of a list stand in one column.
  private func dash(of item: YAMLNode, column: Int) -> SourcePosition {
    var line = item.range.start.line
    while line > 1, source.line(line)?.unicodeScalars.dropFirst(column - 1).first != "-" { line -= 1 }
    return SourcePosition(line: line, column: column)
  }

  /// A text; one in a block that cannot be written as such again is one in quotes.
  private func text(_ scalar: YAMLScalar, _ range: SourceRange, at place: FormatPlace) -> FormatNode {
    var scalar = scalar
    let lines = TextLines(scalar, at: range, in: source)
    if scalar.style == .block, lines == nil { scalar.style = .doubleQuoted }
    var node = FormatNode(content: .scalar(scalar), place: place, lines: lines)
    let inline = ScalarForm.inline(scalar, at: place, inBrackets: true)
    node.fitsBrackets = inline != nil && (lines == nil || ScalarForm.isOneLine(scalar.text))
    return node
  }

  /// What stands in a list or a mapping.
  private struct Child {
    var start: SourcePosition
    var key: YAMLEntry?
    var value: YAMLNode
    var place: FormatPlace
  }

  private mutating func collection(
    _ node: YAMLNode, _ children: [Child], at place: FormatPlace, until end: SourcePosition, isFlow: Bool,
    _ content: ([FormatItem]) -> FormatNode.Content
  ) -> FormatNode {
    let inner = isFlow ? node.range.end : end
    var items: [FormatItem] = []
    for (index, child) in children.enumerated() {
      let next = index + 1 < children.count ? children[index + 1].start : inner
      items.append(item(child, until: min(next, inner), isInBrackets: isFlow))
    }
    var result = FormatNode(content: content(items), place: place)
    if isFlow {
      result.atEnd = takeAll(before: node.range.end)
      lastLine = node.range.end.line
      if items.isEmpty { return result }
    } else {
      let outer = end.line > source.lines.count ? 0 : end.column
      let column = node.range.start.column
      while let comment = comments.first, comment.range.start < end, comment.standsAlone,
        comment.range.start.column >= column, comment.range.start.column > outer
      {
        result.atEnd.append(takeOne(comment))
      }
    }
    if place != .keys(.file) { result.items = KeyOrder.sorted(items, at: place) }
    judge(&result)
    return result
  }

  /// Whether a list or a mapping may stand in one line.
  ///
  /// A comment needs lines, and so does a text of several lines. An `about` may stand beside the other keys of a
  /// socket or a field, and nowhere else; one mapping may stand in another, two may not. Of the branches of
  /// `par` one of a single step may.
  private func judge(_ node: inout FormatNode) {
    let items = node.items
    node.fitsBrackets = node.atEnd.isEmpty && items.allSatisfy { !$0.hasComment && $0.value.fitsBrackets }
    if node.place.keepsQuotes { return }
    let isDescribed = items.contains { $0.key?.text == "about" } && node.place.isKeyed
    let hasProseInside = items.contains { $0.value.hasProse }
    let mappings = items.count { $0.value.isMapping && !$0.value.items.isEmpty }
    node.hasProse = isDescribed || hasProseInside
    if hasProseInside || isDescribed && !node.place.bearsProseInLine { node.fitsBrackets = false }
    let mayHoldOne = node.isMapping || node.place == .branch && items.count == 1
    if mappings > (mayHoldOne ? 1 : 0) { node.fitsBrackets = false }
  }

  private mutating func item(_ child: Child, until end: SourcePosition, isInBrackets: Bool) -> FormatItem {
    let before = takeAll(before: child.start)
    var hasBlankLine = isBlank(before: child.start.line)
    lastLine = child.start.line
    var behind: [YAMLComment] = []
    var extra: [FormatComment] = []
    if let entry = child.key {
      lastLine = entry.keyRange.end.line
      behind = takeBehind(line: lastLine, before: child.value.range.start)
    }
    extra = commentsBeforeText(child.value)
    // Behind the bracket that opens the value.
    if child.value.hasBrackets {
      behind += takeBehind(line: child.value.range.start.line, before: firstInside(child.value))
    }
    var value = node(child.value, at: child.place, until: end)
    if case .scalar(let scalar) = child.value.content, scalar.style == .block {
      behind += takeBehind(line: child.value.range.start.line, before: child.value.range.end)
    }
    behind += takeBehind(line: lastLine, before: end)
    if value.items.isEmpty {
      extra += value.atEnd
      value.atEnd = []
    }
    if child.key == nil, !value.items.isEmpty {
      // What precedes the first key of an item precedes its dash, and so does what is said behind the whole.
      extra += value.takeLeading()
      judge(&value)
      extra = behind.map { FormatComment(text: $0.text) } + extra
      behind = []
    }
    extra = behind.dropLast().map { FormatComment(text: $0.text) } + extra
    if before.isEmpty, hasBlankLine, !extra.isEmpty {
      extra[0].hasBlankLine = true
      hasBlankLine = false
    }
    // The column of one within brackets has nothing to do with that of the line it gets.
    if isInBrackets { behind = behind.suffix(1).map { YAMLComment(text: $0.text, range: $0.range, gap: 2) } }
    return FormatItem(
      key: child.key?.key, value: value, before: before + extra, behind: behind.last, hasBlankLine: hasBlankLine)
  }

  /// The comments between a key or a dash and a text or a bracket that stands in a later line. Those in front of a
  /// list or a mapping in lines belong to its first item.
  private mutating func commentsBeforeText(_ value: YAMLNode) -> [FormatComment] {
    let isText = if case .scalar = value.content { true } else { false }
    return isText || value.hasBrackets ? takeAll(before: value.range.start) : []
  }

  // MARK: Comments and blank lines

  private mutating func takeAll(before end: SourcePosition) -> [FormatComment] {
    var taken: [FormatComment] = []
    while let comment = comments.first, comment.range.start < end { taken.append(takeOne(comment)) }
    return taken
  }

  private mutating func takeOne(_ comment: YAMLComment) -> FormatComment {
    let line = comment.range.start.line
    let result = FormatComment(text: comment.text, hasBlankLine: comment.standsAlone && isBlank(before: line))
    comments.removeFirst()
    lastLine = line
    return result
  }

  private mutating func takeBehind(line: Int, before end: SourcePosition) -> [YAMLComment] {
    guard let comment = comments.first, !comment.standsAlone, comment.range.start.line == line,
      comment.range.start < end
    else { return [] }
    comments.removeFirst()
    return [comment]
  }

  /// Whether the line above is blank, and nothing visited stands in it.
  private func isBlank(before line: Int) -> Bool {
    line - 1 > lastLine && source.line(line - 1)?.allSatisfy(\.isWhitespace) == true
  }

  /// Where the first thing inside a list or mapping begins.
  private func firstInside(_ node: YAMLNode) -> SourcePosition {
    switch node.content {
    case .sequence(let nodes): nodes.first?.range.start ?? node.range.end
    case .mapping(let entries): entries.first?.keyRange.start ?? node.range.end
    case .scalar, .refused: node.range.end
    }
  }
}
