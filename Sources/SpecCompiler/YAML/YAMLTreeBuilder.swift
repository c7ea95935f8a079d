import CLibYAML
import SpecModel

/// Puts libyaml's events together, collections on a stack of its own and not on the machine's.
struct YAMLTreeBuilder {
  /// How deep nodes may be nested.
  static let depthLimit = 64

  /// A collection that is still open.
  private struct Open {
    var isMapping: Bool
    var hasBrackets: Bool
    var start: SourcePosition
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var keys: [String: SourceRange] = [:]
    var pendingKey: YAMLNode?
    /// How many parentheses are open at the end of the last value, where it stands in braces or brackets.
    var parentheses = 0
    /// What commas have cut off from that value.
    var rest: [YAMLNode] = []
    /// Where the last child ends.
    var lastEnd: SourcePosition
  }

  /// What was found.
  var findings = Findings()
  /// The node at the top, once it is complete.
  private(set) var root: YAMLNode?
  /// Whether the stream is at its end, or is not worth reading on.
  private(set) var isComplete = false

  private let source: SourceText
  private var stack: [Open] = []
  private var documents = 0

  /// A builder for a text.
  init(source: SourceText) { self.source = source }

  /// Takes the next event.
  mutating func take(_ event: yaml_event_t) {
    let range = SourceRange(source.position(of: event.start_mark), source.position(of: event.end_mark))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: startDocument(at: range)
    case YAML_STREAM_END_EVENT: endStream()
    case YAML_ALIAS_EVENT:
      refuse(Code.anchor, "an alias", at: range)
      add(YAMLNode(content: .refused, range: range))
    case YAML_SCALAR_EVENT: takeScalar(event, range)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      let isFlow = start.style == YAML_FLOW_SEQUENCE_STYLE
      open(isMapping: false, isFlow: isFlow, at: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      let isFlow = start.style == YAML_FLOW_MAPPING_STYLE
      open(isMapping: true, isFlow: isFlow, at: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(at: range)
    default: break
    }
  }

  // MARK: Document

  private mutating func startDocument(at range: SourceRange) {
    documents += 1
    guard documents > 1 else { return }
    findings.error(
      Code.severalDocuments, at: range, "expected the end of the file, found a second YAML document",
      help: "write one protocol in each file, and remove this `---`")
    isComplete = true
  }

  private mutating func endStream() {
    isComplete = true
    guard documents == 0 else { return }
    findings.error(
      Code.emptyFile, at: .beginning, "the file is empty: expected a protocol",
      help: "begin with the lines `zmqspec: 1` and `protocol: <name>`")
  }

  // MARK: Scalars

  private mutating func takeScalar(_ event: yaml_event_t, _ range: SourceRange) {
    let scalar = event.data.scalar
    refuseProperties(at: range.start, hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    var style = YAMLScalar.Style.plain
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
    default: break
    }
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    var range = range
    if style == .block { range.end = endOfBlock(range) }
    add(YAMLNode(content: .scalar(YAMLScalar(text: text, style: style)), range: range))
  }

  /// libyaml ends a block scalar where the next token's line begins; it ends with its last line that is not blank.
  private func endOfBlock(_ range: SourceRange) -> SourcePosition {
    var line = range.end.column == 1 ? range.end.line - 1 : range.end.line
    while line > range.start.line, let text = source.line(line) {
      if let last = text.unicodeScalars.lastIndex(where: { $0 != " " && $0 != "\t" }) {
        let length = text.unicodeScalars.distance(from: text.startIndex, to: last) + 1
        return SourcePosition(line: line, column: length + 1)
      }
      line -= 1
    }
    let length = source.line(range.start.line)?.unicodeScalars.count ?? 0
    return SourcePosition(line: range.start.line, column: max(range.start.column + 1, length + 1))
  }

  // MARK: Collections

  private mutating func open(isMapping: Bool, isFlow: Bool, at range: SourceRange, hasAnchor: Bool, hasTag: Bool) {
    let start = range.start
    refuseProperties(at: start, hasAnchor: hasAnchor, hasTag: hasTag)
    guard stack.count < Self.depthLimit else {
      findings.error(
        Code.tooDeep, at: SourceRange(line: start.line, columns: start.column..<start.column + 1),
        "nodes are nested deeper than \(Self.depthLimit) levels",
        help: "no protocol needs that: look for a bracket that is never closed")
      isComplete = true
      return
    }
    // A pair in brackets is a mapping in flow style, too, and has no width of its own.
    let hasBrackets = isFlow && range.start < range.end
    stack.append(Open(isMapping: isMapping, hasBrackets: hasBrackets, start: start, lastEnd: start))
  }

  private mutating func close(at range: SourceRange) {
    if let top = stack.indices.last { joinCutText(of: top) }
    guard let done = stack.popLast() else { return }
    // Only a bracket has a width; a block collection's end mark is the next token's start.
    let end = range.start < range.end ? range.end : done.lastEnd
    let content: YAMLNode.Content = done.isMapping ? .mapping(done.entries) : .sequence(done.items)
    add(YAMLNode(content: content, range: SourceRange(done.start, end), hasBrackets: done.hasBrackets))
  }

  private mutating func add(_ node: YAMLNode) {
    guard let top = stack.indices.last else {
      if root == nil { root = node }
      return
    }
    stack[top].lastEnd = max(stack[top].lastEnd, node.range.end)
    guard stack[top].isMapping else {
      addItem(node, to: top)
      return
    }
    guard let key = stack[top].pendingKey else {
      stack[top].pendingKey = node
      return
    }
    stack[top].pendingKey = nil
    addEntry(key: key, value: node, to: top)
  }

  private mutating func addItem(_ node: YAMLNode, to top: Int) {
    if stack[top].parentheses > 0, let rest = node.openParentheses {
      stack[top].rest.append(node)
      stack[top].parentheses += rest
      return
    }
    joinCutText(of: top)
    stack[top].items.append(node)
    guard stack[top].hasBrackets, !node.hasBrackets, case .mapping(let entries) = node.content else { return }
    stack[top].parentheses = entries.last?.value.openParentheses ?? 0
  }

  private mutating func addEntry(key: YAMLNode, value: YAMLNode, to top: Int) {
    if stack[top].parentheses > 0, let rest = key.openParentheses, isKeyAlone(key, value) {
      stack[top].rest.append(key)
      stack[top].parentheses += rest
      return
    }
    joinCutText(of: top)
    guard case .scalar(let scalar) = key.content else {
      if key.content == .refused { return }
      findings.error(
        Code.keyNotText, at: key.range, "expected a key, found \(key.kindPhrase)",
        help: "a key is a word; write braces or brackets behind `: `, or in quotes")
      return
    }
    if scalar.style == .plain, scalar.text == "<<" {
      findings.error(
        Code.mergeKey, at: key.range, "a protocol file has no merge keys",
        help: "write the keys out, or declare what is shared once under `types`")
      return
    }
    if let first = stack[top].keys[scalar.text] {
      findings.error(
        Code.duplicateKey, at: key.range, "the key \(Prose.key(scalar.text)) stands twice",
        help: "remove one of the two, or rename it",
        notes: [Diagnostic.Note("\(Prose.key(scalar.text)) stands first here", at: first)])
      return
    }
    stack[top].keys[scalar.text] = key.range
    var value = value
    if value.range.start == value.range.end { value.range = behindColon(of: key.range) ?? value.range }
    stack[top].entries.append(YAMLEntry(key: scalar, keyRange: key.range, value: value))
    stack[top].parentheses = stack[top].hasBrackets ? value.openParentheses ?? 0 : 0
  }

  /// `{ s: sign(id, kwargs) }`, where YAML reads `s: sign(id` and the key `kwargs)`, and `[ s: sign(id, kwargs) ]`, where
  /// `kwargs)` is an item: reported once, and read as it is meant.
  private mutating func joinCutText(of top: Int) {
    let (rest, isOpen) = (stack[top].rest, stack[top].parentheses > 0)
    (stack[top].rest, stack[top].parentheses) = ([], 0)
    guard let end = rest.last?.range.end else { return }
    if stack[top].isMapping, var entry = stack[top].entries.popLast() {
      entry.value = joined(entry, rest, "braces")
      stack[top].entries.append(entry)
    } else if isOpen {
      // A list has texts of its own: `[ text: (, $args... ]`.
      stack[top].items += rest
    } else if var pair = stack[top].items.popLast(), case .mapping(var entries) = pair.content,
      var entry = entries.popLast()
    {
      entry.value = joined(entry, rest, "brackets")
      pair.content = .mapping(entries + [entry])
      pair.range.end = end
      stack[top].items.append(pair)
    }
  }

  private mutating func joined(_ entry: YAMLEntry, _ rest: [YAMLNode], _ around: String) -> YAMLNode {
    let nodes = [entry.value] + rest
    let text = nodes.compactMap { if case .scalar(let piece) = $0.content { piece.text } else { nil } }
      .joined(separator: ", ")
    let (start, end) = (entry.value.range.start, nodes[nodes.count - 1].range.end)
    let range = SourceRange(start, end)
    // A source that stands in quotes behind `default` is a text.
    let mayHaveQuotes = entry.key.text != "default"
    let isSimple = mayHaveQuotes && start.line == end.line && !text.contains("\"") && !text.contains("\\")
    findings.error(
      Code.cutText, at: range,
      "in \(around) a comma ends a text, also between the parentheses of \(Prose.quoted(text))",
      help: "\(mayHaveQuotes ? "put the text in quotes, or " : "")write what the \(around) hold in lines of their own",
      fix: isSimple ? [start, end].map { Edit(SourceRange($0, $0), "\"") } : [])
    return YAMLNode(content: .scalar(YAMLScalar(text: text, style: .plain)), range: range)
  }

  /// Whether a key has neither a colon nor a value.
  private func isKeyAlone(_ key: YAMLNode, _ value: YAMLNode) -> Bool {
    let behind = source.line(key.range.end.line)?.unicodeScalars.dropFirst(key.range.end.column - 1)
    return value.range.start == value.range.end && value.isNull && behind?.first { $0 != " " } != ":"
  }

  /// Where a value would stand that is not written; in braces libyaml puts it at the next token.
  private func behindColon(of key: SourceRange) -> SourceRange? {
    guard source.line(key.end.line)?.unicodeScalars.dropFirst(key.end.column - 1).first == ":" else { return nil }
    return SourceRange(line: key.end.line, columns: key.end.column + 1..<key.end.column + 1)
  }

  // MARK: What protocol files do not have

  private mutating func refuseProperties(at start: SourcePosition, hasAnchor: Bool, hasTag: Bool) {
    guard hasAnchor || hasTag else { return }
    let line = source.line(start.line)?.unicodeScalars.dropFirst(start.column - 1) ?? Substring().unicodeScalars
    let width = line.prefix { !" \t,]}".unicodeScalars.contains($0) }.count
    let range = SourceRange(line: start.line, columns: start.column..<start.column + max(1, width))
    if hasAnchor { refuse(Code.anchor, "an anchor", at: range) }
    if hasTag { refuse(Code.tag, "a tag", at: range) }
  }

  private mutating func refuse(_ code: DiagnosticCode, _ what: String, at range: SourceRange) {
    findings.error(
      code, at: range, "a protocol file has no anchors, aliases or tags, found \(what)",
      help: code == Code.tag
        ? "remove it: the type of a value is the type of its field"
        : "declare what is shared once under `types`, and name it where it is used; put a text that begins with "
          + "`&` or `*` in quotes")
  }
}

extension YAMLNode {
  /// How many more parentheses a text without quotes opens than it closes; nil for all else.
  fileprivate var openParentheses: Int? {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return nil }
    return scalar.text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
  }
}
