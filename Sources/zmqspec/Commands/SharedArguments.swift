import ArgumentParser
import SpecModel

/// The files that most commands take.
struct ProtocolFiles: ParsableArguments {
  @Argument(help: "Protocol files; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  mutating func validate() throws {
    if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("'-' can be read only once") }
  }
}

/// How commands write what is wrong with a protocol file.
struct ErrorFormat: ParsableArguments {
  @Option(
    name: .customLong("error-format"), help: "How problems are written: text, json (one object a line) or github.")
  var format: DiagnosticFormat = .text
}

extension DiagnosticFormat: ExpressibleByArgument {}
