import ArgumentParser
import SpecCompiler
import SpecModel
import SpecSchema

/// `zmqspec export`: what other tools read, made from a protocol or from the language itself.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print JSON Schemas: of the language for editors, of messages for other programs.",
    discussion: """
      EXAMPLES:
        zmqspec export --schema                  the language of protocol files
        zmqspec export orders.yaml --schema      all messages of a protocol
        zmqspec export orders.yaml --schema buy  one of them

      All are JSON Schema draft-07. A message's schema is that of its body, as its
      layout puts it on the wire. The language's is for editors: see 'zmqspec init'.
      """)

  @Argument(
    help: "A protocol file, - for standard input; none: the language itself.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @Option(defaultAsFlag: "", help: ArgumentHelp("Print a JSON Schema, of one message or of all.", valueName: "message"))
  var schema: String?

  @OptionGroup var errors: ErrorFormat

  func run() throws {
    guard let message = schema else {
      throw WrongUsage("say what to export: `--schema`")
    }
    guard let file else {
      guard message.isEmpty else {
        let isFile = message.hasSuffix(".yaml") || message.hasSuffix(".yml")
        throw WrongUsage(
          isFile
            ? "write the file first: `zmqspec export \(message) --schema`"
            : "which protocol has the message '\(message)'? Write `zmqspec export FILE --schema \(message)`")
      }
      return try StandardStream.output.write(LanguageSchema.text)
    }
    let compiled = try Reporter(format: errors.format, stream: .error).compile([file], verb: "reading")
    for file in compiled {
      let text =
        message.isEmpty
        ? MessageSchema.text(of: file.spec) : MessageSchema.text(of: try find(message, in: file.spec), in: file.spec)
      try StandardStream.output.write(text)
    }
  }

  private func find(_ name: String, in spec: ProtocolSpec) throws -> MessageSpec {
    if let message = spec.messages.first(where: { $0.name.text == name }) { return message }
    let names = spec.messages.map(\.name.text)
    let nearest = Spelling.nearest(to: name, among: names)
    let hint = nearest.map { "did you mean '\($0)'?" } ?? "it has \(names.joined(separator: ", "))"
    throw WrongUsage("\(spec.name) has no message '\(name)'; \(hint)")
  }
}
