import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What happens to a request when all does not go well.
@Suite(.timeLimit(.minutes(1)))
struct RequestTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  @Test(
    "a request without an answer ends at its deadline, and the next one is not given the late answer",
    arguments: TransportKind.allCases, [SocketType.req, .dealer])
  func deadline(kind: TransportKind, asking: SocketType) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort, delimiter: true)) { text, _ in
      if text == "late" { for await _ in gate.stream { break } }
      return text
    }
    let isDealer = asking == .dealer
    try await withServerAndClient(kind, server: plan, client: asking, delimiter: isDealer) {
      _, client async throws -> Void in
      let error = await #expect(throws: RequestError.self) {
        try await client.ask("late", within: .milliseconds(200), delimiter: isDealer)
      }
      #expect(error?.reason == .timedOut(after: .milliseconds(200)))
      #expect(error?.description == "Client.out: no answer within 0.2 seconds")
      gate.continuation.yield()
      for index in 0..<5 {
        #expect(try await client.ask("\(index)", delimiter: isDealer) == "\(index)")
      }
    }
  }

  @Test("many tasks may ask at a time; each gets its own answer", arguments: TransportKind.allCases)
  func manyTasks(kind: TransportKind) async throws {
    try await withServerAndClient(
      kind, server: server(SocketConfiguration(.rep, bind: Self.anyPort)), client: .req
    ) { _, client async throws -> Void in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for index in 0..<50 { group.addTask { try await client.ask("\(index)") == "\(index)" } }
        for try await isRight in group { #expect(isRight) }
      }
    }
  }

  @Test("cancelling the task ends the wait at once", arguments: TransportKind.allCases)
  func cancellation(kind: TransportKind) async throws {
    let plan = server(SocketConfiguration(.rep, bind: Self.anyPort)) { text, _ in text == "never" ? nil : text }
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      let asking = Task { try await client.ask("never", within: .seconds(600)) }
      try await eventually("the request has arrived") { await server.counters(of: "in").handled == 1 }
      asking.cancel()
      await #expect(throws: CancellationError.self) { try await asking.value }
      #expect(try await client.ask("next") == "next")
    }
  }

  @Test("stopping the process ends its requests", arguments: TransportKind.allCases)
  func stop(kind: TransportKind) async throws {
    let plan = server(SocketConfiguration(.rep, bind: Self.anyPort)) { _, _ in nil }
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      let asking = Task { try await client.ask("never", within: .seconds(600)) }
      try await eventually("the request has arrived") { await server.counters(of: "in").handled == 1 }
      await client.stop()
      let error = await #expect(throws: RequestError.self) { try await asking.value }
      #expect(error?.reason == .stopped)
      await #expect(throws: RequestError.self) { try await client.ask("afterwards") }
    }
  }

  @Test("a message that asks nothing leaves a REQ free for the next", arguments: TransportKind.allCases)
  func oneWayOnREQ(kind: TransportKind) async throws {
    let plan = server(SocketConfiguration(.rep, bind: Self.anyPort)) { text, _ in text == "note" ? nil : text }
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      #expect(try await client.ask("before") == "before")
      try await client.tell("note")
      #expect(try await client.ask("after") == "after")
      try await eventually("the note has arrived") { await server.counters(of: "in").handled == 3 }
    }
  }

  @Test("what was sent last arrives although the process ends", arguments: TransportKind.allCases)
  func lastWords(kind: TransportKind) async throws {
    let transport = kind.make()
    let heard = AsyncStream<String>.makeStream()
    let plan = server(SocketConfiguration(.pull, bind: Self.anyPort)) { text, _ in
      heard.continuation.yield(text)
      return nil
    }
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      // A transport of its own: its context ends with the process.
      let other = kind == .memory ? transport : kind.make()
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: other) { try await $0.tell("farewell") }
      var iterator = heard.stream.makeAsyncIterator()
      #expect(await iterator.next() == "farewell")
    }
  }

  @Test("a ROUTER tells when it knows no such peer", arguments: TransportKind.allCases)
  func unroutable(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = client(SocketConfiguration(.router, bind: Self.anyPort))
    try await plan.run(on: transport) { router async throws -> Void in
      let error = await #expect(throws: RequestError.self) {
        try await router.tell("anybody?", prefix: [Array("nobody".utf8)])
      }
      #expect(error?.reason == .unroutable)
      #expect(await router.counters(of: "out").unsent == [.unroutable: 1])
    }
  }

  @Test("a socket that binds finds its way back after an answer that never came", arguments: TransportKind.allCases)
  func boundRequester(kind: TransportKind) async throws {
    let transport = kind.make()
    try await client(SocketConfiguration(.pair, bind: Self.anyPort)).run(on: transport) { client async throws -> Void in
      let endpoint = try #require(client.endpoints(of: "out").first)
      let answering = server(SocketConfiguration(.pair, connect: [endpoint])) { text, _ in
        text == "lost" ? nil : text
      }
      try await answering.run(on: transport) { _ async throws -> Void in
        #expect(try await client.ask("before") == "before")
        await #expect(throws: RequestError.self) { try await client.ask("lost", within: .milliseconds(100)) }
        // This one's answer may be taken for the lost one's.
        _ = try? await client.ask("between", within: .milliseconds(500))
        for index in 0..<3 { #expect(try await client.ask("\(index)") == "\(index)") }
      }
    }
  }
}
