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

  /// Adds what another stage has found.
  mutating func append(_ more: [Diagnostic]) { diagnostics += more }

  /// The candidate that a misspelt name probably means, or nil.
  mutating func nearest(to name: String, among candidates: some Collection<String>) -> String? {
    guard comparisonsLeft >= candidates.count else { return nil }
    comparisonsLeft -= candidates.count
    return Spelling.nearest(to: name, among: candidates)
  }

  /// The edit that writes the one nearest candidate in place of a misspelt name; none where several are as near, or
  /// where what stands at the range is more than the name.
  ///
  /// - Parameter meant: The candidate that is known to be meant, however it is spelt.
  mutating func respelling(
    of name: String, as meant: String? = nil, at range: SourceRange, among candidates: [String]
  ) -> [Edit] {
    let width = range.end.column - range.start.column - name.unicodeScalars.count
    guard range.start.line == range.end.line, width == 0 || width == 2 else { return [] }
    if let meant { return [Edit(range, meant)] }
    guard comparisonsLeft >= 2 * candidates.count else { return [] }
    comparisonsLeft -= 2 * candidates.count
    return Spelling.only(nearestTo: name, among: candidates).map { [Edit(range, $0)] } ?? []
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
