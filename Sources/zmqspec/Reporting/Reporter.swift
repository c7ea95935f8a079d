import SpecCompiler
import SpecModel

/// Compiles protocol files and tells what is wrong with them, all of it, before a command goes on.
struct Reporter {
  /// How diagnostics are written.
  let format: DiagnosticFormat
  /// Where they go: to standard output where they are what was asked for, else to standard error.
  let stream: StandardStream
  /// Whether a file without findings gets a line of its own.
  var tellsOfCleanFiles = false
  /// Whether what has one remedy is put right first, in the file.
  var fixes = false
  /// The least that makes the command fail.
  var failOn = Diagnostic.Severity.error

  /// Compiles every file.
  ///
  /// - Parameter verb: What the command does, for the progress line: `checking`.
  /// - Throws: `ExitCode` when a file has an error or cannot be read; everything has been told by then.
  func compile(_ arguments: [String], verb: String) throws -> [CompiledFile] {
    let progress = Progress(verb: verb, count: arguments.count)
    defer { progress.end() }
    var tally = Tally()
    var compiled: [CompiledFile] = []
    for argument in arguments {
      let input = Input(argument: argument)
      progress.begins(input.name)
      let bytes: [UInt8]
      do {
        bytes = try input.read()
      } catch let trouble as FileTrouble {
        progress.pause()
        StandardStream.error.print("zmqspec: \(trouble)\n")
        tally.unreadable += 1
        continue
      }
      let compilation: Compiler.Compilation
      do {
        compilation = try fixes ? fixed(input, bytes) : Compiler.compile(bytes, name: input.name)
      } catch let trouble as FileTrouble {
        progress.pause()
        StandardStream.error.print("zmqspec: \(trouble)\n")
        tally.unreadable += 1
        continue
      }
      tally.add(compilation.diagnostics)
      progress.pause()
      try report(compilation)
      if let spec = compilation.spec { compiled.append(CompiledFile(input: input, spec: spec)) }
    }
    progress.end()
    if format == .text, let summary = tally.summary { try stream.write(summary + "\n") }
    if format == .text, tellsOfCleanFiles, let hint = tally.hint { try stream.write(hint + "\n") }
    if let code = tally.exitCode(failOn: failOn) { throw code }
    return compiled
  }

  /// Puts right what can be, writes the file once, and says what it did.
  ///
  /// ```
  /// ping.yaml:12:26: fixed: no type is called 'itn' [ZS1004]
  /// ```
  private func fixed(_ input: Input, _ bytes: [UInt8]) throws -> Compiler.Compilation {
    let fixed = Fixer.fix(bytes, name: input.name)
    if fixed.applied.isEmpty { return fixed.compilation }
    try FileSystem.write(String(decoding: fixed.bytes, as: UTF8.self), to: input.argument)
    if format == .text {
      for finding in fixed.applied {
        let start = finding.range.start
        try stream.write(
          "\(Printable.line(input.name)):\(start.line):\(start.column): fixed: \(Printable.line(finding.message)) "
            + "[\(finding.code)]\n")
      }
    }
    return fixed.compilation
  }

  private func report(_ compilation: Compiler.Compilation) throws {
    let printer = DiagnosticPrinter(
      compilation.source, format: format, inColour: format == .text && stream.isColoured)
    for diagnostic in compilation.diagnostics {
      try stream.write(printer.print(diagnostic))
      if format == .text, let trace = diagnostic.trace, let spec = compilation.resolved {
        try stream.write(TraceText.render(trace, in: spec, isUnicode: stream.isUnicode))
      }
    }
    if tellsOfCleanFiles, format == .text, compilation.diagnostics.isEmpty, let spec = compilation.spec {
      try stream.write("\(Printable.line(compilation.source.name)): \(spec.inventory), no problems\n")
    }
  }
}

extension ProtocolSpec {
  /// `2 processes, 3 messages, 2 chains`
  fileprivate var inventory: String {
    [
      Tally.counted(processes.count, "process", "processes"), Tally.counted(messages.count, "message"),
      Tally.counted(chains.count, "chain"),
    ].joined(separator: ", ")
  }
}
