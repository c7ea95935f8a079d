import Foundation
import Programs
import Testing

extension FaultTests {
  // MARK: File descriptors

  @Test("a server without file descriptors for more clients serves those it has, and the next when there are some")
  func noDescriptorsToAccept() async throws {
    let (server, endpoints) = try await Self.serve("limit", "40")
    var answered = 0
    let client = try await Caller.run(at: endpoints[0]) { client in
      try await client.ask("before")
      let crowd = try Self.start("crowd", endpoints[0], "60")
      answered = try #require(Int(try await crowd.line().dropFirst("answered ".count)))
      // Some of them got an answer, and whoever was there before is still served.
      #expect(answered > 0 && answered < 60)
      try await client.ask("among")
      try await Self.kill(crowd)
      let next = try await Caller.run(at: endpoints[0]) { try await $0.restored(after: .noDescriptorsToAccept) }
      #expect(next.account.offered == ["sent": 1])
    }
    #expect(client.account.offered == ["sent": 2])
    let account = try await Self.endServer(server)
    // Of those that were not let in, nothing has come.
    #expect(account.received == ["answered": 3 + answered] && account.offered == ["sent": 3 + answered])
  }

  @Test(
    "a process that gets no file descriptors says so, and runs when there are some", arguments: ["best", "zmqPoll"])
  func noDescriptorsToOpen(poller: String) async throws {
    let program = try Self.start("exhaust", poller)
    // None at all, when its transport is made, and then too few.
    for _ in 0..<2 {
      let refusal = try await program.line()
      #expect(refusal.hasPrefix("refused: cannot "), "\(program.transcript)")
    }
    try program.tell("there are some")
    let start = ContinuousClock.now
    let endpoints = try await program.line().split(separator: " ").map(String.init)
    #expect(endpoints.count == 64)
    let client = try await Caller.run(at: endpoints[63]) { try await $0.ask("at last") }
    let time = ContinuousClock.now - start
    Self.note(.noDescriptorsToOpen, time)
    #expect(time < Fault.noDescriptorsToOpen.limit)
    #expect(client.account.offered == ["sent": 1])
    let accounts = try await Self.end(program)
    #expect(accounts.count == 64 && accounts["requests63"]?.received == ["answered": 1])
    #expect(accounts.values.map(\.received.total).reduce(0, +) == 1)
  }
}
