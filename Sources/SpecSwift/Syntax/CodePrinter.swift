/// Writes `Code` as text, indented and broken as swift-format does it, so that nobody has to format it afterwards.
struct CodePrinter {
  /// The columns of a line.
  static let width = 120

  private(set) var lines: [String] = []

  /// The text of some pieces, with a line end behind the last line.
  static func text(of codes: [Code]) -> String {
    var printer = CodePrinter()
    for code in codes { printer.print(code, at: 0) }
    return printer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ text: String, at level: Int) {
    lines.append(text.isEmpty ? "" : String(repeating: "  ", count: level) + text)
  }

  private mutating func print(_ codes: [Code], at level: Int) {
    for code in codes { print(code, at: level) }
  }

  private mutating func print(_ code: Code, at level: Int) {
    switch code {
    case .line(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) { add(String(line), at: level) }
    case .blank: add("", at: level)
    case .doc(let text): comment("///", text, at: level)
    case .comment(let text): comment("//", text, at: level)
    case .group(let codes): print(codes, at: level)
    case .indented(let codes): print(codes, at: level + 1)
    case .block(let head, let body): braces(head, body, at: level)
    case .statement(let head, let body):
      if fits("\(head) { \(body) }", at: level) { return add("\(head) { \(body) }", at: level) }
      braces(head, [.line(body)], at: level)
    case .closures(let closures):
      for (index, closure) in closures.enumerated() {
        let head = "\(index == 0 ? "" : "} ")\(closure.head) {"
        if fits("\(head) \(closure.parameters) in", at: level) {
          add("\(head) \(closure.parameters) in", at: level)
        } else {
          add(head, at: level)
          add("\(closure.parameters) in", at: level + 1)
        }
        print(closure.body, at: level + 1)
      }
      add("}", at: level)
    case .results(let targets, let call, let parameters, let types, let body):
      results(targets, call, parameters, types, body, at: level)
    case .assignment(let left, let right):
      if fits("\(left) = \(right)", at: level) { return add("\(left) = \(right)", at: level) }
      add("\(left) =", at: level)
      add(right, at: level + 1)
    case .array(let head, let items):
      let whole = "\(head) = [\(items.joined(separator: ", "))]"
      if fits(whole, at: level) { return add(whole, at: level) }
      add("\(head) = [", at: level)
      fill(items, behindLast: ",", at: level + 1)
      add("]", at: level)
    case .call(let head, let items, let tail): list(head, items, tail, at: level, closing: .behindLastItem)
    case .declaration(let head, let items, let tail): list(head, items, tail, at: level, closing: .onItsOwnLine)
    case .function(let head, let items, let tail, let body):
      list(head, items, tail + (body.isEmpty ? " {}" : " {"), at: level, closing: .onItsOwnLine)
      if body.isEmpty { return }
      print(body, at: level + 1)
      add("}", at: level)
    case .generic(let head, let generics, let parameters, let tail, let body):
      let short = "\(head)<\(generics.joined(separator: ", "))>("
      if fits(short, at: level) { return print(.function(short, parameters, tail, body), at: level) }
      add("\(head)<", at: level)
      fill(generics, behindLast: "", at: level + 1)
      print(.function(">(", parameters, tail, body), at: level)
    case .switching(let subject, let cases):
      add("switch \(subject) {", at: level)
      for (label, body) in cases {
        if let statement = onlyLine(of: body), fits("\(label): \(statement)", at: level) {
          add("\(label): \(statement)", at: level)
        } else {
          hang(conditions(label), behindLast: ":", at: level)
          print(body, at: level + 1)
        }
      }
      add("}", at: level)
    case .branches(let branches):
      for (index, branch) in branches.enumerated() {
        let condition = branch.condition.map { "if \($0) {" } ?? "{"
        add(index == 0 ? condition : "} else \(condition)", at: level)
        print(branch.body, at: level + 1)
      }
      add("}", at: level)
    }
  }

  /// The text of a body that is one short statement.
  private func onlyLine(of body: [Code]) -> String? {
    guard body.count == 1 else { return nil }
    switch body[0] {
    case .line(let text): return text
    case .call(let head, let items, let tail): return head + items.joined(separator: ", ") + tail
    default: return nil
    }
  }

  private func fits(_ text: String, at level: Int) -> Bool { 2 * level + text.count <= CodePrinter.width }

  private mutating func braces(_ head: String, _ body: [Code], at level: Int) {
    if body.isEmpty { return add("\(head) {}", at: level) }
    if fits("\(head) {", at: level) || !breaks(head, at: level) { add("\(head) {", at: level) }
    print(body, at: level + 1)
    add("}", at: level)
  }

  /// Writes the head of an `if` or a `guard` that is too long for a line, its brace on the next; tells whether it has.
  private mutating func breaks(_ head: String, at level: Int) -> Bool {
    if head.hasPrefix("guard "), head.hasSuffix(" else") {
      hang(conditions(String(head.dropLast(5))), behindLast: "", at: level)
      add("else {", at: level)
      return true
    }
    guard head.hasPrefix("if ") else { return false }
    hang(conditions(head), behindLast: "", at: level)
    add("{", at: level)
    return true
  }

  /// As many items on each line as there is room for, the lines behind the first one further to the right.
  private mutating func hang(_ items: [String], behindLast tail: String, at level: Int) {
    var line = ""
    var isFirst = true
    for (index, item) in items.enumerated() {
      let longer = line.isEmpty ? item : "\(line), \(item)"
      let end = index == items.count - 1 ? tail : ","
      if !line.isEmpty, !fits(longer + end, at: isFirst ? level : level + 1) {
        add(line + ",", at: isFirst ? level : level + 1)
        (line, isFirst) = (item, false)
      } else {
        line = longer
      }
    }
    add(line + tail, at: isFirst ? level : level + 1)
  }

  /// The conditions between the commas that stand in no brackets and no texts.
  private func conditions(_ head: String) -> [String] {
    var conditions = [""]
    var depth = 0
    var isText = false
    for character in head {
      switch character {
      case "\"": isText.toggle()
      case "(", "[", "{": depth += isText ? 0 : 1
      case ")", "]", "}": depth -= isText ? 0 : 1
      case "," where depth == 0 && !isText:
        conditions.append("")
        continue
      default: break
      }
      conditions[conditions.count - 1].append(character)
    }
    return conditions.map { String($0.drop { $0 == " " }) }
  }

  // MARK: Closures

  private mutating func results(
    _ targets: [String], _ call: String, _ parameters: String, _ types: [String], _ body: [Code], at level: Int
  ) {
    func tuple(_ items: [String]) -> String { items.count == 1 ? items[0] : "(\(items.joined(separator: ", ")))" }
    let left = targets.isEmpty ? "" : "\(tuple(targets)) = "
    let signature = types.isEmpty ? parameters : "\(parameters) -> \(tuple(types))"
    if fits("\(left)\(call) { \(signature) in", at: level) {
      return print(.closure(left + call, parameters: signature, body), at: level)
    }
    var inner = level
    if fits("\(left)\(call) {", at: level) {
      add("\(left)\(call) {", at: level)
    } else {
      if fits("\(tuple(targets)) =", at: level) {
        add("\(tuple(targets)) =", at: level)
      } else {
        add("(", at: level)
        fill(targets, behindLast: "", at: level + 1)
        add(") =", at: level)
      }
      inner += 1
      add("\(call) {", at: inner)
    }
    list(
      "\(parameters)\(types.count > 1 ? " -> (" : "")", types.count > 1 ? types : [],
      types.count > 1 ? ") in" : types.isEmpty ? " in" : " -> \(types[0]) in", at: inner + 1, closing: .onItsOwnLine)
    print(body, at: inner + 1)
    add("}", at: inner)
  }

  // MARK: Lists

  /// Where the closing bracket of a broken list stands: of a call, of a declaration.
  private enum Closing { case behindLastItem, onItsOwnLine }

  private mutating func list(_ head: String, _ items: [String], _ tail: String, at level: Int, closing: Closing) {
    let whole = head + items.joined(separator: ", ") + tail
    if items.isEmpty || fits(whole, at: level) { return add(whole, at: level) }
    add(head, at: level)
    fill(items, behindLast: closing == .behindLastItem ? tail : "", at: level + 1)
    if closing == .onItsOwnLine { add(tail, at: level) }
  }

  /// As many items on each line as there is room for.
  private mutating func fill(_ items: [String], behindLast tail: String, at level: Int) {
    var line = ""
    for (index, item) in items.enumerated() {
      let end = index == items.count - 1 ? tail : ","
      let longer = line.isEmpty ? item : "\(line) \(item)"
      if !line.isEmpty, !fits(longer + end, at: level) {
        add(line, at: level)
        line = item + end
      } else {
        line = longer + end
      }
    }
    add(line, at: level)
  }

  // MARK: Comments

  private mutating func comment(_ mark: String, _ text: String, at level: Int) {
    var isFenced = false
    for line in text.trimmed.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      let room = CodePrinter.width - 2 * level - mark.count - 1
      for part in isFenced ? [String(line)] : CodePrinter.wrapped(line, to: room) {
        add(part.isEmpty ? mark : "\(mark) \(part)", at: level)
      }
    }
  }

  /// A line of Markdown in lines of at most `room` columns; list items hang.
  private static func wrapped(_ line: Substring, to room: Int) -> [String] {
    guard line.count > room, !line.hasPrefix("    "), !line.hasPrefix("|") else { return [String(line)] }
    let isItem = line.hasPrefix("* ") || line.hasPrefix("- ")
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if !current.isEmpty, current.count + 1 + word.count > room {
        lines.append(current)
        current = isItem ? "  \(word)" : String(word)
      } else {
        current += current.isEmpty ? String(word) : " \(word)"
      }
    }
    return lines + [current]
  }
}
