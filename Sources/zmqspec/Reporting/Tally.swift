import ArgumentParser
import SpecModel

/// The findings of a run, counted.
struct Tally {
  /// How many errors.
  private(set) var errors = 0
  /// How many warnings.
  private(set) var warnings = 0
  /// In how many files.
  private(set) var files = 0
  /// How many have one remedy, which `--fix` writes.
  private(set) var fixable = 0
  /// How many files could not be read.
  var unreadable = 0

  /// Counts the findings about one file.
  mutating func add(_ diagnostics: [Diagnostic]) {
    if diagnostics.isEmpty { return }
    files += 1
    for diagnostic in diagnostics {
      if !diagnostic.fix.isEmpty { fixable += 1 }
      if diagnostic.severity == .error { errors += 1 } else { warnings += 1 }
    }
  }

  /// `1 error, 2 warnings in 1 file`; nil when there is nothing to tell.
  var summary: String? {
    if files == 0 { return nil }
    let kinds = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return kinds.map { Tally.counted($0.0, $0.1) }.joined(separator: ", ") + " in " + Tally.counted(files, "file")
  }

  /// ``` `zmqspec check --fix` puts 1 of them right ```; nil where it would do nothing.
  var hint: String? {
    fixable == 0
      ? nil
      : "`zmqspec check --fix` puts \(fixable == errors + warnings ? "" : "\(fixable) of ")"
        + (errors + warnings == 1 ? "it right" : "them right")
  }

  /// What the command ends with: 2 for what could not be read or written, 1 for errors, or for warnings where those
  /// count too; nil when it goes on.
  func exitCode(failOn: Diagnostic.Severity) -> ExitCode? {
    if unreadable > 0 { return .couldNot }
    return errors > 0 || failOn == .warning && warnings > 0 ? .problems : nil
  }

  /// `1 chain`, `2 chains`, `0 chains`
  static func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension ExitCode {
  /// A file has an error, or is stale.
  static let problems = ExitCode(1)
  /// A file could not be read or written.
  static let couldNot = ExitCode(2)
}
