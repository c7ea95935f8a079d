import PingPongProtocol
import ZMQSockets

/// The first tier: sets the process up and runs it.
///
/// ```
/// PongProc                          binds where ping-pong.yaml says
/// PongProc tcp://127.0.0.1:6000     binds there
/// ```
@main
enum Main {
  static func main() async throws {
    var pong = PingPong.PongProc(pings: RepStreamHandler())
    if let endpoint = CommandLine.arguments.dropFirst().first { pong.sockets.pings.bind = [endpoint] }
    try await pong.run(on: ZMQTransport())
  }
}
