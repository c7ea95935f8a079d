import Foundation
import GeneratedProtocols
import Programs
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A page is enough to write a peer from: `Tests/Interop/majordomo.py` was written by somebody who had seen nothing but
/// Docs/Protocols/majordomo.md, and here meets a broker of generated code.
@Suite("A peer that was written from a page alone", .timeLimit(.minutes(2)))
struct MajordomoPeerTests {
  /// Hands each request to a worker that is free and offers the service.
  final class Broking: Majordomo.Broker.ClientsHandler, Majordomo.Broker.WorkersHandler {
    private let running: Majordomo.Broker.Running
    /// Is told of every service that a worker offers.
    private let offered: AsyncStream<String>.Continuation
    private var services: [RoutingID: String] = [:]
    private var free: [(worker: RoutingID, service: String)] = []
    private var waiting: [(service: String, turn: CheckedContinuation<RoutingID, Never>)] = []

    init(_ running: Majordomo.Broker.Running, offered: AsyncStream<String>.Continuation) {
      self.running = running
      self.offered = offered
    }

    nonisolated(nonsending) func request(
      service: String, body: [[UInt8]], origin: Origin
    ) async throws -> Majordomo.Reply {
      let client = try #require(origin.routingID)
      let worker: RoutingID
      if let index = free.firstIndex(where: { $0.service == service }) {
        worker = free.remove(at: index).worker
      } else {
        worker = await withCheckedContinuation { waiting.append((service, $0)) }
      }
      let reply = try await running.workers.workerRequest(
        to: worker, body: body, client: client, within: patience)
      offer(worker)
      return Majordomo.Reply(service: service, body: reply.body)
    }

    func ready(service: String, origin: Origin) throws {
      guard let worker = origin.routingID, services[worker] == nil else { throw Majordomo.Disconnect() }
      services[worker] = service
      offer(worker)
      offered.yield(service)
    }

    func heartbeat(origin: Origin) throws {
      guard let worker = origin.routingID, services[worker] != nil else { throw Majordomo.Disconnect() }
    }

    func disconnect(origin: Origin) { origin.routingID.map(forget) }
    func silent(peer: RoutingID) { forget(peer) }

    private func offer(_ worker: RoutingID) {
      guard let service = services[worker] else { return }
      if let index = waiting.firstIndex(where: { $0.service == service }) {
        waiting.remove(at: index).turn.resume(returning: worker)
      } else {
        free.append((worker, service))
      }
    }

    private func forget(_ worker: RoutingID) {
      services[worker] = nil
      free.removeAll { $0.worker == worker }
    }
  }

  /// So many times as long as the page says everybody waits: nothing here is late, and a machine that has other things to
  /// do may be slow.
  private static let slowness = 8

  /// Runs the Python program to its end, and returns the line that it printed.
  private static func python(_ arguments: String...) async throws -> String {
    let script = Repository.root.appending(path: "Tests/Interop/majordomo.py").path
    let lines = try await Python.run([script] + arguments + ["\(slowness)"])
    return try #require(lines.count == 1 ? lines[0] : nil, "\(lines)")
  }

  @Test("Two workers and two clients in Python, with heartbeats; the workers leave when they are done")
  func conversation() async throws {
    let (offers, offered) = AsyncStream.makeStream(of: String.self)
    var broker = Majordomo.Broker { Broking($0, offered: offered) }
    broker.sockets.clients.bind = ["tcp://127.0.0.1:*"]
    broker.sockets.workers.bind = ["tcp://127.0.0.1:*"]
    broker.sockets.workers.silence = .milliseconds(7500 * Self.slowness)
    try await broker.run(on: ZMQTransport()) { running in
      let clients = try #require(running.endpoints(of: .clients).first)
      let workers = try #require(running.endpoints(of: .workers).first)
      async let echo = Self.python("worker", workers, "echo", "100")
      async let clumsy = Self.python("clumsy", workers, "shout", "50")
      // A client that asks before a worker is there asks again in the end, and its first request is still answered.
      var missing: Set = ["echo", "shout"]
      for await service in offers {
        missing.remove(service)
        if missing.isEmpty { break }
      }
      async let one = Self.python("client", clients, "echo", "100")
      async let other = Self.python("client", clients, "shout", "50")
      #expect(try await one == "{\"answered\": 100, \"asked_again\": 0}")
      #expect(try await other == "{\"answered\": 50, \"asked_again\": 0}")
      #expect(try await echo == "{\"done\": 100, \"starts\": 0, \"dropped\": 0}")
      // What nobody knew, what was malformed and what nobody had asked for was answered with `disconnect`; after each it
      // began anew on a new socket.
      #expect(try await clumsy == "{\"done\": 50, \"starts\": 3, \"dropped\": 0}")
      let counters = await running.counters(of: .clients)
      #expect(counters.received == 150 && counters.handled == 150 && counters.sent == 150)
    }
  }
}
