import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A proxy between a ROUTER and a DEALER, while it runs.
@Suite(.timeLimit(.minutes(1)))
struct ProxyTests {
  @Test("a proxy is held, let go on, and looked into; its sums are exact", arguments: TransportKind.allCases)
  func steering(kind: TransportKind) async throws {
    let transport = kind.make()
    let proxy = ProcessPlan(
      name: "Desk", settings: quiet("Desk"),
      sockets: [
        .init("front", SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])),
        .init("back", SocketConfiguration(.dealer, bind: ["tcp://127.0.0.1:*"])),
      ], proxies: [.init("front", "back")])
    let seen = AsyncStream<CapturedMessage>.makeStream()
    try await proxy.run(on: transport) { desk async throws -> Void in
      let (front, back) = (desk.endpoints(of: "front"), desk.endpoints(of: "back"))
      let echo = server(SocketConfiguration(.router, connect: back, envelopeFrames: 2))
      try await echo.run(on: transport) { server async throws -> Void in
        let asker = client(SocketConfiguration(.dealer, connect: front, routingID: RoutingID(Array("asker".utf8))))
        try await asker.run(on: transport) { asker async throws -> Void in
          #expect(try await asker.ask("before") == "before")

          await desk.proxy("back").capture { seen.continuation.yield($0) }
          #expect(try await asker.ask("x") == "x")
          var iterator = seen.stream.makeAsyncIterator()
          let there = await iterator.next()
          #expect(
            there?.socket == "Desk.front" && there?.frames == [Array("asker".utf8), Array("[\"say\",\"x\"]".utf8)])
          let back = await iterator.next()
          #expect(back?.socket == "Desk.back" && back?.frames == [Array("asker".utf8), Array("[\"echo\",\"x\"]".utf8)])
          await desk.proxy("front").capture(nil)

          await desk.proxy("front").pause()
          let handled = await server.counters(of: "in").answered
          await #expect(throws: RequestError.self) { try await asker.ask("held", within: .milliseconds(100)) }
          #expect(await server.counters(of: "in").answered == handled)
          await desk.proxy("front").resume()
          // The whole way back, so that its answer does not meet the next request's socket.
          try await eventually("what was held is answered") { await desk.counters(of: "front").sent == 3 }
          #expect(await server.counters(of: "in").answered == handled + 1)
          #expect(try await asker.ask("after") == "after")
        }
      }
      let ledger = await desk.ledger()
      #expect(ledger.isBalanced, "\(ledger)")
      #expect(ledger.sockets.allSatisfy { $0.counters.passedOn >= 3 && $0.counters.refused.isEmpty })
    }
  }
}
