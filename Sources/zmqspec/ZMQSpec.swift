import ArgumentParser
import SpecCompiler

/// The command line: who says what to whom over ZeroMQ, written down once.
@main
struct ZMQSpec: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zmqspec",
    abstract: "Who says what to whom over ZeroMQ: check it, draw it, generate Swift from it.",
    discussion: """
      EXAMPLES:
        zmqspec init orders                  a small protocol to start from
        zmqspec check orders.yaml            is it right?
        zmqspec check --fix orders.yaml      put right what is one edit away
        zmqspec format orders.yaml           in its one form, comments kept
        zmqspec render orders.yaml           every diagram, every frame
        zmqspec project orders.yaml          what each process has to do
        zmqspec generate orders.yaml -o Gen  Swift: messages, handlers, clients
        zmqspec export --schema              the language, for your editor
        zmqspec verify orders.yaml           is it what libzmq does?
        zmqspec doctor tcp://host:5678 --as REQ   why do they not talk?
        zmqspec decode orders.yaml           what is this message?
        zmqspec vectors orders.yaml          right and wrong messages, for tests
        zmqspec rules                        all that the checker can find
        zmqspec explain ZS0203               why a diagnostic is there

      Everywhere - stands for standard input or output. Exit codes: 0 fine,
      1 problems or stale, 2 a file could not be read or written, 64 wrong usage.
      Colours: on a terminal, unless NO_COLOR is set.

      Shell completion for bash, zsh or fish:
        zmqspec --generate-completion-script bash > zmqspec.bash
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Check.self, Format.self, Generate.self, Render.self, Project.self, Export.self, Verify.self,
      Diagnose.self, Decode.self, Vectors.self,
      Dump.self, ListRules.self, Explain.self,
    ])

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let complaint = unknownCommand(arguments.first) {
      StandardStream.error.print(complaint)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let trouble as FileTrouble {
      StandardStream.error.print("zmqspec: \(trouble)\n")
      exit(withError: ExitCode.couldNot)
    } catch let wrong as WrongUsage {
      StandardStream.error.print("zmqspec: \(wrong.message)\n")
      exit(withError: ExitCode.validationFailure)
    } catch {
      exit(withError: error)
    }
  }

  /// What is wrong with a first argument that names no command; nil when it does, or is an option.
  private static func unknownCommand(_ argument: String?) -> String? {
    guard let argument, !argument.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    if names.contains(argument) { return nil }
    let nearest = Spelling.nearest(to: argument, among: names)
    let hint = nearest.map { "Did you mean '\($0)'?" } ?? "The commands are: \(names.joined(separator: ", "))."
    return "zmqspec: there is no command '\(argument)'. \(hint)\nSee 'zmqspec --help'.\n"
  }
}
