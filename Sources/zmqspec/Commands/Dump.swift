import ArgumentParser
import SpecModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `zmqspec dump`: the resolved protocol as JSON, for other tools.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print protocols as JSON, every name resolved and nothing left out.",
    discussion: """
      EXAMPLES:
        zmqspec dump protocols/ping-pong.yaml
        zmqspec dump protocols/ping-pong.yaml | jq '.messages[].name.text'

      Members are sorted, so two dumps can be compared line by line. Several files
      give several documents.
      """)

  @OptionGroup var input: ProtocolFiles
  @OptionGroup var errors: ErrorFormat

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile(input.files, verb: "reading")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    for file in compiled {
      let json = try encoder.encode(file.spec)
      try StandardStream.output.write(String(decoding: json, as: UTF8.self) + "\n")
    }
  }
}
