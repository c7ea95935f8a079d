import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Many requests in flight on one socket: each answer finds its request by an id that it repeats.
@Suite(.timeLimit(.minutes(1)))
struct CorrelationTests {
  /// A client whose answers repeat the text of their request.
  private func correlating(_ type: SocketType, to endpoint: String) -> ProcessPlan {
    ProcessPlan(
      name: "Client", settings: quiet("Client"),
      sockets: [
        .init(
          "out", SocketConfiguration(type, connect: [endpoint]),
          correlation: { message in try message.decode(Echo.self).map { .bytes(Array($0.text.utf8)) } })
      ])
  }

  private func ask(_ client: RunningProcess, _ text: String, within limit: Duration = .seconds(5)) async throws
    -> String
  {
    let say = Say(text)
    return try await client.client("out").request(correlation: .bytes(Array(text.utf8)), within: limit) { writer in
      try say.encode(into: &writer)
    } decode: { message in
      try message.decode(Echo.self)
    }.text
  }

  @Test("answers in any order reach their requests", arguments: TransportKind.allCases)
  func anyOrder(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: RequestTests.anyPort, concurrency: 300)) { text, _ in
      if text == "first" { for await _ in gate.stream { break } }
      return text
    }
    let transport = kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await correlating(.dealer, to: endpoint).run(on: transport) { client async throws -> Void in
        async let first = ask(client, "first")
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for index in 0..<200 { group.addTask { try await self.ask(client, "\(index)") == "\(index)" } }
          for try await isRight in group { #expect(isRight) }
        }
        gate.continuation.yield()
        let answer = try await first
        #expect(answer == "first")
      }
    }
  }

  @Test("an answer that comes too late is counted and given to nobody", arguments: TransportKind.allCases)
  func late(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: RequestTests.anyPort)) { text, _ in
      if text == "late" { for await _ in gate.stream { break } }
      return text
    }
    let transport = kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await correlating(.dealer, to: endpoint).run(on: transport) { client async throws -> Void in
        let error = await #expect(throws: RequestError.self) {
          try await self.ask(client, "late", within: .milliseconds(200))
        }
        #expect(error?.reason == .timedOut(after: .milliseconds(200)))
        gate.continuation.yield()
        try await eventually("the late answer has been counted") {
          await client.counters(of: "out").refused[.lateAnswer] == 1
        }
        for index in 0..<5 { #expect(try await ask(client, "\(index)") == "\(index)") }
      }
    }
  }
}
