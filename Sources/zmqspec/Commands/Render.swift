import ArgumentParser
import SpecCompiler
import SpecDocs
import SpecDrawing
import SpecModel

/// `zmqspec render`: diagrams and frames, as text or as a page.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw every chain of a protocol, and list its frames.",
    discussion: """
      EXAMPLES:
        zmqspec render protocols/ping-pong.yaml
        zmqspec render protocols/ping-pong.yaml --chain stopping --style ladder --wire
        zmqspec render protocols/*.yaml --format markdown -o Docs/Protocols/
        zmqspec render protocols/*.yaml --format markdown -o Docs/Protocols/ --check

      `N IN :` is what the sender passes to send_multipart, `N OUT:` what the receiver
      gets from recv_multipart. Text in single quotes stands for serialised JSON, ''
      for the empty frame.
      """)

  /// What comes out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  /// Which characters lines are made of.
  enum Charset: String, ExpressibleByArgument, CaseIterable {
    case ascii, unicode, auto
  }

  @OptionGroup var input: ProtocolFiles
  @Option(help: "text, or markdown for a page of reference; by default text, or what the ending of -o says.")
  var format: Format?
  @Option(
    name: .shortAndLong, help: "A file, or a folder that gets one file for each protocol; - is standard output.",
    completion: .file())
  var output = "-"
  @Flag(help: "Write nothing; fail when a file is not what would be written.")
  var check = false

  @Option(help: "The form of diagrams: compact as in the article, ladder, both, or auto.")
  var style: DrawingOptions.Style = .auto
  @Option(help: "ascii or unicode; auto is unicode on a UTF-8 terminal.")
  var charset: Charset = .auto
  @Option(help: "The columns that a diagram may take.")
  var width = 80
  @Flag(help: "Fail when a diagram is wider than that.")
  var strictWidth = false
  @Flag(help: "Show what travels between the sockets, too.")
  var wire = false
  @Flag(inversion: .prefixedNo, help: "Name process and socket at every line of frames; default: with more than two.")
  var who: Bool?
  @Flag(name: .customLong("real-json"), help: "Show sample values as JSON in place of the names of fields.")
  var realJSON = false
  @Flag(help: "Part what happens in a ladder by rows of lifelines.")
  var airy = false
  @Option(help: "Only this chain; may be repeated.")
  var chain: [String] = []
  @OptionGroup var errors: ErrorFormat

  func validate() throws {
    if width < 1 { throw ValidationError("--width must be at least 1") }
    if check, output == "-" { throw ValidationError("--check compares files: name them with -o") }
    if resolvedFormat == .markdown, let option = textOnlyOption {
      throw ValidationError("\(option) is for --format text")
    }
  }

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile(input.files, verb: "rendering")
    try refuseUnknownChains(compiled)
    let outputs = try rendered(compiled)
    if output == "-" { return try StandardStream.output.write(outputs.map(\.text).joined(separator: "\n")) }
    if let collision = OutputCollision.sentence(outputs) { throw WrongUsage(collision) }
    let writer = OutputWriter(log: .output)
    if !check { return try writer.write(outputs) }
    if try !writer.areCurrent(outputs) { throw ExitCode.problems }
  }

  /// What each file gives; diagrams that stay too wide are told of.
  private func rendered(_ compiled: [CompiledFile]) throws -> [Output] {
    let heading = compiled.count > 1
    var isTooWide = false
    let outputs = compiled.map { file in
      let path = path(for: file)
      let text: String
      switch resolvedFormat {
      case .markdown:
        let outputName = output == "-" || path.hasPrefix("/") ? nil : path
        text = MarkdownPage.render(file.spec, sourceName: file.sourceName, outputName: outputName)
      case .text:
        let page = TextPage(file.spec, chains: chain, options: drawingOptions, withTitle: heading && output == "-")
        text = page.text
        for warning in page.warnings {
          isTooWide = true
          StandardStream.error.print("\(file.input.name): \(strictWidth ? "error" : "warning"): \(warning)\n")
        }
      }
      return Output(path: path, text: text, source: file.input, command: command(for: file))
    }
    if isTooWide, strictWidth { throw ExitCode.problems }
    return outputs
  }

  private var resolvedFormat: Format { format ?? (output.hasSuffix(".md") ? .markdown : .text) }

  private var drawingOptions: DrawingOptions {
    let unicode = charset == .unicode || (charset == .auto && output == "-" && StandardStream.output.isUnicode)
    return DrawingOptions(
      style: style, charset: unicode ? .unicode : .ascii, width: width, strictWidth: strictWidth, showWho: who,
      showWire: wire, realJSON: realJSON, isAiry: airy)
  }

  /// An option that a page of Markdown has no use for, where one is given.
  private var textOnlyOption: String? {
    if style != .auto { return "--style" }
    if charset != .auto { return "--charset" }
    if width != 80 { return "--width" }
    if strictWidth { return "--strict-width" }
    if wire { return "--wire" }
    if who != nil { return "--who" }
    if realJSON { return "--real-json" }
    if airy { return "--airy" }
    return chain.isEmpty ? nil : "--chain"
  }

  /// `Docs/Protocols/ping-pong.md`
  private func path(for file: CompiledFile) -> String {
    let isFolder = output.hasSuffix("/") || input.files.count > 1 || FileSystem.isFolder(output)
    guard isFolder else { return Path.plain(output) }
    let ending = resolvedFormat == .markdown ? ".md" : ".txt"
    return Path.joined(Path.plain(output), Path.stem(of: file.fileName) + ending)
  }

  private func command(for file: CompiledFile) -> String {
    "zmqspec render \(Path.quoted(file.input.argument))\(resolvedFormat == .markdown ? " --format markdown" : "")"
      + " -o \(Path.quoted(output))"
  }

  private func refuseUnknownChains(_ compiled: [CompiledFile]) throws {
    let known = compiled.flatMap { $0.spec.chains.map(\.name.text) }
    for name in chain where !known.contains(name) {
      let hint = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      throw WrongUsage(
        "there is no chain '\(name)'; " + (hint ?? "there are: \(known.joined(separator: ", "))"))
    }
  }
}

extension DrawingOptions.Style: ExpressibleByArgument {}
