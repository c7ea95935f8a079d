import ArgumentParser
import SpecCompiler
import SpecModel
import SpecSchema

/// `zmqspec init`: a protocol file to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small protocol file to start from.",
    discussion: """
      EXAMPLES:
        zmqspec init orders                writes orders.yaml and zmqspec.schema.json
        zmqspec init protocols/orders.yaml
        zmqspec init orders -o -            prints it

      A protocol file that is already there is left as it is. The schema beside it is
      for your editor: with yaml-language-server it completes, explains and checks
      while you write. It is the one that `zmqspec export --schema` prints, and needs
      no network.
      """)

  @Argument(help: "The protocol's name, or the file to write.")
  var name = "hello"

  @Option(name: .shortAndLong, help: "The file to write, or its folder; - is standard output.", completion: .file())
  var output: String?

  /// The schema's file, which lies beside the protocol file.
  private static let schemaName = "zmqspec.schema.json"

  func run() throws {
    let isFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let protocolName = isFile ? Path.stem(of: name) : Path.name(of: name)
    let file = isFile ? name : name + ".yaml"
    // A folder gets the file under its name, as with the other commands.
    let isFolder = output.map { $0.hasSuffix("/") || FileSystem.isFolder($0) } ?? false
    let path = isFolder ? Path.joined(output ?? "", Path.name(of: file)) : output ?? file
    let protocolText = ProtocolTemplate.text(name: protocolName)
    let text = "# yaml-language-server: $schema=\(Init.schemaName)\n" + protocolText
    let findings = Compiler.compile(Array(text.utf8), name: path).diagnostics
    if let finding = findings.first {
      throw WrongUsage(finding.message + (finding.help.map { "; " + $0 } ?? ""))
    }

    // A pipe has no folder in which the schema could lie.
    if path == "-" { return try StandardStream.output.write(protocolText) }
    try FileSystem.makeFolder(Path.folder(of: path))
    guard try FileSystem.create(path, text) else {
      throw FileTrouble("write", path, reason: "it exists already, and was left as it is")
    }
    let schema = Path.joined(Path.folder(of: path), Init.schemaName)
    if try !FileSystem.exists(schema) || FileSystem.read(schema) != Array(LanguageSchema.text.utf8) {
      try FileSystem.write(LanguageSchema.text, to: schema)
    }
    let quoted = Path.quoted(path)
    try StandardStream.output.write(
      """
      \(path): written, and \(schema) for your editor. Next:

        zmqspec check \(quoted)
        zmqspec render \(quoted)
        zmqspec generate \(quoted) --stubs

      """)
  }
}
