import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What stands around a handler, and what can stand in its place.
@Suite(.timeLimit(.minutes(1)))
struct HandlerTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  /// Notes when it is entered and left.
  private struct Tracer: Interceptor {
    let name: String
    let trace: AsyncStream<String>.Continuation

    func handle(
      _ message: IncomingMessage, next: nonisolated(nonsending) () async throws -> Dispatched
    ) async throws -> Dispatched {
      trace.yield("\(name) in \(message.origin.socket)")
      defer { trace.yield("\(name) out") }
      return try await next()
    }
  }

  /// Lets nobody in whose message does not contain the word.
  private struct Doorkeeper: Interceptor {
    let word: String

    func handle(
      _ message: IncomingMessage, next: nonisolated(nonsending) () async throws -> Dispatched
    ) async throws -> Dispatched {
      let body = String(decoding: message.bodyFrame(0), as: UTF8.self)
      guard body.contains(word) else {
        throw message.refusal(.badSignature, expected: "the word", found: "another")
      }
      return try await next()
    }
  }

  @Test("interceptors stand around the handler, the first outermost", arguments: TransportKind.allCases)
  func around(kind: TransportKind) async throws {
    let trace = AsyncStream<String>.makeStream()
    var plan = server(SocketConfiguration(.rep, bind: Self.anyPort)) { text, _ in
      trace.continuation.yield("handler")
      await Task.yield()
      return text
    }
    plan.settings.interceptors = ["a", "b"].map { Tracer(name: $0, trace: trace.continuation) }
    try await withServerAndClient(kind, server: plan, client: .req) { _, client async throws -> Void in
      for round in 0..<3 { #expect(try await client.ask("\(round)") == "\(round)") }
      var iterator = trace.stream.makeAsyncIterator()
      for _ in 0..<3 {
        for step in ["a in Server.in", "b in Server.in", "handler", "b out", "a out"] {
          #expect(await iterator.next() == step)
        }
      }
    }
  }

  @Test("an interceptor turns somebody away: counted, and answered as declared", arguments: TransportKind.allCases)
  func turnedAway(kind: TransportKind) async throws {
    var plan = server(SocketConfiguration(.rep, bind: Self.anyPort), refusal: "yes")
    plan.settings.interceptors = [Doorkeeper(word: "sesame")]
    try await withServerAndClient(kind, server: plan, client: .req) { server, client async throws -> Void in
      #expect(try await client.ask("please") == "refused: expected the word, found another")
      #expect(try await client.ask("open sesame") == "open sesame")
      let ledger = await server.ledger()
      #expect(ledger.isBalanced && ledger.sockets[0].counters.refused == [.badSignature: 1])
    }
  }

  /// Notes what is refused.
  private struct Bystander: Interceptor {
    let refused: AsyncStream<String>.Continuation

    func refused(_ message: IncomingMessage, because error: any Error) async {
      let reason = (error as? WireError)?.reason.rawValue ?? "\(error)"
      refused.yield("\(reason) from \(message.origin.routingID.map { "\($0)" } ?? "nobody")")
    }
  }

  @Test(
    "an interceptor is told of all that is refused: the envelope, the body, a handler that throws",
    arguments: TransportKind.allCases)
  func told(kind: TransportKind) async throws {
    struct Tired: Error {}
    let refusals = AsyncStream<String>.makeStream()
    var plan = server(SocketConfiguration(.router, bind: Self.anyPort, delimiter: true), refusal: "yes") { text, _ in
      if text == "fail" { throw Tired() }
      return text
    }
    plan.settings.interceptors = [Bystander(refused: refusals.continuation)]
    try await withServerAndClient(kind, server: plan, client: .dealer, delimiter: true) {
      server, client async throws -> Void in
      #expect(try await client.ask("good", delimiter: true) == "good")
      let peer = try #require(await server.peers(of: "in").first?.routingID)
      var iterator = refusals.stream.makeAsyncIterator()
      for (frames, reason) in [
        (["no delimiter"], "missingDelimiter"), (["", "no JSON"], "notJSON"), (["", #"["say","fail"]"#], "Tired()"),
      ] {
        try await client.client("out").send { writer in for frame in frames { writer.frame(frame.utf8) } }
        #expect(await iterator.next() == "\(reason) from \(peer)")
      }
    }
  }

  /// Answers with the frames in reverse; nothing to a single one.
  private final class Mirror: FrameHandler {
    private var seen = 0

    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      seen += 1
      return body.count == 1 ? nil : body.reversed() + [Array("\(seen)".utf8)]
    }
  }

  @Test("a handler of frames gets the body and gives a body", arguments: TransportKind.allCases)
  func frames(kind: TransportKind) async throws {
    let transport = kind.make()
    let plan = ProcessPlan(
      name: "Server", settings: quiet("Server"),
      sockets: [.init("in", SocketConfiguration(.rep, bind: Self.anyPort), handler: HandlerSource(frames: Mirror()))])
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let plan = client(SocketConfiguration(.dealer, connect: [endpoint], delimiter: true))
      try await plan.run(on: transport) { client async throws -> Void in
        try await client.client("out").send { writer in
          writer.delimiter()
          writer.frame("alone".utf8)
        }
        let answer = try await client.client("out").request(within: .seconds(5)) { writer in
          writer.delimiter()
          for frame in ["a", "b"] { writer.frame(frame.utf8) }
        } decode: { message in
          (0..<message.bodyFrameCount).map { String(decoding: message.bodyFrame($0), as: UTF8.self) }
        }
        #expect(answer == ["b", "a", "2"])
        let counters = await server.counters(of: "in")
        #expect(counters.taken == 1 && counters.answered == 1)
      }
    }
  }

  @Test("no more messages are in hand than the socket's concurrency allows", arguments: TransportKind.allCases)
  func concurrency(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: Self.anyPort, concurrency: 3)) { text, _ in
      for await _ in gate.stream { break }
      return text
    }
    let transport = kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.dealer, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        for index in 0..<10 { try await client.tell("\(index)") }
        try await eventually("three are in hand") { await server.ledger().sockets[0].inHand == 3 }
        for _ in 0..<10 {
          let ledger = await server.ledger().sockets[0]
          #expect(ledger.inHand <= 3)
          gate.continuation.yield()
        }
        try await eventually("all are answered") { await server.counters(of: "in").answered == 10 }
      }
    }
  }
}
