import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A peer's bytes never crash, never block, never vanish unseen.
@Suite(.timeLimit(.minutes(1)))
struct BadMessageTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var frames: [[UInt8]]
    var reason: WireError.Reason

    init(_ description: String, _ frames: [String], _ reason: WireError.Reason) {
      self.init(description, bytes: frames.map { Array($0.utf8) }, reason)
    }

    init(_ description: String, bytes: [[UInt8]], _ reason: WireError.Reason) {
      testDescription = description
      frames = bytes
      self.reason = reason
    }
  }

  /// Frames as a DEALER sends them to a ROUTER that expects a delimiter.
  static let cases = [
    Case("no delimiter", ["[\"say\",\"x\"]"], .missingDelimiter),
    Case("no body", [""], .emptyBody),
    Case("extra frames", ["", "[\"say\",\"x\"]", "more"], .tooManyFrames),
    Case("not JSON", ["", "hello"], .notJSON),
    Case("no list", ["", "5"], .notAMessage),
    Case("unknown type", ["", "[\"shout\",\"x\"]"], .unknownType),
    Case("private type", ["", "[\"_private\",\"x\"]"], .unknownType),
    Case("too few arguments", ["", "[\"say\"]"], .wrongArguments),
    Case("too many arguments", ["", "[\"say\",\"x\",1]"], .wrongArguments),
    Case("wrong type", ["", "[\"say\",5]"], .wrongType),
    Case("invalid UTF-8", bytes: [[], Array("[\"say\",\"".utf8) + [0xff] + Array("\"]".utf8)], .notUTF8),
    Case("deep nesting", ["", "[\"say\"," + String(repeating: "[", count: 10_000)], .tooDeep),
  ]

  @Test(
    "each kind of bad message is counted, answered as declared, and the next good one served",
    arguments: TransportKind.allCases)
  func badMessages(kind: TransportKind) async throws {
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort, delimiter: true), refusal: "yes")
    try await withServerAndClient(kind, server: plan, client: .dealer, delimiter: true) {
      server, client async throws -> Void in
      var expected: [WireError.Reason: Int] = [:]
      for bad in Self.cases {
        // The answer has a delimiter, also where the request has none.
        let answer = try await client.client("out").request(within: .seconds(5)) { writer in
          for frame in bad.frames { writer.frame(frame) }
        } decode: { message in
          try message.decode(Echo.self)
        }
        #expect(answer.text.hasPrefix("refused: "), "\(bad.testDescription): \(answer.text)")
        expected[bad.reason, default: 0] += 1
        let refused = await server.counters(of: "in").refused
        #expect(refused == expected, "\(bad.testDescription)")
        #expect(try await client.ask("good", delimiter: true) == "good")
      }
    }
  }

  @Test("a message over the limit is refused, not the peer", arguments: TransportKind.allCases)
  func tooLarge(kind: TransportKind) async throws {
    let configuration = SocketConfiguration(.rep, bind: Self.anyPort, maximumMessageSize: 100_000)
    try await withServerAndClient(kind, server: server(configuration, refusal: "yes"), client: .req) {
      server, client async throws -> Void in
      let answer = try await client.ask(String(repeating: "x", count: 200_000))
      #expect(answer == "refused: expected at most 100000 bytes, found 200010 bytes")
      #expect(await server.counters(of: "in").refused == [.tooLarge: 1])
      #expect(try await client.ask("good") == "good")
    }
  }

  @Test(
    "a handler that throws is counted, its error stays at home, and the next message is served",
    arguments: TransportKind.allCases)
  func handlerThrows(kind: TransportKind) async throws {
    struct Secret: Error {}
    let plan = server(SocketConfiguration(.rep, bind: Self.anyPort), refusal: "yes") { text, _ in
      if text == "fail" { throw Secret() }
      return text
    }
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      #expect(try await client.ask("fail") == "refused: the request could not be handled")
      #expect(try await client.ask("good") == "good")
      let counters = await server.counters(of: "in")
      #expect(counters.failed == 1 && counters.handled == 1 && counters.refused.isEmpty)
    }
  }

  @Test("a REP that drops a bad message still serves the next one", arguments: TransportKind.allCases)
  func droppedByREP(kind: TransportKind) async throws {
    let transport = kind.make()
    try await server(SocketConfiguration(.rep, bind: Self.anyPort)).run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let dealer = client(SocketConfiguration(.dealer, connect: [endpoint], delimiter: true))
      try await dealer.run(on: transport) { dealer async throws -> Void in
        try await dealer.client("out").send { writer in
          writer.delimiter()
          writer.frame(Array("no message".utf8))
        }
        #expect(try await dealer.ask("good", delimiter: true) == "good")
        let refused = await server.counters(of: "in").refused
        #expect(refused == [.notJSON: 1])
      }
    }
  }

  @Test("a malformed answer is the asking client's error", arguments: TransportKind.allCases)
  func malformedAnswer(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = ProcessPlan(
      name: "Server", settings: quiet("Server"),
      sockets: [
        .init("in", SocketConfiguration(.rep, bind: Self.anyPort), handler: HandlerSource { _ in Garbler() })
      ])
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.req, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        let error = await #expect(throws: WireError.self) { try await client.ask("x") }
        #expect(error?.reason == .wrongType)
        #expect(await client.counters(of: "out").refused == [.wrongType: 1])
        let ledger = await client.ledger()
        #expect(ledger.isBalanced, "\(ledger)")
      }
    }
  }

  @Test("a malformed answer that comes too late is counted once, as late", arguments: TransportKind.allCases)
  func lateMalformedAnswer(kind: TransportKind) async throws {
    let transport = kind.make()
    // One that binds is not opened anew, so the late answer arrives.
    try await client(SocketConfiguration(.dealer, bind: Self.anyPort)).run(on: transport) {
      client async throws -> Void in
      let endpoint = try #require(client.endpoints(of: "out").first)
      let plan = ProcessPlan(
        name: "Server", settings: quiet("Server"),
        sockets: [
          .init(
            "in", SocketConfiguration(.router, connect: [endpoint]),
            handler: HandlerSource { _ in Garbler(delay: .milliseconds(100)) })
        ])
      try await plan.run(on: transport) { _ async throws -> Void in
        await #expect(throws: RequestError.self) { try await client.ask("x", within: .milliseconds(50)) }
        try await eventually("the late answer is counted") { await client.counters(of: "out").received == 1 }
        #expect(await client.counters(of: "out").refused == [.lateAnswer: 1])
        let ledger = await client.ledger()
        #expect(ledger.isBalanced, "\(ledger)")
      }
    }
  }
}

/// Answers everything with an echo whose text is a number.
private struct Garbler: Dispatcher {
  var delay = Duration.zero

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    if delay > .zero { try await Task.sleep(for: delay) }
    message.reply { writer in writer.frame(Array("[\"echo\",5]".utf8)) }
    return .handled
  }
}
