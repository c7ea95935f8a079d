import SpecModel

/// The excuses of a file, and what is wrong with them.
///
/// What a rule finds can be excused: somebody knows better what the program does. What cannot be read or resolved
/// cannot, nor what leaves nothing to generate from; and an excuse without a reason is none.
struct Excuses {
  /// Excuses that are well-formed.
  private(set) var excuses: [Excuse] = []
  /// What is wrong with the others.
  private(set) var findings = Findings()

  /// Reads the comments of a text.
  init(_ comments: [YAMLComment]) {
    let alone = Set(comments.filter(\.standsAlone).map(\.range.start.line))
    for comment in comments { read(comment, alone) }
  }

  /// A comment whose first word is, or was meant to be, the instruction.
  private mutating func read(_ comment: YAMLComment, _ alone: Set<Int>) {
    let scalars = Array(comment.text.unicodeScalars)
    let words = Self.words(scalars)
    guard let first = words.first else { return }
    let word = Self.text(scalars, first)
    guard word == Excuse.instruction else {
      let isMeant = word.hasPrefix("zmqspec:") && word != "zmqspec:"
      if isMeant || Spelling.nearest(to: word, among: [Excuse.instruction]) != nil {
        misspelt(word, at: place(comment, first), write: Excuse.instruction)
      }
      return
    }
    guard words.count > 1 else { return noReason(at: comment.range) }
    let written = Self.text(scalars, words[1])
    let code = DiagnosticCode(rawValue: written)
    guard Catalogue.explanation(for: code) != nil else {
      let nearest = Spelling.nearest(to: written, among: Catalogue.all.map(\.code.rawValue))
      return misspelt(written, at: place(comment, words[1]), write: nearest)
    }
    guard Self.excusable.contains(code) else { return inexcusable(code, at: place(comment, words[1])) }
    guard words.count > 3, Self.text(scalars, words[2]) == "because" else { return noReason(at: comment.range) }
    var line = comment.range.start.line
    if comment.standsAlone {
      repeat { line += 1 } while alone.contains(line)
    }
    excuses.append(Excuse(code: code, range: place(comment, words[1]), line: line))
  }

  /// What the rules may report and an author may know better; the codes of the other stages are not among them.
  private static let excusable = Set(Rules.all.map { $0.code })

  /// Whether a comment may silence a finding.
  static func isExcusable(_ code: DiagnosticCode, _ severity: Diagnostic.Severity) -> Bool {
    excusable.contains(code) && (severity == .warning || !binding.contains(code.family))
  }

  /// Families whose errors leave nothing to generate from: types that no pair of sockets can carry, messages that
  /// cannot be told apart, names and values that Swift refuses.
  private static let binding = ["01", "06", "10", "11"]

  /// What is left of the findings of the rules, and what is to say about the excuses.
  func applied(to found: [Diagnostic]) -> [Diagnostic] {
    if excuses.isEmpty { return found }
    var more = Findings()
    var used: Set<Excuse> = []
    var byPlace: [Int: [Excuse]] = [:]
    for excuse in excuses { byPlace[excuse.line, default: []].append(excuse) }
    var left: [Diagnostic] = []
    for finding in found {
      let excuse = byPlace[finding.range.start.line]?.first { $0.code == finding.code }
      if let excuse { used.insert(excuse) }
      let isBinding = !Self.isExcusable(finding.code, finding.severity)
      if excuse == nil || isBinding { left.append(finding) }
      if let excuse, isBinding { more.inexcusable(excuse.code, at: excuse.range) }
    }
    let idle = excuses.filter { !used.contains($0) }.map { excuse in
      Diagnostic(
        Code.idleExcuse, .warning, at: excuse.range,
        "nothing in line \(excuse.line) is excused by this: \(excuse.code) is not found there",
        help: "remove the comment, or put it in the line of the finding or directly above it")
    }
    return left + more.diagnostics + idle
  }

  // MARK: What is wrong with an excuse

  private mutating func misspelt(_ word: String, at range: SourceRange, write nearest: String?) {
    let what = word.hasPrefix("ZS") || word.hasPrefix("zs") ? "no code" : "no instruction"
    findings.error(
      Code.misspeltExcuse, at: range, "there is \(what) \(Prose.quoted(word))",
      help: nearest.map { "did you mean '\($0)'? " }.map { $0 + Self.form } ?? Self.form,
      fix: nearest.map { [Edit(range, $0)] } ?? [])
  }

  private mutating func noReason(at range: SourceRange) {
    findings.error(Code.excuseWithoutReason, at: range, "an excuse says what it excuses, and why", help: Self.form)
  }

  private mutating func inexcusable(_ code: DiagnosticCode, at range: SourceRange) {
    findings.inexcusable(code, at: range)
  }

  private static let form = "write `# zmqspec:ignore CODE because …`; `zmqspec rules` lists the codes"

  // MARK: Words

  private static func words(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in scalars.enumerated() {
      let isBlank = scalar == " " || scalar == "\t" || scalar == "#" && words.isEmpty && start == nil
      if !isBlank, start == nil { start = index }
      if isBlank, let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let first = start { words.append(first..<scalars.count) }
    return words
  }

  private static func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func place(_ comment: YAMLComment, _ scalars: Range<Int>) -> SourceRange {
    let start = comment.range.start
    return SourceRange(line: start.line, columns: start.column + scalars.lowerBound..<start.column + scalars.upperBound)
  }
}

extension Findings {
  /// Reports an excuse for what nobody can do without.
  fileprivate mutating func inexcusable(_ code: DiagnosticCode, at range: SourceRange) {
    error(
      Code.inexcusable, at: range, "\(code) cannot be excused: nothing can be made from the file while it stands",
      help: "put its cause right: `zmqspec explain \(code)` tells how")
  }
}

extension DiagnosticCode {
  /// The two digits of its family: `02` of `ZS0203`.
  var family: String { String(rawValue.dropFirst(2).prefix(2)) }
}
