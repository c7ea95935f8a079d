import SpecCompiler
import SpecModel

/// A protocol file as the user named it; `-` is standard input.
struct Input {
  /// The argument.
  let argument: String

  /// Whether it is standard input.
  var isStandardInput: Bool { argument == "-" }

  /// The name under which diagnostics speak of it.
  var name: String { isStandardInput ? "<stdin>" : Path.plain(argument) }

  /// Its bytes.
  func read() throws -> [UInt8] {
    try isStandardInput ? FileSystem.read(0, named: name) : FileSystem.read(argument)
  }
}

/// A protocol that compiled without an error, and where it came from.
struct CompiledFile {
  /// The file.
  let input: Input
  /// What it says.
  let spec: ProtocolSpec

  /// The name that outputs are called after; what came through a pipe has that of its protocol.
  var fileName: String { input.isStandardInput ? "\(spec.name).yaml" : Path.name(of: input.argument) }

  /// The name under which outputs speak of the file: no absolute path, for it would differ from machine to machine.
  var sourceName: String { input.isStandardInput || input.name.hasPrefix("/") ? fileName : input.name }
}
