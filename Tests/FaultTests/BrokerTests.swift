import Foundation
import Programs
import Testing
import ZMQRuntime

extension FaultTests {
  // MARK: Between clients and workers

  /// A broker, and workers that name themselves by their number.
  private static func broker(workers count: Int) async throws -> (
    broker: Program, endpoints: [String], workers: [Program]
  ) {
    let (broker, endpoints) = try await serve("broker", "tcp://127.0.0.1:*", "tcp://127.0.0.1:*")
    let workers = try (0..<count).map { try start("work", endpoints[1], "\($0)") }
    for worker in workers { #expect(try await worker.line() == "connected") }
    return (broker, endpoints, workers)
  }

  /// Ends a broker in order: every message that it has received it has passed on, or still had when it was stopped.
  ///
  /// - Returns: How many it has passed to workers.
  private static func endBroker(_ program: Program) async throws -> Int {
    let accounts = try await end(program)
    let (front, back) = (try #require(accounts["front"]), try #require(accounts["back"]))
    for (source, sink) in [(front, back), (back, front)] {
      #expect(source.received["passed on"] == sink.offered.total, "\(accounts)")
      #expect(source.received.total == sink.offered.total + source.received["discarded"], "\(accounts)")
    }
    #expect(back.offered == ["sent": back.offered["sent"]], "\(accounts)")
    #expect(front.offered["sent"] + front.offered["unroutable"] == front.offered.total, "\(accounts)")
    return back.offered["sent"]
  }

  @Test("a broker is killed with hundreds of requests under way and started again: each ends once, service goes on")
  func brokerRestarted() async throws {
    let (first, endpoints, workers) = try await Self.broker(workers: 3)
    var passed = 0
    var second: Program?
    let books = try await LoadClient.run(4, lanes: 64, within: .seconds(1), at: endpoints[0]) { clients in
      for client in clients { try #require(await client.reaches(within: .seconds(30)) { $0.answered >= 200 }) }
      var underWay = 0
      for client in clients { underWay += await client.tally.underWay }
      #expect(underWay > 200)
      try await Self.kill(first)
      // While it is away, each of them gives up as many as it has under way, and asks on.
      for client in clients {
        let before = await client.tally.expired
        try #require(await client.reaches(within: .seconds(30)) { $0.expired >= before + 64 })
      }
      second = try await Self.serve("broker", endpoints[0], endpoints[1]).program
      let start = ContinuousClock.now
      for client in clients {
        let before = await client.tally.answered
        #expect(await client.reaches(within: Fault.brokerRestarted.limit) { $0.answered > before })
      }
      Self.note(.brokerRestarted, ContinuousClock.now - start)
      #expect(ContinuousClock.now - start < Fault.brokerRestarted.limit)
      for client in clients {
        let before = await client.tally.answered
        #expect(await client.reaches(within: .seconds(30)) { $0.answered >= before + 200 })
      }
    }
    passed = try await Self.endBroker(try #require(second))
    // Workers have what the new broker has passed on, and what the killed one had: what that one has counted is lost with it.
    var received = 0
    for worker in workers { received += try await Self.endServer(worker).received.total }
    let answered = books.map(\.tally.answered).reduce(0, +)
    #expect(books.count == 4 && answered >= 4 * 400 && received >= answered && received > passed, "\(books)")
  }

  @Test("a worker behind a broker is stopped by SIGSTOP: the others go on, and it serves again when it goes on")
  func workerStopped() async throws {
    let (broker, endpoints, workers) = try await Self.broker(workers: 3)
    let books = try await LoadClient.run(2, lanes: 16, within: .seconds(1), at: endpoints[0]) { clients in
      for client in clients {
        try #require(await client.reaches(within: .seconds(30)) { $0.answeredBy.count == 3 && $0.answered >= 100 })
      }
      workers[0].pause()
      for client in clients {
        // What was on its way out of it may still come; then nothing does but from the others.
        let before = await client.tally
        let goesOn = await client.reaches(within: .seconds(30)) { now in
          now.expired >= before.expired + 32
            && ["1", "2"].allSatisfy { now.answeredBy[$0, default: 0] >= before.answeredBy[$0, default: 0] + 16 }
        }
        try #require(goesOn)
      }
      let start = ContinuousClock.now
      workers[0].send(SIGCONT)
      for client in clients {
        let before = await client.tally.answeredBy["0", default: 0]
        #expect(
          await client.reaches(within: Fault.stoppedBehindBroker.limit) { $0.answeredBy["0", default: 0] > before })
      }
      Self.note(.stoppedBehindBroker, ContinuousClock.now - start)
      #expect(ContinuousClock.now - start < Fault.stoppedBehindBroker.limit)
      for client in clients {
        let before = await client.tally.answeredBy["0", default: 0]
        #expect(await client.reaches(within: .seconds(30)) { $0.answeredBy["0", default: 0] >= before + 50 })
      }
    }
    let passed = try await Self.endBroker(broker)
    var received: [Int] = []
    for worker in workers { received.append(try await Self.endServer(worker).received.total) }
    // Every request that the broker has passed on is in one worker's ledger, those that it held while it stood included.
    #expect(received.reduce(0, +) == passed, "\(received)")
    for (number, total) in received.enumerated() {
      #expect(total >= books.map { $0.tally.answeredBy["\(number)", default: 0] }.reduce(0, +), "\(books)")
    }
  }
}
