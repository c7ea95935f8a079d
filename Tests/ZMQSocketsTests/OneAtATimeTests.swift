import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A REP takes its next request when it has answered the last one, whoever asks.
@Suite(.timeLimit(.minutes(1)))
struct OneAtATimeTests {
  /// Counts the handlers that are at work.
  private actor Gauge {
    private var now = 0
    private(set) var most = 0
    private(set) var order: [String] = []
    private var alone: CheckedContinuation<Void, Never>?

    func begin(_ text: String) {
      now += 1
      most = max(most, now)
      order.append(text)
      if now > 1 {
        alone?.resume()
        alone = nil
      }
    }

    func end() { now -= 1 }

    /// Waits until another one has begun.
    func company() async { if most < 2 { await withCheckedContinuation { alone = $0 } } }
  }

  private static let (clients, requests) = (8, 5)

  /// Lets some clients ask at the same time, each one thing after the other.
  private func ask(_ kind: TransportKind, _ type: SocketType, _ asker: SocketType, _ plan: ProcessPlan) async throws {
    let transport = kind.make()
    let server = try await plan.run(on: transport) { server in
      let endpoint = try #require(server.endpoints(of: "in").first)
      let client = client(SocketConfiguration(asker, connect: [endpoint], delimiter: asker == .dealer))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for name in 0..<Self.clients {
          group.addTask {
            try await client.run(on: transport) { client async throws -> Void in
              for number in 0..<Self.requests {
                let text = "\(name).\(number)"
                #expect(try await client.ask(text, within: .seconds(30), delimiter: asker == .dealer) == text)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      return server
    }
    let ledger = await server.ledger()
    #expect(ledger.isBalanced && ledger.sockets[0].counters.answered == Self.clients * Self.requests, "\(ledger)")
  }

  @Test(
    "never are two of its handlers at work, also while one waits", arguments: TransportKind.allCases,
    [SocketType.req, .dealer])
  func rep(kind: TransportKind, asker: SocketType) async throws {
    let gauge = Gauge()
    let configuration = SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"])
    try await ask(
      kind, .rep, asker,
      server(configuration) { text, _ in
        await gauge.begin(text)
        // Off the loop, which goes on meanwhile and could take the next one.
        try await Task.sleep(for: .milliseconds(2))
        await gauge.end()
        return text
      })
    #expect(await gauge.most == 1)
    // Of each client, in the order in which it has asked.
    let order = await gauge.order
    for name in 0..<Self.clients {
      #expect(order.filter { $0.hasPrefix("\(name).") } == (0..<Self.requests).map { "\(name).\($0)" })
    }
  }

  @Test("the same clients at a ROUTER are served side by side", arguments: TransportKind.allCases)
  func router(kind: TransportKind) async throws {
    let gauge = Gauge()
    let configuration = SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"], delimiter: true)
    try await ask(
      kind, .router, .req,
      server(configuration) { text, _ in
        await gauge.begin(text)
        await gauge.company()
        await gauge.end()
        return text
      })
    #expect(await gauge.most > 1)
  }
}
