import ArgumentParser
import SpecModel
import SpecSwift

/// `zmqspec generate`: a Swift file for each protocol file.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generate Swift: message types, handler protocols, clients, processes.",
    discussion: """
      EXAMPLES:
        zmqspec generate protocols/ping-pong.yaml -o Sources/PingPong
        zmqspec generate protocols/*.yaml -o Sources/Protocols --check
        zmqspec generate protocols/ping-pong.yaml -o Sources/PingPong --stubs
        zmqspec generate protocols/ping-pong.yaml -o - | less

      ping-pong.yaml gives PingPong.swift. Nothing is written while any file has an
      error; a file that would not change is not touched. Commit what is generated
      and let --check tell when it is stale, or let the package's build tool plugin
      generate it at every build.
      """)

  @OptionGroup var input: ProtocolFiles
  @Option(
    name: .shortAndLong,
    help: "The folder for the Swift files; by default that of each protocol file. - is standard output.",
    completion: .directory)
  var output: String?
  @Flag(help: "Write nothing; fail when a Swift file is not what would be written.")
  var check = false
  @Flag(
    help: """
      Write the handlers that are yours to fill in, too: PingPongHandlers.swift, once; a file that is there is kept. \
      With -o - print them in place of the rest.
      """)
  var stubs = false
  @Option(help: "The folder for the stubs; by default that of the Swift file.", completion: .directory)
  var stubsDir: String?
  @OptionGroup var errors: ErrorFormat

  func validate() throws {
    if check, output == "-" { throw ValidationError("--check compares files: -o must name a folder") }
    if check, stubs { throw ValidationError("stubs are never stale, since they are yours: leave out --stubs") }
    if stubsDir != nil, !stubs { throw ValidationError("--stubs-dir goes with --stubs") }
    if stubsDir != nil, output == "-" { throw ValidationError("-o - prints the stubs: leave out --stubs-dir") }
  }

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile(input.files, verb: "generating")
    if output == "-" || (output == nil && compiled.allSatisfy(\.input.isStandardInput)) {
      let texts = compiled.map { stubs ? stubsText($0) : text($0) }
      return try StandardStream.output.write(texts.joined(separator: "\n"))
    }
    let outputs = compiled.map { file in
      Output(path: path(for: file), text: text(file), source: file.input, command: command(for: file))
    }
    if let collision = OutputCollision.sentence(outputs) { throw WrongUsage(collision) }
    let writer = OutputWriter(log: .output)
    if check {
      if try !writer.areCurrent(outputs) { throw ExitCode.problems }
      return
    }
    try writer.write(outputs)
    if stubs { try writeStubs(compiled) }
  }

  private func text(_ file: CompiledFile) -> String {
    SwiftEmitter.emit(file.spec, sourceName: file.fileName)
  }

  private func stubsText(_ file: CompiledFile) -> String {
    SwiftEmitter.emitStubs(file.spec, sourceName: file.fileName)
  }

  private func writeStubs(_ compiled: [CompiledFile]) throws {
    for file in compiled {
      let folder = stubsDir.map(Path.plain) ?? Path.folder(of: path(for: file))
      let name = Path.stem(of: SwiftEmitter.outputName(forProtocolFile: file.fileName)) + "Handlers.swift"
      let path = Path.joined(folder, name)
      try FileSystem.makeFolder(folder)
      let isNew = try FileSystem.create(path, stubsText(file))
      try StandardStream.output.write("\(path): \(isNew ? "written, yours to fill in" : "kept")\n")
    }
  }

  /// `Sources/PingPong/PingPong.swift`
  private func path(for file: CompiledFile) -> String {
    let folder = output.map(Path.plain) ?? (file.input.isStandardInput ? "" : Path.folder(of: file.input.name))
    return Path.joined(folder, SwiftEmitter.outputName(forProtocolFile: file.fileName))
  }

  private func command(for file: CompiledFile) -> String {
    "zmqspec generate \(Path.quoted(file.input.argument))" + (output.map { " -o \(Path.quoted($0))" } ?? "")
  }
}
