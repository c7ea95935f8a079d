import MajordomoProtocol
import ZMQSockets

/// Offers the service `shout`, until Ctrl-C.
///
/// ```
/// Worker                          where majordomo.yaml says
/// Worker tcp://127.0.0.1:6002     to the broker there
/// ```
@main
enum Main {
  static func main() async throws {
    var worker = Majordomo.Worker(broker: { Shouter(worker: $0) })
    if let endpoint = CommandLine.arguments.dropFirst().first { worker.sockets.broker.connect = [endpoint] }
    try await worker.run(on: ZMQTransport()) { worker in
      try await Shouter(worker: worker).offer()
      await worker.untilStopped()
    }
  }
}
