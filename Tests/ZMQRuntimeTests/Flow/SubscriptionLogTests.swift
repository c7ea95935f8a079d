import Testing
import ZMQRuntime

/// What is said about subscriptions that are beyond a PUB's limit.
@Suite(.timeLimit(.minutes(1)))
struct SubscriptionLogTests {
  @Test("those that are not counted are logged, the first ten and then ever fewer, with what can be done")
  func logged() async throws {
    let log = LogBook()
    var settings = ProcessSettings(label: "Publisher")
    settings.logger = log.logger
    settings.stopSignals = []
    var configuration = SocketConfiguration(.pub, bind: ["memory://news"])
    configuration.subscriptionLimits = SubscriptionLimits(prefixes: 2)
    let publisher = ProcessPlan(name: "Publisher", settings: settings, sockets: [.init("news", configuration)])
    let transport = InMemoryTransport()
    try await publisher.run(on: transport) { publisher async throws -> Void in
      let greedy = SocketConfiguration(.sub, connect: ["memory://news"], subscriptions: (0..<22).map { "\($0)" })
      let subscriber = ProcessPlan(name: "Reader", settings: settings, sockets: [.init("news", greedy)])
      try await subscriber.run(on: transport) { _ in
        while await publisher.ledger().sockets[0].uncounted < 20 { await Task.yield() }
      }
    }
    let lines = log.all.filter { $0.hasPrefix("warning: subscription not counted: there are too many") }
    // The first ten, and the sixteenth.
    #expect(lines.count == 11)
    #expect(lines.last?.contains("prefixes=2") == true && lines.last?.contains("uncounted=16") == true)
    #expect(lines.last?.contains("`subscriptionLimits`") == true)
  }
}
