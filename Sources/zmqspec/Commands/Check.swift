import ArgumentParser
import SpecModel

/// `zmqspec check`: is everything in the files as ZeroMQ will bear it?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with protocol files.",
    discussion: """
      EXAMPLES:
        zmqspec check protocols/*.yaml
        zmqspec check --fix protocols/ping-pong.yaml
        zmqspec check --fail-on warning --error-format github protocols/*.yaml
        git show HEAD:protocols/ping-pong.yaml | zmqspec check -

      Everything that is wrong is told in one run, and `zmqspec explain CODE` tells
      more. A comment `# zmqspec:ignore CODE because …` excuses what is meant.
      Exit code: 0 no errors, 1 errors (or warnings, with --fail-on warning),
      2 a file cannot be read or written.
      """)

  @OptionGroup var input: ProtocolFiles
  @Flag(help: "Write the remedy of each problem that has only one; the rest of the file stays as it is.")
  var fix = false
  @Option(name: .customLong("fail-on"), help: "The least that makes the command fail: error or warning.")
  var failOn: Diagnostic.Severity = .error
  @OptionGroup var errors: ErrorFormat

  func validate() throws {
    if fix, input.files.contains("-") { throw ValidationError("--fix writes files: it cannot be used with '-'") }
  }

  func run() throws {
    var reporter = Reporter(format: errors.format, stream: .output)
    reporter.tellsOfCleanFiles = true
    reporter.fixes = fix
    reporter.failOn = failOn
    _ = try reporter.compile(input.files, verb: "checking")
  }
}

extension Diagnostic.Severity: ExpressibleByArgument, CaseIterable {
  /// Errors first: the default.
  public static var allCases: [Diagnostic.Severity] { [.error, .warning] }
}
