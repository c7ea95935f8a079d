import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// PULL and SUB as sequences of messages.
@Suite(.timeLimit(.minutes(1)))
struct InboxTests {
  static let anyPort = ["tcp://127.0.0.1:*"]

  private func receiver(_ configuration: SocketConfiguration, _ inbox: Inbox<Say>) -> ProcessPlan {
    ProcessPlan(
      name: "Receiver", settings: quiet("Receiver"),
      sockets: [.init("in", configuration, handler: inbox.source { try $0.decode(Say.self) })])
  }

  @Test(
    "what is pushed is taken in order; other messages are refused; the sequence ends with the process",
    arguments: TransportKind.allCases)
  func pull(kind: TransportKind) async throws {
    let transport = kind.make()
    let inbox = Inbox<Say>(capacity: 4)
    try await receiver(SocketConfiguration(.pull, bind: Self.anyPort), inbox).run(on: transport) {
      receiver async throws -> Void in
      let endpoint = try #require(receiver.endpoints(of: "in").first)
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        try await client.client("out").send { $0.frame("[\"shout\",\"x\"]".utf8) }
        for index in 0..<500 { try await client.tell("\(index)") }
        try await eventually("the inbox is full") { inbox.count == 4 }
        var iterator = inbox.makeAsyncIterator()
        for index in 0..<500 { #expect(await iterator.next()?.text == "\(index)") }
        try await eventually("all are counted") { await receiver.counters(of: "in").taken == 500 }
        #expect(await receiver.counters(of: "in").refused == [.unknownType: 1])
        await receiver.stop()
        #expect(await iterator.next() == nil)
      }
    }
  }

  @Test(
    "a stop does not wait for whoever takes; what was in hand is still to be had", arguments: TransportKind.allCases)
  func stop(kind: TransportKind) async throws {
    let transport = kind.make()
    let inbox = Inbox<Say>(capacity: 1)
    try await receiver(SocketConfiguration(.pull, bind: Self.anyPort), inbox).run(on: transport) {
      receiver async throws -> Void in
      let endpoint = try #require(receiver.endpoints(of: "in").first)
      try await client(SocketConfiguration(.push, connect: [endpoint])).run(on: transport) {
        client async throws -> Void in
        for index in 0..<3 { try await client.tell("\(index)") }
        try await eventually("one waits for room") { await receiver.ledger().sockets[0].inHand == 1 }
        await receiver.stop()
        var texts: [String] = []
        for await say in inbox { texts.append(say.text) }
        #expect(texts == ["0"])
        let ledger = await receiver.ledger()
        #expect(ledger.isBalanced && ledger.sockets[0].counters.taken == 1, "\(ledger)")
      }
    }
  }

  @Test("a task that is cancelled waits no longer")
  func cancellation() async {
    let inbox = Inbox<Int>()
    let task = Task {
      var iterator = inbox.makeAsyncIterator()
      return await iterator.next()
    }
    task.cancel()
    #expect(await task.value == nil)
    await inbox.put(1)
    var iterator = inbox.makeAsyncIterator()
    #expect(await iterator.next() == 1)
  }

  @Test(
    "what is published after the wait for subscribers is heard, from the first message on",
    arguments: TransportKind.allCases)
  func subscribers(kind: TransportKind) async throws {
    let transport = kind.make()
    let publisher = ProcessPlan(
      name: "Client", settings: quiet("Client"), sockets: [.init("out", SocketConfiguration(.pub, bind: Self.anyPort))])
    try await publisher.run(on: transport) { publisher async throws -> Void in
      let endpoint = try #require(publisher.endpoints(of: "out").first)
      let reports = publisher.client("out")
      let error = await #expect(throws: RequestError.self) {
        try await reports.waitForSubscribers(to: "weather.Rome", within: .milliseconds(20))
      }
      #expect(error?.reason == .timedOut(after: .milliseconds(20)))
      let inboxes = [Inbox<Say>(), Inbox<Say>()]
      let configuration = SocketConfiguration(.sub, connect: [endpoint], hasTopic: true, subscriptions: ["weather."])
      try await receiver(configuration, inboxes[0]).run(on: transport) { first async throws -> Void in
        try await receiver(configuration, inboxes[1]).run(on: transport) { _ async throws -> Void in
          try await reports.waitForSubscribers(2, to: "weather.Rome", within: .seconds(5))
          #expect(try await reports.subscribers(of: "sport.Rome") == 0)
          for text in ["21", "22"] { try await publisher.tell(text, prefix: [Array("weather.Rome".utf8)]) }
          for inbox in inboxes {
            var iterator = inbox.makeAsyncIterator()
            for text in ["21", "22"] { #expect(await iterator.next()?.text == text) }
          }
          // Changed while it runs.
          try await first.client("in").subscribe(to: "sport.")
          try await reports.waitForSubscribers(to: "sport.Rome", within: .seconds(5))
        }
      }
      try await eventually("nobody is left") { try await reports.subscribers(of: "weather.Rome") == 0 }
    }
  }
}
