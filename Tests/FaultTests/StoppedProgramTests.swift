import Foundation
import Programs
import Testing
import ZMQRuntime

extension FaultTests {
  // MARK: Programs that are interrupted, and go on or start again

  @Test("a broker is killed under load and started again: requests are answered")
  func brokerRestarted() async throws {
    let (first, endpoints) = try await Self.serve("broker", "tcp://127.0.0.1:*", "tcp://127.0.0.1:*")
    let workers = try (0..<2).map { _ in try Self.start("work", endpoints[1]) }
    for worker in workers { #expect(try await worker.line() == "connected") }
    var broker: [String: Account] = [:]
    let client = try await Caller.run(at: endpoints[0]) { client in
      try await client.exchange(200)
      let load = Task { await client.load(20, within: .milliseconds(50)) }
      try await Self.kill(first)
      await load.value
      let (second, _) = try await Self.serve("broker", endpoints[0], endpoints[1])
      try await client.restored(after: .brokerRestarted)
      try await client.exchange(200)
      broker = try await Self.end(second)
    }
    let work = try await (Self.endServer(workers[0]), Self.endServer(workers[1]))
    let (front, back) = (try #require(broker["front"]), try #require(broker["back"]))
    // Every request that the new broker has received went to a worker and every answer to its client, or to one that
    // had given it up and gone.
    #expect(front.received == ["passed on": back.offered.total] && back.offered == ["sent": back.offered.total])
    #expect(back.received == ["passed on": back.offered.total] && front.offered.total == back.offered.total)
    #expect(front.offered["sent"] + front.offered["unroutable"] == front.offered.total && front.offered["sent"] >= 201)
    // Workers have these, and what the killed broker had passed on: what it has counted is lost with it.
    let before = work.0.received.total + work.1.received.total - back.offered.total
    #expect(200...220 ~= before, "\(work)")
    #expect(client.calls == 421 && client.answered >= 401, "\(client)")
    #expect(client.account.offered["sent"] + client.account.offered["expired"] == 421, "\(client)")
  }

  @Test("a worker is stopped by SIGSTOP: its request ends at its deadline, and it answers when it goes on")
  func stopped() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    let client = try await Caller.run(at: endpoints[0], late: 1) { client in
      try await client.ask("before")
      server.pause()
      let start = ContinuousClock.now
      await #expect(throws: RequestError.self) { try await client.ask("while", within: .milliseconds(300)) }
      #expect(ContinuousClock.now - start < Fault.stopped.limit)
      server.send(SIGCONT)
      try await client.restored(after: .stopped)
    }
    #expect(client.calls == 3 && client.answered == 2 && client.account.offered == ["sent": 3])
    // It has answered the one in the middle, too, when nobody waited for it any more.
    #expect(try await Self.endServer(server).received == ["answered": 3])
  }

  @Test("a signal every millisecond does not lose a request")
  func signals() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    let client = try await Caller.run(at: endpoints[0]) { client in
      // A thread that has no other work, so that the signals keep their rhythm.
      let storm = Storm(at: server)
      let start = ContinuousClock.now
      try await client.exchange(1000)
      let time = ContinuousClock.now - start
      #expect(storm.end() > 0)
      Self.note(.signals, time)
      #expect(time < Fault.signals.limit)
    }
    #expect(client.account.offered == ["sent": 1000] && client.answered == 1000)
    let account = try await Self.endServer(server)
    #expect(account.received == ["answered": 1000] && account.offered == ["sent": 1000])
  }
}
