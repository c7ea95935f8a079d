import ArgumentParser
import SpecDocs
import SpecDrawing
import SpecModel

/// What `zmqspec render` makes of some protocols in its format.
struct Rendering {
  /// The command, for its options.
  let command: Render
  /// The protocols.
  let compiled: [CompiledFile]

  private var format: RenderFormat { command.resolvedFormat }
  private var isFolder: Bool { command.output.hasSuffix("/") || FileSystem.isFolder(command.output) }

  /// The files, or what goes to standard output; diagrams that stay too wide are told of.
  func outputs() throws -> [Output] {
    switch format {
    case .text: try texts()
    case .svg, .mermaid: try pictures()
    case .html where !isFolder: try onePage()
    case .markdown, .html, .rst, .json: try compiled.map { try output($0, page($0)) }
    }
  }

  // MARK: Text

  private func texts() throws -> [Output] {
    let isUnicode = command.output == "-" && StandardStream.output.isUnicode
    let withTitle = compiled.count > 1 && command.output == "-"
    var warnings = DrawingWarnings(areErrors: command.drawing.strictWidth)
    let outputs = compiled.map { file in
      let page = TextPage(
        file.spec, chains: command.drawing.chain, options: command.drawing.options(isUnicode: isUnicode),
        withTitle: withTitle)
      warnings.tell(page.warnings, of: file)
      return output(file, page.text)
    }
    try warnings.fail()
    return outputs
  }

  // MARK: Pictures

  /// A file for each chain: `Docs/ping-pong.stopping.svg`.
  private func pictures() throws -> [Output] {
    let chains = compiled.flatMap { file in command.drawing.chains(of: file.spec).map { (file, $0) } }
    if !isFolder, chains.count > 1 {
      throw WrongUsage(
        "\(format.rawValue) holds one chain: name it with --chain, or with -o a folder for all \(chains.count)")
    }
    return chains.map { file, chain in
      let path =
        isFolder
        ? Path.joined(Path.plain(command.output), "\(Path.stem(of: file.fileName)).\(chain.name)\(format.ending)")
        : Path.plain(command.output)
      return Output(path: path, text: picture(of: chain, in: file.spec), source: file.input, command: line(for: file))
    }
  }

  private func picture(of chain: ChainSpec, in spec: ProtocolSpec) -> String {
    format == .mermaid
      ? Drawing.mermaid(of: chain, in: spec)
      : Drawing.svg(of: chain, in: spec, options: command.drawing.options(isUnicode: false))
  }

  // MARK: Pages

  /// All protocols in one file.
  private func onePage() throws -> [Output] {
    guard let first = compiled.first else { return [] }
    return [
      Output(
        path: Path.plain(command.output), text: HTMLPage.render(compiled.map { ($0.spec, $0.sourceName) }),
        source: first.input,
        command: "zmqspec render \(compiled.map { Path.quoted($0.input.argument) }.joined(separator: " "))"
          + " -o \(Path.quoted(command.output))")
    ]
  }

  private func page(_ file: CompiledFile) throws -> String {
    let path = path(for: file)
    switch format {
    case .markdown:
      let outputName = command.output == "-" || path.hasPrefix("/") ? nil : path
      return MarkdownPage.render(file.spec, sourceName: file.sourceName, outputName: outputName)
    case .rst: return ReStructuredTextPage.render(file.spec, sourceName: file.sourceName)
    case .html: return HTMLPage.render([(file.spec, file.sourceName)])
    case .json: return grids(of: file.spec)
    case .text, .svg, .mermaid: return ""
    }
  }

  /// The laid-out grid of every chain.
  private func grids(of spec: ProtocolSpec) -> String {
    let options = command.drawing.options(isUnicode: false)
    let grids = command.drawing.chains(of: spec).map { Drawing.json(of: $0, in: spec, options: options) }
    return "[\n" + grids.joined(separator: ",\n") + "\n]\n"
  }

  // MARK: Files

  private func output(_ file: CompiledFile, _ text: String) -> Output {
    Output(path: path(for: file), text: text, source: file.input, command: line(for: file))
  }

  /// `Docs/Protocols/ping-pong.md`
  private func path(for file: CompiledFile) -> String {
    guard isFolder || compiled.count > 1 else { return Path.plain(command.output) }
    return Path.joined(Path.plain(command.output), Path.stem(of: file.fileName) + format.ending)
  }

  /// The command that makes the file of a protocol.
  private func line(for file: CompiledFile) -> String {
    "zmqspec render \(Path.quoted(file.input.argument))\(format == .text ? "" : " --format \(format.rawValue)")"
      + " -o \(Path.quoted(command.output))"
  }
}
