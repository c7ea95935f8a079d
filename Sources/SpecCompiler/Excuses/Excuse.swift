import SpecModel

/// A comment that says why a finding is meant: `# zmqspec:ignore ZS0406 because the gateway answers`.
///
/// It excuses this code in its own line, or, in a line of its own, in the next line that is no comment.
struct Excuse: Sendable, Hashable {
  /// What the comment begins with.
  static let instruction = "zmqspec:ignore"

  /// The code that is excused.
  var code: DiagnosticCode
  /// Where the code is written.
  var range: SourceRange
  /// The line in which findings are excused.
  var line: Int
}
