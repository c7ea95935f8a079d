import MajordomoProtocol
import ZMQSockets

/// The broker, until Ctrl-C.
///
/// ```
/// Broker                                             binds where majordomo.yaml says
/// Broker tcp://127.0.0.1:6001 tcp://127.0.0.1:6002   binds there: for clients, for workers
/// ```
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let roster = Roster()
    var broker = Majordomo.Broker(handler: { Foreman(broker: $0, roster: roster) })
    broker.settings.interceptors = [Doorkeeper(roster: roster)]
    if let clients = arguments.first { broker.sockets.clients.bind = [clients] }
    if let workers = arguments.dropFirst().first { broker.sockets.workers.bind = [workers] }
    try await broker.run(on: ZMQTransport())
  }
}
