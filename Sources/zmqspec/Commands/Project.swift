import ArgumentParser
import SpecCompiler
import SpecModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `zmqspec project`: a protocol as one process sees it.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what one process sends, receives and answers, and in which order.",
    discussion: """
      EXAMPLES:
        zmqspec project protocols/ping-pong.yaml --process PongProc
        zmqspec project protocols/ping-pong.yaml --format json

      All that is needed to write the process, in any language: its sockets and their
      options, each message with its frames and its answers, then every chain in
      which it takes part, as far as it sees it. IN is what it passes to
      send_multipart, OUT what it gets from recv_multipart.

      Generated Swift takes its handler protocols and clients from the same
      projection.
      """)

  /// What comes out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: ProtocolFiles
  @Option(help: "Only this process; may be repeated. Default: all of them.")
  var process: [String] = []
  @Option(help: "text, or json: for each file a list of processes.")
  var format: Format = .text
  @OptionGroup var errors: ErrorFormat

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile(input.files, verb: "projecting")
    try refuseUnknownProcesses(compiled)
    for (index, file) in compiled.enumerated() {
      let documents = documents(of: file.spec)
      switch format {
      case .json: try StandardStream.output.write(try json(documents))
      case .text:
        let text = documents.map { ProcessPage($0).text }.joined(separator: "\n")
        try StandardStream.output.write(index > 0 && !text.isEmpty ? "\n" + text : text)
      }
    }
  }

  private func documents(of spec: ProtocolSpec) -> [ProcessDocument] {
    var maker = ProcessDocumentMaker(spec)
    var documents: [ProcessDocument] = []
    for projection in spec.processProjections() {
      let name = spec[projection.process].name.text
      if process.isEmpty || process.contains(name) { documents.append(maker.document(projection)) }
    }
    return documents
  }

  private func json(_ documents: [ProcessDocument]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(documents), as: UTF8.self) + "\n"
  }

  private func refuseUnknownProcesses(_ compiled: [CompiledFile]) throws {
    let known = compiled.flatMap { $0.spec.processes.map(\.name.text) }
    for name in process where !known.contains(name) {
      let hint = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      throw WrongUsage(
        "there is no process '\(name)'; " + (hint ?? "there are: \(known.joined(separator: ", "))"))
    }
  }
}
