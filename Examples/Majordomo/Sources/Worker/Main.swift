import MajordomoProtocol
import ZMQRuntime
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
    let transport = ZMQTransport()
    let endpoint = CommandLine.arguments.dropFirst().first
    while try await converse(on: transport, at: endpoint) {}
  }

  /// A conversation with the broker, on a socket of its own.
  ///
  /// - Returns: Whether another is to follow; false when the program is asked to stop.
  private static func converse(on transport: some Transport, at endpoint: String?) async throws -> Bool {
    let (partings, parting) = AsyncStream.makeStream(of: Void.self)
    var worker = Majordomo.Worker(broker: Shouter(parting: parting))
    if let endpoint { worker.sockets.broker.connect = [endpoint] }
    return try await worker.run(on: transport) { worker in
      try await worker.broker.ready(service: "shout")
      return await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          await worker.untilStopped()
          return false
        }
        group.addTask { await partings.first { true } != nil }
        let isParted = await group.next() ?? false
        group.cancelAll()
        return isParted
      }
    }
  }
}
