import Testing
import ZMQSockets
import ZMQWire

@testable import ZMQRuntime

/// How much of what its peers subscribe to a PUB remembers.
@Suite(.timeLimit(.minutes(1)))
struct SubscriptionLimitTests {
  private func publisher(_ limits: SubscriptionLimits) -> ProcessPlan {
    var configuration = SocketConfiguration(.pub, bind: ["tcp://127.0.0.1:*"])
    configuration.subscriptionLimits = limits
    return ProcessPlan(name: "Publisher", settings: quiet("Publisher"), sockets: [.init("out", configuration)])
  }

  private func subscriber(to endpoint: String, _ prefixes: [String]) -> ProcessPlan {
    let configuration = SocketConfiguration(.sub, connect: [endpoint], subscriptions: prefixes)
    return ProcessPlan(
      name: "Subscriber", settings: quiet("Subscriber"),
      sockets: [.init("in", configuration, handler: HandlerSource { _ in EchoDispatcher { _, _ in nil } })])
  }

  private func subscriptions(of process: RunningProcess) async -> SocketLedger { await process.ledger().sockets[0] }

  @Test("beyond its limit subscriptions are not counted, and served", arguments: TransportKind.allCases)
  func prefixes(kind: TransportKind) async throws {
    let transport = kind.make()
    try await publisher(SubscriptionLimits(prefixes: 10)).run(on: transport) { publisher async throws -> Void in
      let endpoint = publisher.endpoints(of: "out")[0]
      let greedy = subscriber(to: endpoint, (0..<200).map { "greedy \($0)" })
      try await greedy.run(on: transport) { _ in
        try await eventually("all have come") {
          let socket = await subscriptions(of: publisher)
          return socket.prefixes + socket.uncounted == 200
        }
        let socket = await subscriptions(of: publisher)
        #expect(socket.prefixes == 10 && socket.uncounted == 190)
        #expect(socket.description.contains("10 prefixes, 190 subscriptions not counted"), "\(socket)")
        // Somebody comes who is waited for: he is counted, whoever else there is.
        let waiting = Task {
          try await publisher.client("out").waitForSubscribers(to: "news.Oldenburg", within: .seconds(20))
        }
        try await eventually("somebody waits") { await publisher.loop.awaitsSubscribers(publisher.client("out").id) }
        let reader = subscriber(to: endpoint, ["news."])
        try await reader.run(on: transport) { reader async throws -> Void in
          try await waiting.value
          #expect(try await publisher.client("out").subscribers(of: "news.Oldenburg") == 1)
          // Also served are those that are not counted.
          for topic in ["news.Oldenburg", "greedy 199"] {
            try await publisher.client("out").send { $0.frame(topic.utf8) }
          }
          try await eventually("it has come") { await reader.counters(of: "in").received == 1 }
        }
        try await eventually("he has gone") { try await publisher.client("out").subscribers(of: "news.Oldenburg") == 0 }
      }
      // Whoever was not counted is not taken off either; what was counted goes, and there is room again.
      try await eventually("all have gone") { await subscriptions(of: publisher).prefixes == 0 }
      try await subscriber(to: endpoint, ["a", "b"]).run(on: transport) { _ in
        try await publisher.client("out").waitForSubscribers(to: "a", within: .seconds(20))
        try await eventually("both are counted") { await subscriptions(of: publisher).prefixes == 2 }
      }
    }
  }

  @Test(
    "who subscribes twice to a prefix counts once, and not at all when he has gone", arguments: TransportKind.allCases)
  func twice(kind: TransportKind) async throws {
    let transport = kind.make()
    try await publisher(SubscriptionLimits()).run(on: transport) { publisher async throws -> Void in
      let news = publisher.client("out")
      let reader = subscriber(to: publisher.endpoints(of: "out")[0], ["a", "a", "b"])
      try await reader.run(on: transport) { reader async throws -> Void in
        let socket = reader.client("in")
        try await socket.subscribe(to: "b")
        try await socket.subscribe(to: "c")
        try await news.waitForSubscribers(to: "c", within: .seconds(20))
        for topic in ["a", "b"] { #expect(try await news.subscribers(of: topic) == 1) }
        // Taken away as often as it was added, and then gone.
        try await socket.unsubscribe(from: "b")
        try await socket.unsubscribe(from: "c")
        try await eventually("c has gone") { try await news.subscribers(of: "c") == 0 }
        #expect(try await news.subscribers(of: "b") == 1)
        try await socket.unsubscribe(from: "b")
        try await eventually("b has gone") { try await news.subscribers(of: "b") == 0 }
        #expect(try await news.subscribers(of: "a") == 1)
      }
      try await eventually("nobody is there") { await subscriptions(of: publisher).prefixes == 0 }
    }
  }

  @Test("long prefixes are bounded by their bytes", arguments: TransportKind.allCases)
  func bytes(kind: TransportKind) async throws {
    let transport = kind.make()
    try await publisher(SubscriptionLimits(bytes: 1000)).run(on: transport) { publisher async throws -> Void in
      let long = (0..<5).map { "\($0)" + String(repeating: "x", count: 399) }
      try await subscriber(to: publisher.endpoints(of: "out")[0], long + ["short"]).run(on: transport) { _ in
        try await eventually("all have come") {
          let socket = await subscriptions(of: publisher)
          return socket.prefixes + socket.uncounted == 6
        }
        let socket = await subscriptions(of: publisher)
        #expect(socket.prefixes == 3 && socket.uncounted == 3)
        #expect(try await publisher.client("out").subscribers(of: "shorter") == 1)
      }
    }
  }

  @Test("who waits for somebody that is not counted waits for his time, and no longer")
  func inVain() async throws {
    let transport = InMemoryTransport()
    try await publisher(SubscriptionLimits(prefixes: 0)).run(on: transport) { publisher async throws -> Void in
      try await subscriber(to: publisher.endpoints(of: "out")[0], ["a"]).run(on: transport) { _ in
        try await eventually("it has come") { await subscriptions(of: publisher).uncounted == 1 }
        let error = await #expect(throws: RequestError.self) {
          try await publisher.client("out").waitForSubscribers(to: "a", within: .milliseconds(50))
        }
        #expect(error?.reason == .timedOut(after: .milliseconds(50)))
      }
    }
  }
}

extension EventLoop {
  /// Whether a task waits for subscribers of a socket.
  fileprivate func awaitsSubscribers(_ id: SocketID) -> Bool { sockets[id]?.subscribers.awaited.isEmpty == false }
}
