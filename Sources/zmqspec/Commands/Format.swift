import ArgumentParser
import SpecCompiler
import SpecModel

/// `zmqspec format`: every protocol file in one form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lay out protocol files in their one form; comments stay, and so does the meaning.",
    discussion: """
      EXAMPLES:
        zmqspec format protocols/*.yaml
        zmqspec format --check protocols/*.yaml
        zmqspec format --diff protocols/ping-pong.yaml
        zmqspec format - < protocols/ping-pong.yaml

      A file that is not YAML is left alone; one with other errors is laid out.
      Exit code: 0 done, 1 --check found a file that would change or a file is
      not YAML, 2 a file cannot be read or written.
      """)

  @OptionGroup var input: ProtocolFiles
  @Flag(help: "Write nothing; name the files that would change, and fail if there are any.")
  var check = false
  @Flag(help: "Write nothing; print what would change.")
  var diff = false
  @OptionGroup var errors: ErrorFormat

  func run() throws {
    var (hasProblems, couldNot) = (false, false)
    for argument in input.files {
      let input = Input(argument: argument)
      do {
        if try !format(input) { hasProblems = true }
      } catch let trouble as FileTrouble {
        StandardStream.error.print("zmqspec: \(trouble)\n")
        couldNot = true
      }
    }
    if couldNot { throw ExitCode.couldNot }
    if hasProblems { throw ExitCode.problems }
  }

  /// Lays one file out, or tells what would change; false where that is a failure.
  private func format(_ input: Input) throws -> Bool {
    let bytes = try input.read()
    let form = CanonicalForm.of(bytes, name: input.name)
    guard let text = form.text else {
      tell(why: form, of: input)
      return false
    }
    let isFormatted = Array(text.utf8) == bytes
    if diff, !isFormatted {
      try StandardStream.output.write(
        UnifiedDiff.text(from: String(decoding: bytes, as: UTF8.self), to: text, name: input.name))
    }
    if check {
      if !isFormatted { StandardStream.error.print("\(Printable.line(input.name)): would change\n") }
      return isFormatted
    }
    if diff { return true }
    if input.isStandardInput {
      try StandardStream.output.write(text)
    } else if isFormatted {
      try StandardStream.output.write("\(Printable.line(input.name)): unchanged\n")
    } else {
      try FileSystem.write(text, to: input.argument)
      try StandardStream.output.write("\(Printable.line(input.name)): formatted\n")
    }
    return true
  }

  private func tell(why form: CanonicalForm, of input: Input) {
    let isColoured = errors.format == .text && StandardStream.error.isColoured
    let printer = DiagnosticPrinter(form.source, format: errors.format, inColour: isColoured)
    StandardStream.error.print(printer.print(form.diagnostics))
    if form.refusal == .wouldChangeMeaning {
      StandardStream.error.print(
        "zmqspec: \(input.name) was left as it is: laid out, it would not mean the same. That is a fault of zmqspec.\n")
    }
  }
}
