import Foundation
import ZMQSockets

/// Millions of requests through a broker, and ten thousand peers on one ROUTER: real processes, over tcp and ipc.
///
/// ```
/// soak 10000000                    all of it, and the result as a page
/// soak broker|worker|client …      one of the processes that it starts
/// ```
@main
enum Main {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first ?? "", Array(arguments.dropFirst())) {
    case ("broker", let endpoints) where endpoints.count == 2:
      try await Programs.broker(clients: endpoints[0], workers: endpoints[1])
    case ("worker", let rest) where rest.count == 1: try await Programs.worker(endpoint: rest[0])
    case ("client", let rest) where rest.count == 3:
      guard let first = UInt64(rest[1]), let count = UInt64(rest[2]) else { return usage() }
      try await Programs.client(endpoint: rest[0], first: first, count: count)
    case ("listener", let rest) where rest.count == 1: try await PeerCrowd.listener(endpoint: rest[0])
    case ("peers", let rest) where rest.count == 2:
      guard let count = Int(rest[1]) else { return usage() }
      try PeerCrowd.peers(endpoint: rest[0], count: count)
    case (let messages, _):
      guard let messages = UInt64(messages) else { return usage() }
      exit(try Conductor(messages: messages).run() ? 0 : 1)
    }
  }

  private static func usage() { print("soak MESSAGES") }
}
