extension DiagnosticPrinter {
  /// A workflow command of GitHub Actions.
  ///
  /// ```
  /// ::error file=ping.yaml,line=14,col=9,endLine=14,endColumn=28,title=ZS0203::REP drops this message…%0Ahelp: …
  /// ```
  ///
  /// `endColumn` is the last character, not the one behind it. Help and notes are further lines of the
  /// message. Source: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of
  /// actions/toolkit, `command.ts`.
  func workflowCommand(_ diagnostic: Diagnostic) -> String {
    let range = diagnostic.range
    let isEmpty = range.end <= range.start
    let endLine = isEmpty ? range.start.line : range.end.line
    let endColumn = isEmpty ? range.start.column : max(1, range.end.column - 1)
    var message = diagnostic.message
    if let help = diagnostic.help { message += "\nhelp: \(help)" }
    for note in diagnostic.notes {
      message += "\nnote: \(source.name):\(note.range.start.line):\(note.range.start.column): \(note.message)"
    }
    return "::\(diagnostic.severity.rawValue) file=\(property(source.name)),line=\(range.start.line)"
      + ",col=\(range.start.column),endLine=\(endLine),endColumn=\(endColumn)"
      + ",title=\(property(diagnostic.code.rawValue))::\(data(message))\n"
  }

  /// Text behind `::`.
  private func data(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  /// The value of a property, where colons and commas part.
  private func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
