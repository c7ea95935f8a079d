import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Good and bad messages of every kind at once: each ends in exactly one counter.
@Suite(.timeLimit(.minutes(2)))
struct FloodTests {
  /// What a client sends, and what becomes of it at the server.
  enum Kind: CaseIterable {
    case good, silent, failing, unknown, garbled, bare, long, manyFrames

    var frames: [[UInt8]] {
      switch self {
      case .good: [[], Array("[\"say\",\"good\"]".utf8)]
      case .silent: [[], Array("[\"say\",\"silent\"]".utf8)]
      case .failing: [[], Array("[\"say\",\"fail\"]".utf8)]
      case .unknown: [[], Array("[\"shout\",\"x\"]".utf8)]
      case .garbled: [[], Array("[\"say\",".utf8)]
      case .bare: [Array("no delimiter".utf8)]
      case .long: [[], Array("[\"say\",\"\(String(repeating: "x", count: 2000))\"]".utf8)]
      case .manyFrames: [[]] + Array(repeating: Array("x".utf8), count: 40)
      }
    }

    var reason: WireError.Reason? {
      switch self {
      case .good, .silent, .failing: nil
      case .unknown: .unknownType
      case .garbled: .notJSON
      case .bare: .missingDelimiter
      case .long: .tooLarge
      case .manyFrames: .tooManyFrames
      }
    }
  }

  /// A sequence that looks random and is the same each time.
  private static func mixture(_ count: Int, seed: Int) -> [Kind] {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Kind.allCases[Int(state >> 33) % Kind.allCases.count]
    }
  }

  @Test("the sums of a mixed flood are exact", arguments: TransportKind.allCases)
  func mixed(kind: TransportKind) async throws {
    struct Failure: Error {}
    var configuration = SocketConfiguration(
      .router, bind: ["tcp://127.0.0.1:*"], delimiter: true, maximumMessageSize: 1000)
    configuration.maximumFrameCount = 20
    configuration.outbound = OutboundQueue(messages: 10_000)
    let plan = server(configuration) { text, _ in
      if text == "fail" { throw Failure() }
      await Task.yield()
      return text == "silent" ? nil : text
    }
    let transport = kind.make()
    let (clients, each) = (4, 1000)
    let mixtures = (0..<clients).map { Self.mixture(each, seed: $0) }
    let sent = Dictionary(grouping: mixtures.joined(), by: { $0 }).mapValues(\.count)
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await withThrowingTaskGroup(of: ProcessLedger.self) { group in
        for mixture in mixtures {
          group.addTask {
            let plan = client(SocketConfiguration(.dealer, connect: [endpoint], delimiter: true))
            return try await plan.run(on: transport) { client async throws -> ProcessLedger in
              for kind in mixture {
                try await client.client("out").send { writer in for frame in kind.frames { writer.frame(frame) } }
              }
              // What the server answers is an answer to nothing that this client knows of.
              let answers = mixture.count { $0 == .good }
              try await eventually(within: .seconds(60), "all answers have come") {
                await client.counters(of: "out").received == answers
              }
              return await client.ledger()
            }
          }
        }
        for try await ledger in group {
          let counters = ledger.sockets[0].counters
          #expect(ledger.isBalanced, "\(ledger)")
          #expect(
            counters.offered == each && counters.sent == each && counters.refused[.outOfTurn] == counters.received)
        }
      }
      try await eventually(within: .seconds(60), "all have been handled") {
        let ledger = await server.ledger().sockets[0]
        return ledger.counters.received == clients * each && ledger.inHand == 0
      }
      let ledger = await server.ledger()
      let counters = ledger.sockets[0].counters
      #expect(ledger.isBalanced, "\(ledger)")
      #expect(counters.answered == sent[.good] && counters.taken == sent[.silent] && counters.failed == sent[.failing])
      #expect(counters.sent == sent[.good] && counters.unsent.isEmpty)
      for kind in Kind.allCases {
        if let reason = kind.reason { #expect(counters.refused[reason] == sent[kind], "\(reason)") }
      }
    }
  }

  @Test(
    "what has arrived and is not taken any more is counted when the socket is closed", arguments: TransportKind.allCases
  )
  func discarded(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.pull, bind: ["tcp://127.0.0.1:*"])) { _, _ in
      for await _ in gate.stream { break }
      return nil
    }
    let transport = kind.make()
    var stopped: RunningProcess?
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        for index in 0..<100 { try await client.tell("\(index)") }
        try await eventually("the first is being handled") { await server.ledger().sockets[0].inHand == 1 }
      }
      stopped = server
      let stopping = Task { await server.stop() }
      await server.untilStopped()
      gate.continuation.yield()
      await stopping.value
    }
    let ledger = try #require(await stopped?.ledger())
    let counters = ledger.sockets[0].counters
    #expect(ledger.isBalanced, "\(ledger)")
    #expect(counters.taken == 1 && counters.discarded == counters.received - 1)
    if kind == .memory { #expect(counters.discarded == 99) }
  }

  @Test("an answer to a peer that has gone is counted", arguments: TransportKind.allCases)
  func gone(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])) { text, _ in
      for await _ in gate.stream { break }
      return text
    }
    let transport = kind.make()
    try await plan.run(on: transport) { server async throws -> Void in
      let endpoint = try #require(server.endpoints(of: "in").first)
      try await client(SocketConfiguration(.dealer, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        try await client.tell("x")
        try await eventually("it is being handled") { await server.ledger().sockets[0].inHand == 1 }
      }
      gate.continuation.yield()
      try await eventually("it has been answered") { await server.counters(of: "in").offered == 1 }
      let ledger = await server.ledger()
      #expect(ledger.isBalanced, "\(ledger)")
      // libzmq may not have heard yet that the connection is closed.
      let counters = ledger.sockets[0].counters
      #expect(counters.unsent == [.unroutable: 1] || (kind != .memory && counters.sent == 1))
    }
  }
}
