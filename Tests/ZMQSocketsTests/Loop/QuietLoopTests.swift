import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

/// The loop's thread does not wake without a reason, by its own count of turns.
@Suite(.timeLimit(.minutes(1)))
struct QuietLoopTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  /// One turn to sleep in, one in which the timer is due, and one for a sleep that the system cuts short.
  static let turnsOfOneTimer = 3

  @Test("processes that have nothing to do cost nothing", arguments: TransportKind.allCases)
  func idle(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort))
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let plan = client(SocketConfiguration(.dealer, connect: [endpoint]))
      try await plan.run(on: transport) { client async throws -> Void in
        for text in ["a", "b", "c"] { #expect(try await client.ask(text) == text) }
        let turns = await transport.loop.turns(during: .milliseconds(300))
        #expect(turns <= Self.turnsOfOneTimer)
      }
    }
  }

  @Test("a socket whose peer never comes costs nothing", arguments: TransportKind.allCases)
  func alone(kind: TransportKind) async throws {
    let transport = kind.make()
    // Nobody binds port 1; libzmq tries again and again, on its own thread.
    try await client(SocketConfiguration(.dealer, connect: ["tcp://127.0.0.1:1"])).run(on: transport) { _ in
      _ = await transport.loop.turns(during: .milliseconds(50))
      let turns = await transport.loop.turns(during: .milliseconds(300))
      #expect(turns <= Self.turnsOfOneTimer)
    }
  }

  @Test("messages for a socket whose worker is busy wake nobody", arguments: TransportKind.allCases)
  func backlog(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.pull, bind: Self.anyPort)) { text, _ in
      if text == "first" { for await _ in gate.stream { break } }
      return nil
    }
    let transport = kind.make()
    let other = kind == .memory ? transport : kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: other) { client async throws -> Void in
        try await client.tell("first")
        try await eventually("the first is being handled") { await server.counters(of: "in").received == 1 }
        for index in 0..<200 { try await client.tell("\(index)") }
        // What is on its way arrives meanwhile.
        let turns = await transport.loop.turns(during: .milliseconds(300))
        #expect(turns <= Self.turnsOfOneTimer + 2)
        gate.continuation.yield()
        try await eventually("the others are handled") { await server.counters(of: "in").handled == 201 }
      }
    }
  }

  @Test(
    "an XPUB that drops nothing looks for room in a full subscriber's queue ever less often",
    arguments: [TransportKind.best, .zmqPoll])
  func fullSubscriber(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let (transport, other) = (kind.make(), kind.make())
    let station = client(
      SocketConfiguration(.pub, bind: Self.anyPort, options: ["xpub_nodrop": 1, "sndhwm": 1, "sndbuf": 4096]))
    try await station.run(on: transport) { station async throws -> Void in
      let endpoint = try #require(station.endpoints(of: "out").first)
      let plan = server(
        SocketConfiguration(.sub, connect: [endpoint], subscriptions: [""], options: ["rcvhwm": 1, "rcvbuf": 4096])
      ) { _, _ in
        for await _ in gate.stream { break }
        return nil
      }
      try await plan.run(on: other) { subscriber async throws -> Void in
        try await station.client("out").waitForSubscribers(to: "", within: .seconds(5))
        try await station.tell("first")
        try await eventually("the first is being handled") { await subscriber.counters(of: "in").received == 1 }
        let sending = Task {
          for _ in 0..<100 { try await station.client("out").send { $0.frame([UInt8](repeating: 2, count: 100_000)) } }
        }
        try await eventually("one waits") { await station.ledger().sockets.first?.waiting == 1 }
        let turns = await transport.loop.turns(during: .milliseconds(300))
        #expect(await station.ledger().sockets.first?.waiting == 1)
        // Two for each look: to wake, and to try.
        #expect(turns <= 40)
        gate.continuation.yield()
        try await sending.value
        try await eventually("all have come") { await subscriber.counters(of: "in").received == 101 }
      }
    }
  }

  @Test("a deadline in virtual time ends a request over libzmq too", arguments: TransportKind.allCases)
  func virtualDeadline(kind: TransportKind) async throws {
    let time = VirtualTime()
    let transport: any Transport =
      switch kind {
      case .memory: InMemoryTransport(time: time)
      case .best: ZMQTransport(poller: .best, time: time)
      case .zmqPoll: ZMQTransport(poller: .zmqPoll, time: time)
      }
    let plan = server(SocketConfiguration(.rep, bind: Self.anyPort)) { _, _ in nil }
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.req, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        let asking = Task { try await client.ask("never", within: .seconds(3600)) }
        try await eventually("the request has arrived") { await server.counters(of: "in").handled == 1 }
        await time.advance(by: .seconds(3600))
        let error = await #expect(throws: RequestError.self) { try await asking.value }
        #expect(error?.reason == .timedOut(after: .seconds(3600)))
      }
    }
  }
}

extension EventLoop {
  /// How many turns the loop takes within this time, with a timer of its own as the only reason.
  fileprivate func turns(during duration: Duration) async -> Int {
    // Whatever is under way comes to its end first.
    _ = await suspend(in: WaitList(), until: now + .milliseconds(100))
    let before = turns
    _ = await suspend(in: WaitList(), until: now + duration)
    return turns - before
  }
}
