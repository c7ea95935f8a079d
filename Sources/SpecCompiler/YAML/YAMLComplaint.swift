import CLibYAML
import SpecModel

/// What libyaml says about a text that is not YAML, in words that help.
struct YAMLComplaint {
  private let problem: String
  private let problemStart: SourcePosition
  private let context: String
  private let contextStart: SourcePosition
  private let source: SourceText

  /// What a parser that has just failed says.
  init(_ parser: yaml_parser_t, in source: SourceText) {
    problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
    problemStart = source.position(of: parser.problem_mark)
    context = parser.context.map { String(cString: $0) } ?? ""
    contextStart = source.position(of: parser.context_mark)
    self.source = source
  }

  /// The one finding it makes.
  var diagnostic: Diagnostic {
    if let marker = conflictMarker {
      return Diagnostic(
        Code.notYAML, at: one(SourcePosition(line: range.start.line, column: 1)),
        "a merge is not finished: found \(Prose.key(marker))",
        help: "keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`")
    }
    let (message, help) = words
    return Diagnostic(isTab ? Code.tab : Code.notYAML, at: range, message, help: help, notes: notes)
  }

  /// The line at fault, where version control has left it in the file.
  private var conflictMarker: String? {
    guard let line = source.line(range.start.line), !isTab else { return nil }
    let isMarker = ["<<<<<<< ", "||||||| ", ">>>>>>> "].contains { line.hasPrefix($0) } || line == "======="
    return isMarker ? String(line) : nil
  }

  /// What is at fault: the beginning of what does not end, otherwise the place of the problem.
  private var range: SourceRange {
    switch problem {
    case "found unexpected end of stream": return one(contextStart)
    case "could not find expected ':'":
      let width = line(contextStart).unicodeScalars.count
      return SourceRange(line: contextStart.line, columns: contextStart.column..<contextStart.column + width)
    default: return one(problemStart)
    }
  }

  /// The character at a place; nothing where the line ends there.
  private func one(_ position: SourcePosition) -> SourceRange {
    let width = line(position).isEmpty ? 0 : 1
    return SourceRange(line: position.line, columns: position.column..<position.column + width)
  }

  /// What stands in front of the problem in its line.
  private var before: Substring.UnicodeScalarView {
    (source.line(problemStart.line) ?? "").unicodeScalars.prefix(problemStart.column - 1)
  }

  /// Whether nothing does: then the line's place is the problem.
  private var isFirstInLine: Bool { before.allSatisfy { $0 == " " } }

  /// Whether a key has ended in front of the problem: `a: b: c`.
  private var hasColonBefore: Bool { String(before).contains(": ") }

  private var found: Unicode.Scalar? {
    source.line(problemStart.line)?.unicodeScalars.dropFirst(problemStart.column - 1).first
  }

  private var isTab: Bool {
    problem.contains("a tab character") || (found == "\t" && problem == "found character that cannot start any token")
  }

  /// The lines above that are at fault, or where the thing began that does not end, if that is another place.
  private var notes: [Diagnostic.Note] {
    let above = LinesAbove(problemStart.line, in: source)
    let quote = context == "while scanning a quoted scalar" ? [] : above.quote(before: problemStart.column)
    if !quote.isEmpty { return quote }
    switch problem {
    case "mapping values are not allowed in this context" where !hasColonBefore: return above.continued
    case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
      if isFirstInLine { return above.indentation }
    default: break
    }
    guard contextStart != problemStart, range.start != contextStart, let what = contextPhrase else { return [] }
    return [Diagnostic.Note("\(what) begins here", at: one(contextStart))]
  }

  private var contextPhrase: String? {
    switch context {
    case "while scanning a quoted scalar": "the quoted text"
    case "while parsing a block mapping": "the mapping"
    case "while parsing a block collection": "the list"
    case "while parsing a flow mapping": "the mapping in braces"
    case "while parsing a flow sequence": "the list in brackets"
    case "while scanning a block scalar": "the block of text"
    default: nil
    }
  }

  private var words: (message: String, help: String) {
    if isTab {
      return (
        "expected blanks, found a tab", "indent with blanks: YAML gives a tab no width"
      )
    }
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        "a `:` cannot stand here",
        "put a text that contains `: ` in quotes, or behind `|` on lines of its own; a key begins a line of its own"
      )
    case "could not find expected ':'":
      return (
        "expected `:` behind the key \(Prose.quoted(line(contextStart)))",
        "write `key: value`, with a blank behind the colon"
      )
    case "did not find expected key":
      return (
        "expected a key or the end of the mapping, found \(foundPhrase)",
        "look at the indentation: the keys of one mapping begin in one column"
      )
    case "did not find expected '-' indicator":
      return (
        "expected `- ` or the end of the list, found \(foundPhrase)",
        "look at the indentation: the `- ` of one list stand in one column"
      )
    case "did not find expected ',' or ']'":
      return (
        "expected `,` or `]`, found \(foundPhrase)", quoting ?? "close the list with `]`, and part its items by commas"
      )
    case "did not find expected ',' or '}'":
      return (
        "expected `,` or `}`, found \(foundPhrase)",
        quoting ?? "close the mapping with `}`, and part its keys by commas"
      )
    case "did not find expected node content":
      return ("expected a value, found \(foundPhrase)", "write a value, or remove what stands around it")
    case "block sequence entries are not allowed in this context":
      return ("a list cannot begin here", "begin the list on a line of its own, one `- ` for each item")
    case "mapping keys are not allowed in this context":
      return ("a key cannot stand here", "begin the key on a line of its own")
    case "found character that cannot start any token":
      return ("a text cannot begin with \(foundPhrase)", "put the text in quotes")
    case "did not find expected alphabetic or numeric character":
      return (
        "a name of an anchor or alias was expected", "put a text that begins with `&`, `*` or `!` in quotes"
      )
    case "found unexpected end of stream":
      return ("the quoted text that begins here does not end", "close it with the quote it began with")
    case "found unexpected document indicator":
      return ("a quoted text cannot contain a line that begins with `---` or `...`", "close the text before it")
    case "found unknown escape character":
      return (
        "YAML does not know the escape `\(line(problemStart).prefix(2))`",
        "write `\\\\` for a backslash, or use single quotes, in which a backslash is an ordinary character"
      )
    case "did not find expected <document start>":
      return ("expected the end of the file, found \(foundPhrase)", "indent what belongs to the text above")
    default:
      return ("the text is not YAML: \(problem)", "see https://yaml.org/spec/1.1 for what may stand here")
    }
  }

  /// The advice for `{ bind: tcp://*:{port} }`, where a bracket ends a text that goes on behind it.
  private var quoting: String? {
    guard let found, "{[".unicodeScalars.contains(found), let last = before.last,
      !" ,[]{}\"'".unicodeScalars.contains(last)
    else { return nil }
    return "inside braces and brackets, put a text that contains \(foundPhrase) in quotes"
  }

  /// What stands at the place of the problem.
  private var foundPhrase: String {
    guard problemStart.line < source.lines.count || found != nil else { return "the end of the file" }
    guard let found else { return "the end of the line" }
    switch found {
    case "`": return "a backtick"
    case " ": return "a blank"
    default: return "`\(found)`"
    }
  }

  /// The rest of a line.
  private func line(_ position: SourcePosition) -> String {
    String(source.line(position.line)?.unicodeScalars.dropFirst(position.column - 1) ?? Substring().unicodeScalars)
  }
}
