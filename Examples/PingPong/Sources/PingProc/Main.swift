import PingPongProtocol
import ZMQSockets

/// Sends five pings, then asks the pong process to end.
///
/// ```
/// PingProc                          connects to where ping-pong.yaml says
/// PingProc tcp://127.0.0.1:6000     connects there
/// ```
@main
enum Main {
  static func main() async throws {
    var ping = PingPong.PingProc()
    if let endpoint = CommandLine.arguments.dropFirst().first { ping.sockets.pongs.connect = [endpoint] }
    try await ping.run(on: ZMQTransport()) { ping in
      for count in 0..<5 {
        let pong = try await ping.pongs.ping(count: count)
        say("Ping got reply: pong \(pong.count)")
      }
      try await ping.pongs.plzdiekthxbye()
    }
  }
}
