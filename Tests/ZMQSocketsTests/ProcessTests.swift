import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What a process does is the same over every transport.
@Suite(.timeLimit(.minutes(1)))
struct ProcessTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  @Test("a request is answered, whatever pair of socket types carries it", arguments: TransportKind.allCases)
  func pairs(kind: TransportKind) async throws {
    let cases: [(SocketType, SocketType, Bool)] = [
      (.req, .rep, false), (.req, .router, true), (.dealer, .rep, true), (.dealer, .router, true),
      (.dealer, .router, false), (.dealer, .dealer, false), (.pair, .pair, false),
    ]
    for (asking, answering, delimiter) in cases {
      let configuration = SocketConfiguration(
        answering, bind: Self.anyPort, delimiter: delimiter && answering != .rep)
      try await withServerAndClient(
        kind, server: server(configuration), client: asking, delimiter: delimiter && asking == .dealer
      ) { server, client async throws -> Void in
        for index in 0..<20 {
          let answer = try await client.ask("\(asking) \(index)", delimiter: delimiter && asking == .dealer)
          #expect(answer == "\(asking) \(index)")
        }
        let counters = await server.counters(of: "in")
        #expect(counters.received == 20 && counters.handled == 20 && counters.sent == 20, "\(asking)–\(answering)")
      }
    }
  }

  @Test("a handler knows the peer's routing id where the protocol gives it one", arguments: TransportKind.allCases)
  func routingID(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort)) { _, origin in
      "\(origin.routingID.map(String.init(describing:)) ?? "nobody") at \(origin.socket)"
    }
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let configuration = SocketConfiguration(
        .dealer, connect: [endpoint], routingID: RoutingID(Array("worker-1".utf8)))
      let answer = try await client(configuration).run(on: transport) { try await $0.ask("who am I?") }
      #expect(answer == "worker-1 at Server.in")
    }
  }

  @Test("a published message reaches the subscriber whose prefix fits", arguments: TransportKind.allCases)
  func publish(kind: TransportKind) async throws {
    let transport = kind.make()
    let heard = AsyncStream<String>.makeStream()
    let publisher = ProcessPlan(
      name: "Client", settings: quiet("Client"), sockets: [.init("out", SocketConfiguration(.pub, bind: Self.anyPort))])
    try await publisher.run(on: transport) { publisher in
      let endpoint = try #require(publisher.endpoints(of: "out").first)
      let subscriber = server(
        SocketConfiguration(.sub, connect: [endpoint], hasTopic: true, subscriptions: ["weather."])
      ) { text, origin in
        heard.continuation.yield("\(origin.topic ?? "-"): \(text)")
        return nil
      }
      try await subscriber.run(on: transport) { _ in
        // A subscription takes time to arrive: publish until the first is heard.
        let publishing = Task {
          while !Task.isCancelled {
            try await publisher.tell("no", prefix: [Array("sport.Rome".utf8)])
            try await publisher.tell("21", prefix: [Array("weather.Rome".utf8)])
            await Task.yield()
          }
        }
        var iterator = heard.stream.makeAsyncIterator()
        for _ in 0..<3 { #expect(await iterator.next() == "weather.Rome: 21") }
        publishing.cancel()
        _ = await publishing.result
      }
    }
  }

  @Test("what is pushed is pulled, in order", arguments: TransportKind.allCases)
  func pushPull(kind: TransportKind) async throws {
    let heard = AsyncStream<String>.makeStream()
    let plan = server(SocketConfiguration(.pull, bind: Self.anyPort)) { text, _ in
      // The handler suspends; with one worker the next message must wait for its turn.
      await Task.yield()
      heard.continuation.yield(text)
      return nil
    }
    try await withServerAndClient(kind, server: plan, client: .push) { _, client async throws -> Void in
      for index in 0..<500 { try await client.tell("\(index)") }
      var iterator = heard.stream.makeAsyncIterator()
      for index in 0..<500 { #expect(await iterator.next() == "\(index)") }
    }
  }

  @Test("a final message ends the process, after its handler", arguments: TransportKind.allCases)
  func final(kind: TransportKind) async throws {
    try await withServerAndClient(
      kind, server: server(SocketConfiguration(.rep, bind: Self.anyPort)), client: .req
    ) { server, client async throws -> Void in
      #expect(try await client.ask("stop") == "stop")
      await server.untilStopped()
    }
  }

  @Test("a stop lets a handler that is at work ask on other sockets, and on its own", arguments: TransportKind.allCases)
  func stopWhileAsking(kind: TransportKind) async throws {
    let transport = kind.make()
    let gate = AsyncStream<Void>.makeStream()
    let back = server(SocketConfiguration(.rep, bind: Self.anyPort)) { text, _ in "back: \(text)" }
    try await back.run(on: transport) { back async throws -> Void in
      var middle = server(SocketConfiguration(.router, bind: Self.anyPort))
      middle.sockets[0].handler = HandlerSource { process in
        EchoDispatcher { text, origin in
          for await _ in gate.stream { break }
          if text == "own", let peer = origin.routingID {
            let say = Say("what?")
            return try await process.client("in").request(to: peer, within: .seconds(5)) { writer in
              writer.frame(peer.bytes)
              try say.encode(into: &writer)
            } decode: { message in
              try message.decode(Echo.self)
            }.text
          }
          return try await process.ask(text)
        }
      }
      middle.sockets.append(.init("out", SocketConfiguration(.req, connect: [back.endpoints(of: "in")[0]])))
      for text in ["other", "own"] {
        try await middle.run(on: transport) { middle async throws -> Void in
          let asker = ProcessPlan(
            name: "Client", settings: quiet("Client"),
            sockets: [
              .init(
                "out", SocketConfiguration(.dealer, connect: [middle.endpoints(of: "in")[0]]),
                handler: HandlerSource { _ in EchoDispatcher { text, _ in "own: \(text)" } })
            ])
          try await asker.run(on: transport) { client async throws -> Void in
            async let answer = client.ask(text)
            try await eventually("the handler is at work") { await middle.counters(of: "in").received == 1 }
            let stop = Task { await middle.stop() }
            await middle.untilStopped()
            gate.continuation.yield()
            #expect(try await answer == (text == "own" ? "own: what?" : "back: other"))
            await stop.value
            let ledger = await middle.ledger()
            #expect(ledger.isBalanced, "\(ledger)")
          }
        }
      }
    }
  }

  @Test("a handler that suspends lets the next message be handled", arguments: TransportKind.allCases)
  func concurrency(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort)) { text, _ in
      if text == "slow" { for await _ in gate.stream { break } }
      return text
    }
    let transport = kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let configuration = SocketConfiguration(.dealer, connect: [endpoint])
      try await client(configuration).run(on: transport) { slow async throws -> Void in
        try await client(configuration).run(on: transport) { quick async throws -> Void in
          async let late = slow.ask("slow")
          #expect(try await quick.ask("quick") == "quick")
          try await eventually("the slow request is being handled") { await server.counters(of: "in").received == 2 }
          #expect(try await quick.ask("quick again") == "quick again")
          gate.continuation.yield()
          #expect(try await late == "slow")
        }
      }
    }
  }

  @Test("handlers that exist once serve one run", arguments: TransportKind.allCases)
  func handlersUsedUp(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = ProcessPlan(
      name: "Server", settings: quiet("Server"),
      sockets: [
        .init(
          "in", SocketConfiguration(.rep, bind: Self.anyPort),
          handler: HandlerSource(EchoDispatcher(answer: { text, _ in text })))
      ])
    try await plan.run(on: transport) { _ in }
    let error = await #expect(throws: ProcessError.self) { try await plan.run(on: transport) { _ in } }
    #expect(error?.description == "Server has run before: make a new one with new handlers")
  }

  @Test("an endpoint that is taken is a clear error, and nothing stays open", arguments: TransportKind.allCases)
  func endpointTaken(kind: TransportKind) async throws {
    let transport = kind.make()
    try await server(SocketConfiguration(.rep, bind: Self.anyPort)).run(on: transport) { first async throws -> Void in
      let endpoint = try #require(first.endpoints(of: "in").first)
      let second = server(SocketConfiguration(.rep, bind: [endpoint]))
      let error = await #expect(throws: TransportError.self) { try await second.run(on: transport) { _ in } }
      #expect(error?.operation == "bind" && error?.subject == endpoint)
      #expect(error?.remedy != nil)
    }
  }
}
