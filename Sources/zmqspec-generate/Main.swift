import SpecCompiler
import SpecModel
import SpecSwift

/// `zmqspec-generate INPUT.yaml OUTPUT.swift`: the small tool that the build plugins run.
///
/// With `--testing MODULE` behind it, the output is what tests are written with, for a target that imports MODULE.
///
/// Exit codes: 0, 1 for a protocol with errors (nothing is written), 2 for a file that cannot be read or written, 64 for
/// wrong arguments.
@main enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let isTesting = arguments.count == 4 && arguments.dropFirst(2).first == "--testing"
    guard arguments.count == 2 || isTesting, let input = arguments.first, let output = arguments.dropFirst().first
    else {
      end(with: 64, saying: "usage: zmqspec-generate INPUT.yaml OUTPUT.swift [--testing MODULE]\n")
    }
    do throws(FileProblem) {
      let compilation = Compiler.compile(try File.read(input), name: input)
      File.writeToStandardError(DiagnosticPrinter(compilation.source).print(compilation.diagnostics))
      guard let spec = compilation.spec, !compilation.diagnostics.hasErrors else { end(with: 1, saying: "") }
      let name = String(input.split(separator: "/").last ?? "")
      let source = Array(
        (isTesting
          ? SwiftEmitter.emitTesting(spec, sourceName: name, module: arguments.last)
          : SwiftEmitter.emit(spec, sourceName: name)).utf8)
      // A file that is written anew is compiled anew.
      if (try? File.read(output)) != source { try File.write(source, to: output) }
    } catch {
      end(with: 2, saying: "zmqspec-generate: \(error)\n")
    }
  }

  private static func end(with code: Int32, saying text: String) -> Never {
    File.writeToStandardError(text)
    File.exit(code)
  }
}
