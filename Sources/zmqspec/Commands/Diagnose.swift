import ArgumentParser
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// `zmqspec doctor`: why do two sockets not talk?
struct Diagnose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Connect to an endpoint as a socket would, and say what comes of it.",
    discussion: """
      EXAMPLES:
        zmqspec doctor tcp://127.0.0.1:5678 --as REQ
        zmqspec doctor ipc:///tmp/orders --as SUB --within 10

      Nothing is sent but the handshake, without passwords or keys. A peer that wants
      them is reported as one that does not agree.
      Exit code: 0 the peers agree, 1 they do not, 2 no socket can be had.
      """)

  @Argument(help: "Where somebody binds: tcp://host:port or ipc://path.")
  var endpoint: String
  @Option(name: .customLong("as"), help: "The type of the socket that connects there: REQ, SUB, DEALER …")
  var type: SocketType
  @Option(help: "How many seconds to wait for an agreement.")
  var within = 3.0

  func validate() throws {
    guard within > 0, within <= 3600 else { throw ValidationError("--within is a number of seconds, up to 3600") }
    guard endpoint.hasPrefix("tcp://") || endpoint.hasPrefix("ipc://") else {
      throw ValidationError("'\(endpoint)' is no endpoint of tcp:// or ipc://, and of others libzmq tells nothing")
    }
  }

  func run() throws {
    let report: Doctor.Report
    do {
      report = try Doctor.examine(endpoint, as: type, within: .seconds(within))
    } catch {
      StandardStream.error.print("zmqspec: \(error)\n")
      throw ExitCode.couldNot
    }
    var lines: [String] = []
    for finding in report.findings {
      lines.append("\(finding.sentence)\n")
      if let remedy = finding.remedy { lines.append("  = help: \(remedy)\n") }
    }
    if lines.isEmpty { lines = ["nothing was heard of \(endpoint) within \(within) s\n"] }
    try StandardStream.output.write(lines.joined())
    if report.findings.isEmpty || report.findings.contains(where: { !$0.isSound }) { throw ExitCode(1) }
  }
}

extension SocketType: ExpressibleByArgument {
  /// In capitals or not.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
