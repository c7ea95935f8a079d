import ArgumentParser
import SpecCompiler
import SpecDrawing
import SpecModel

/// `zmqspec render`: diagrams and frames, as text, as pictures, as pages; in files of their own or in regions of others.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw every chain of a protocol, and list its frames.",
    discussion: """
      EXAMPLES:
        zmqspec render protocols/ping-pong.yaml
        zmqspec render protocols/ping-pong.yaml --chain stopping --wire
        zmqspec render protocols/majordomo.yaml --chain requesting --frames boxes
        zmqspec render protocols/majordomo.yaml --chain requesting -o requesting.svg
        zmqspec render protocols/*.yaml --format markdown -o Docs/Protocols/ --check
        zmqspec render protocols/*.yaml -o Docs/Protocols.html
        zmqspec render --into README.md Docs/*.md --check

      `N IN :` is what the sender passes to send_multipart, `N OUT:` what the
      receiver gets from recv_multipart. Text in single quotes stands for serialised
      JSON, '' for the empty frame.

      svg and mermaid hold a chain each, markdown, rst and html are pages of all that
      a protocol says; one html file may hold several. json is the laid-out grid.

      --into keeps regions of text files current. A region stands between comments:
      `<!-- zmqspec: render ping-pong.yaml -->` and `<!-- zmqspec: end -->` in
      Markdown; with `..` in front in reStructuredText, in sources with what begins a
      comment. The protocol file is found from the folder of the file with the
      region.
      """)

  @Argument(help: "Protocol files; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []
  @Option(
    help:
      "text, markdown, html, rst, svg, mermaid or json; by default what the ending of -o says, or text.")
  var format: RenderFormat?
  @Option(
    name: .shortAndLong, help: "A file, or a folder that gets one file for each protocol; - is standard output.",
    completion: .file())
  var output = "-"
  @Option(
    parsing: .upToNextOption, help: "Text files whose marked regions are written anew, each as its marker says.",
    completion: .file())
  var into: [String] = []
  @Flag(help: "Write nothing; fail when a file is not what would be written.")
  var check = false
  @OptionGroup var drawing: DrawingArguments
  @OptionGroup var errors: ErrorFormat

  func validate() throws {
    if into.isEmpty {
      if files.isEmpty { throw ValidationError("say what to render: a protocol file, or --into FILE") }
      if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("'-' can be read only once") }
      if check, output == "-" { throw ValidationError("--check compares files: name them with -o") }
      if let ending = unknownEnding {
        let known = RenderFormat.allCases.map(\.ending).joined(separator: ", ")
        throw ValidationError("'\(ending)' tells no format: say it with --format, or end the file in one of \(known)")
      }
      if let option = drawing.useless(for: resolvedFormat) {
        throw ValidationError("\(option) says nothing to --format \(resolvedFormat.rawValue)")
      }
    } else {
      let isAlone = files.isEmpty && output == "-" && format == nil && drawing.useless(for: .markdown) == nil
      if !isAlone { throw ValidationError("--into renders what the regions say: of options, it takes --check alone") }
    }
  }

  func run() throws {
    let reporter = Reporter(format: errors.format, stream: .error)
    let outputs: [Output]
    if into.isEmpty {
      let compiled = try reporter.compile(files, verb: "rendering")
      try drawing.refuseUnknownChains(compiled)
      outputs = try Rendering(command: self, compiled: compiled).outputs()
      if output == "-" { return try StandardStream.output.write(outputs.map(\.text).joined(separator: "\n")) }
      if let collision = OutputCollision.sentence(outputs) { throw WrongUsage(collision) }
    } else {
      outputs = try MarkedFiles(paths: into, reporter: reporter).outputs()
    }
    let writer = OutputWriter(log: .output)
    if !check { return try writer.write(outputs) }
    if try !writer.areCurrent(outputs) { throw ExitCode.problems }
  }

  /// The ending of a file that would get text, though its name asks for something else: `picture.png`.
  private var unknownEnding: String? {
    guard format == nil, output != "-", !output.hasSuffix("/"), !FileSystem.isFolder(output) else { return nil }
    let ending = Path.ending(of: output)
    return ending.isEmpty || RenderFormat.allCases.contains { $0.ending == ending } ? nil : ending
  }

  /// The format that is asked for, or that the output's name tells.
  var resolvedFormat: RenderFormat { format ?? RenderFormat(ofFile: output) }
}

extension DrawingArguments {
  /// Tells of a chain that no file has.
  func refuseUnknownChains(_ compiled: [CompiledFile]) throws {
    let known = compiled.flatMap { $0.spec.chains.map(\.name.text) }
    for name in chain where !known.contains(name) {
      let hint = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      throw WrongUsage(
        "there is no chain '\(name)'; " + (hint ?? "there are: \(known.joined(separator: ", "))"))
    }
  }

  /// The chains of a protocol that are asked for.
  func chains(of spec: ProtocolSpec) -> [ChainSpec] {
    spec.chains.filter { chain.isEmpty || chain.contains($0.name.text) }
  }
}
