import Foundation
import Programs
import Testing
import ZMQRuntime

extension FaultTests {
  // MARK: Programs that are interrupted, and go on or start again

  @Test("a server is stopped by SIGSTOP: its request ends at its deadline, and it answers when it goes on")
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
