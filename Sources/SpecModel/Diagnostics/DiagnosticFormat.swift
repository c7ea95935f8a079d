/// How diagnostics are written: `--error-format`.
public enum DiagnosticFormat: String, Sendable, Hashable, CaseIterable {
  /// For people: the place, the message, the line with carets under it, the help, the notes.
  case text
  /// For tools: one JSON object a line, one line a diagnostic.
  case json
  /// For GitHub Actions: workflow commands that put the diagnostics into the view of a pull request.
  case github
}
