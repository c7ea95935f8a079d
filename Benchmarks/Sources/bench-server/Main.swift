import Foundation
import ZMQRuntime
import ZMQSockets

/// The server that is generated from bench.yaml, until it is stopped.
///
///     bench-server [async] ENDPOINT
@main struct BenchServer {
  /// The first thread sleeps: an asynchronous `main` would end it, which Valgrind does not survive.
  static func main() {
    guard let endpoint = CommandLine.arguments.dropFirst().last else { return print("bench-server [async] ENDPOINT") }
    let suspends = CommandLine.arguments.contains("async")
    Task.detached {
      do {
        var server = suspends ? Bench.Server(clients: Suspendable()) : Bench.Server(clients: Straight())
        server.sockets.clients.bind = [endpoint]
        try await server.run(on: ZMQTransport())
        exit(0)
      } catch {
        print(error)
        exit(1)
      }
    }
    while true { pause() }
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
