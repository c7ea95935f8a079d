import BenchProtocol
import ZMQRuntime
import ZMQSockets

/// The server that is generated from bench.yaml, until it is stopped.
///
///     bench-server ENDPOINT [async]
@main struct BenchServer {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let endpoint = arguments.first else { return print("bench-server ENDPOINT [async]") }
    if arguments.contains("async") {
      try await run(Bench.Server(clients: Suspendable()), at: endpoint)
    } else {
      try await run(Bench.Server(clients: Straight()), at: endpoint)
    }
  }

  nonisolated(nonsending) private static func run(_ server: consuming Bench.Server, at endpoint: String) async throws {
    var server = server
    server.sockets.clients.bind = [endpoint]
    try await server.run(on: ZMQTransport())
  }
}

/// A handler whose methods cannot suspend.
struct Straight: Bench.Server.ClientsHandler {
  func ping(count: Int, origin: Origin) -> Bench.Pong { Bench.Pong(count: count) }

  func order(
    customer: String, item: String, price: Double, quantity: Int, express: Bool, currency: String, discount: Double,
    gift: Bool, note: String, origin: Origin
  ) -> Bench.Accepted { Bench.Accepted(total: price * Double(quantity)) }

  func scene(
    name: String, bodies: [Bench.Body], frame: Int, lights: [Bench.Light], origin: Origin
  ) -> Bench.Drawn { Bench.Drawn(bodies: bodies.count) }

  func dataset(records: [Bench.Record], origin: Origin) -> Bench.Stored { Bench.Stored(records: records.count) }
}

/// A handler whose methods could suspend and do not.
struct Suspendable: Bench.Server.ClientsHandler {
  nonisolated(nonsending) func ping(count: Int, origin: Origin) async -> Bench.Pong { Bench.Pong(count: count) }

  nonisolated(nonsending) func order(
    customer: String, item: String, price: Double, quantity: Int, express: Bool, currency: String, discount: Double,
    gift: Bool, note: String, origin: Origin
  ) async -> Bench.Accepted { Bench.Accepted(total: price * Double(quantity)) }

  nonisolated(nonsending) func scene(
    name: String, bodies: [Bench.Body], frame: Int, lights: [Bench.Light], origin: Origin
  ) async -> Bench.Drawn { Bench.Drawn(bodies: bodies.count) }

  nonisolated(nonsending) func dataset(records: [Bench.Record], origin: Origin) async -> Bench.Stored {
    Bench.Stored(records: records.count)
  }
}
