import Foundation
import SoakProtocol
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The three programs through which the messages go; each prints one line at its end, which the conductor reads.
enum Programs {
  /// So many requests of a client are under way at a time.
  private static let window: UInt64 = 64

  static func broker(clients: String, workers: String) async throws {
    var broker = Soak.Broker()
    broker.sockets.clients.bind = [clients]
    broker.sockets.workers.bind = [workers]
    let ledger = try await broker.run(on: ZMQTransport()) { broker in
      await broker.untilStopped()
      return await broker.process.ledger()
    }
    let passed = ledger.sockets.map { "\($0.counters.passedOn) \($0.counters.sent)" }.joined(separator: " ")
    print("broker \(passed) \(ledger.isBalanced)")
  }

  static func worker(endpoint: String) async throws {
    let log = WorkLog()
    var worker = Soak.Worker(broker: Calculator(log: log))
    worker.sockets.broker.connect = [endpoint]
    try await worker.run(on: ZMQTransport()) { await $0.untilStopped() }
    let tally = await log.tally
    print("worker \(tally.count) \(tally.sum) \(tally.squares)")
  }

  static func client(endpoint: String, first: UInt64, count: UInt64) async throws {
    var client = Soak.Client()
    client.sockets.broker.connect = [endpoint]
    try await client.run(on: ZMQTransport()) { client in
      let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
        for lane in 0..<window {
          group.addTask {
            var tally = Tally()
            for number in stride(from: first + lane, to: first + count, by: Int(window)) {
              let answer = try await client.broker.square(number: number)
              guard answer.number == number, answer.square == number &* number else { throw WrongAnswer(to: number) }
              tally.add(number)
            }
            return tally
          }
        }
        return try await group.reduce(Tally(), +)
      }
      let ledger = await client.process.ledger()
      let refused = ledger.sockets[0].counters.received - ledger.sockets[0].counters.awaited
      print("client \(tally.count) \(tally.sum) \(tally.squares) \(refused) \(ledger.isBalanced)")
    }
  }
}

/// A number came back with another one's square.
struct WrongAnswer: Error {
  let number: UInt64
  init(to number: UInt64) { self.number = number }
}

/// Squares numbers, and remembers which.
private struct Calculator: Soak.Worker.BrokerHandler {
  let log: WorkLog

  func square(number: UInt64, origin: Origin) async -> Soak.Squared {
    await log.add(number)
    return Soak.Squared(of: number)
  }
}

/// What a worker has been asked.
private actor WorkLog {
  private(set) var tally = Tally()
  func add(_ number: UInt64) { tally.add(number) }
}
