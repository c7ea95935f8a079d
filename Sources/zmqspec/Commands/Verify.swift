import ArgumentParser
import SpecModel
import ZMQSockets
import ZMQVerify

/// `zmqspec verify`: are the derived frames those that libzmq delivers?
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play every chain on real libzmq sockets, and compare the frames.",
    discussion: """
      EXAMPLES:
        zmqspec verify protocols/ping-pong.yaml
        zmqspec verify protocols/*.yaml --quiet
        zmqspec verify protocols/ping-pong.yaml --transport ipc

      Each process gets one instance with sockets of its own, bound to free ports of
      this machine; messages have sample values. Alternatives are played one after
      the other, loops twice. IN is what was passed to send_multipart, OUT what
      recv_multipart returned.
      Exit code: 0 as predicted, 1 not so, 2 a file or a socket cannot be had.
      """)

  @OptionGroup var input: ProtocolFiles
  @OptionGroup var errors: ErrorFormat

  @Option(help: "How the sockets meet: tcp, ipc or inproc.")
  var transport: VerificationTransport = .tcp

  @Flag(name: .shortAndLong, help: "Only a line for each file, and what is not as predicted.")
  var quiet = false

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile(input.files, verb: "verifying")
    let progress = Progress(verb: "verifying", count: compiled.count)
    defer { progress.end() }
    var isAsPredicted = true
    for file in compiled {
      progress.begins(file.input.name)
      let verification = try play(file)
      progress.pause()
      try StandardStream.output.write(
        VerificationReport(file: file, verification: verification, transport: transport, isQuiet: quiet).text)
      isAsPredicted = isAsPredicted && verification.isAsPredicted
    }
    if !isAsPredicted { throw ExitCode(1) }
  }

  private func play(_ file: CompiledFile) throws -> Verification {
    do {
      return try Verification(file.spec, over: transport)
    } catch {
      StandardStream.error.print("zmqspec: \(file.input.name): \(error)\n")
      throw ExitCode.couldNot
    }
  }
}

extension VerificationTransport: ExpressibleByArgument {}
