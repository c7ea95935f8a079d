import ArgumentParser
import SpecCompiler
import SpecModel

/// `zmqspec init`: a protocol file to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small protocol file to start from.",
    discussion: """
      EXAMPLES:
        zmqspec init orders                 writes orders.yaml
        zmqspec init protocols/orders.yaml
        zmqspec init orders -o -            prints it

      A file that is already there is left as it is.
      """)

  @Argument(help: "The protocol's name, or the file to write.")
  var name = "hello"

  @Option(name: .shortAndLong, help: "Where to write it; - is standard output.", completion: .file())
  var output: String?

  func run() throws {
    let isFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let protocolName = isFile ? Path.stem(of: name) : Path.name(of: name)
    let path = output ?? (isFile ? name : name + ".yaml")
    let text = ProtocolTemplate.text(name: protocolName)
    let findings = Compiler.compile(Array(text.utf8), name: path).diagnostics
    if let finding = findings.first {
      throw WrongUsage(finding.message + (finding.help.map { "; " + $0 } ?? ""))
    }

    if path == "-" { return try StandardStream.output.write(text) }
    try FileSystem.makeFolder(Path.folder(of: path))
    guard try FileSystem.create(path, text) else {
      throw FileTrouble("write", path, reason: "it exists already, and was left as it is")
    }
    let file = Path.quoted(path)
    try StandardStream.output.write(
      """
      \(path): written. Next:

        zmqspec check \(file)
        zmqspec render \(file)
        zmqspec generate \(file) --stubs

      """)
  }
}
