import ArgumentParser
import SpecModel

/// `zmqspec check`: is everything in the files as ZeroMQ will bear it?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with protocol files.",
    discussion: """
      EXAMPLES:
        zmqspec check protocols/*.yaml
        zmqspec check --error-format json protocols/ping-pong.yaml
        git show HEAD:protocols/ping-pong.yaml | zmqspec check -

      Everything that is wrong is told in one run, and `zmqspec explain CODE` tells more.
      Exit code: 0 no errors, 1 errors, 2 a file cannot be read.
      """)

  @OptionGroup var input: ProtocolFiles
  @OptionGroup var errors: ErrorFormat

  func run() throws {
    var reporter = Reporter(format: errors.format, stream: .output)
    reporter.tellsOfCleanFiles = true
    _ = try reporter.compile(input.files, verb: "checking")
  }
}
