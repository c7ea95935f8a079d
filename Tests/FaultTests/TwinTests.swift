import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQWire

extension FaultTests {
  // MARK: Duplicate routing ids

  @Test("a second client with the same routing id takes the first one's place; each message is in one counter")
  func duplicateIDs() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    func ask(_ text: String, _ client: Program) async throws -> String {
      try client.tell(text)
      #expect(try await client.line() == "asked")
      return try await client.line()
    }
    let first = try Self.start("ask", endpoints[0], "twin")
    #expect(try await ask("one", first) == "got one")
    let second = try Self.start("ask", endpoints[0], "twin")
    let start = ContinuousClock.now
    #expect(try await ask("two", second) == "got two")
    Self.note(.duplicateIDs, ContinuousClock.now - start)
    #expect(ContinuousClock.now - start < Fault.duplicateIDs.limit)
    // libzmq takes it, and hands it to nobody: the older connection has no place any more.
    #expect(try await ask("for nothing", first) == "got nothing")
    #expect(try await ask("three", second) == "got three")
    for client in [first, second] { try await Self.kill(client) }
    let account = try await Self.endServer(server)
    #expect(account.received == ["answered": 3] && account.offered == ["sent": 3])
  }

  @Test("of two clients of ours with the same routing id, whoever connects last is served")
  func twins() async throws {
    let (server, endpoints) = try await Self.serve("serve", "tcp://127.0.0.1:*")
    let id = RoutingID(received: Array("twin".utf8))
    var second: Caller.Books?
    let first = try await Caller.run(at: endpoints[0], named: id) { first in
      try await first.ask("one")
      second = try await Caller.run(at: endpoints[0], named: id) { second in
        try await second.restored(after: .duplicateIDs)
        await #expect(throws: RequestError.self) { try await first.ask("for nothing", within: .seconds(1)) }
        // Its socket was renewed, and so it has come last.
        try await first.ask("three")
      }
    }
    let account = try await Self.endServer(server)
    #expect(first.account.offered == ["sent": 3] && second?.account.offered == ["sent": 1])
    // All that was sent but the one for which there was no place.
    #expect(account.received == ["answered": 3] && account.offered == ["sent": 3])
  }
}
