import ArgumentParser
import SpecModel

/// `zmqspec vectors`: messages for the tests of programs in any language.
struct Vectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print right and wrong messages, for the tests of programs in any language.",
    discussion: """
      EXAMPLES:
        zmqspec vectors orders.yaml > vectors.json
        zmqspec vectors orders.yaml | jq -c '.vectors[]' > messages
        zmqspec decode orders.yaml --body < messages

      One JSON object; each of its "vectors" stands on a line of its own: a sample of
      every message, then every type wrong once, every constraint broken, every frame
      cut, missing, or one too many. "frames" is the body; "envelope" says what
      stands in front of it at the socket. Of a wrong message, "error" says which
      frame is refused, where in it, and why. The output is the same every time.
      """)

  @Argument(help: "The protocol file; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var errors: ErrorFormat

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile([file], verb: "reading")
    for file in compiled { try StandardStream.output.write(VectorDocument(spec: file.spec).text) }
  }
}
