import SpecModel

/// What a stage has found so far.
struct Findings {
  /// In the order of discovery.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many more names may be compared in search of the nearest: a file with thousands of misspelt
  /// references among thousands of names must not take quadratic time.
  private var comparisonsLeft = 50_000

  /// Reports an error.
  mutating func error(
    _ code: DiagnosticCode, at range: SourceRange, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = [], fix: [Edit] = []
  ) {
    diagnostics.append(Diagnostic(code, at: range, message, help: help, notes: notes, fix: fix))
  }

  /// Reports that something comes with a later version, and what to write until then.
  mutating func notYet(_ feature: String, at range: SourceRange, instead: String) {
    error(Code.notYet, at: range, "\(feature) comes with a later version of zmqspec", help: instead)
  }

  /// Adds what another stage has found.
  mutating func append(_ more: [Diagnostic]) { diagnostics += more }

  /// The candidate that a misspelt name probably means, or nil.
  mutating func nearest(to name: String, among candidates: some Collection<String>) -> String? {
    guard comparisonsLeft >= candidates.count else { return nil }
    comparisonsLeft -= candidates.count
    return Spelling.nearest(to: name, among: candidates)
  }

  /// `write 'ping'`, or else what there is to choose from: `declared are 'ping' and 'pong'`.
  mutating func suggestion(
    for name: String, among candidates: [String], listedAs heading: String, none: String
  ) -> String {
    guard !candidates.isEmpty else { return none }
    let list = "\(heading) \(Prose.list(candidates, Prose.quoted))"
    guard let nearest = nearest(to: name, among: candidates) else { return list }
    return "did you mean '\(nearest)'? \(list)"
  }
}
