import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Endpoints that come and go while a process runs.
@Suite(.timeLimit(.minutes(1)))
struct EndpointTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  @Test("a socket connects to one more endpoint, and leaves the first", arguments: TransportKind.allCases)
  func move(kind: TransportKind) async throws {
    let transport = kind.make()
    let echo = { (name: String) in
      server(SocketConfiguration(.rep, bind: Self.anyPort)) { text, _ in "\(name): \(text)" }
    }
    try await echo("a").run(on: transport) { a async throws -> Void in
      try await echo("b").run(on: transport) { b async throws -> Void in
        let first = try #require(a.endpoints(of: "in").first)
        let second = try #require(b.endpoints(of: "in").first)
        let plan = client(SocketConfiguration(.dealer, connect: [first], delimiter: true))
        try await plan.run(on: transport) { client async throws -> Void in
          #expect(try await client.ask("1", delimiter: true) == "a: 1")
          try await client.client("out").connect(to: second)
          try await client.client("out").disconnect(from: first)
          for text in ["2", "3"] { #expect(try await client.ask(text, delimiter: true) == "b: \(text)") }
          let error = await #expect(throws: TransportError.self) {
            try await client.client("out").disconnect(from: first)
          }
          #expect(error?.operation == "disconnect" && error?.subject == first)
        }
      }
    }
  }

  @Test("messages do not wait for an endpoint that was added and never answers", arguments: TransportKind.allCases)
  func deadEndpoint(kind: TransportKind) async throws {
    let transport = kind.make()
    let port = try HeldPort()
    try await server(SocketConfiguration(.pull, bind: Self.anyPort)).run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        try await client.client("out").connect(to: "tcp://127.0.0.1:\(port.number)")
        for index in 0..<20 { try await client.tell("\(index)") }
        try await eventually("all have come") { await server.counters(of: "in").received == 20 }
      }
    }
    withExtendedLifetime(port) {}
  }

  @Test("an endpoint is bound while the process runs, and given free again", arguments: TransportKind.allCases)
  func bindLater(kind: TransportKind) async throws {
    let transport = kind.make()
    try await server(SocketConfiguration(.rep)).run(on: transport) { server async throws -> Void in
      let endpoint = try await server.client("in").bind(to: "tcp://127.0.0.1:*")
      #expect(!endpoint.hasSuffix("*"))
      try await client(SocketConfiguration(.req, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        #expect(try await client.ask("x") == "x")
        try await server.client("in").unbind(from: endpoint)
        let error = await #expect(throws: TransportError.self) {
          try await server.client("in").unbind(from: endpoint)
        }
        #expect(error?.operation == "unbind")
      }
      // Free for another; libzmq gives it free on its own thread.
      try await eventually("it can be bound again") {
        (try? await ProcessPlan(
          name: "Next", settings: quiet("Next"), sockets: [.init("in", SocketConfiguration(.pull, bind: [endpoint]))]
        ).run(on: transport) { _ in true }) == true
      }
    }
  }
}
