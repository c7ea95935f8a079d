import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What a SUB or PULL receives, taken one after the other by a task, and publishers that wait for whoever listens.
@Suite(.timeLimit(.minutes(1)))
struct InboxTests {
  private func report(_ city: String, _ temperature: Double) -> Weather.Report {
    Weather.Report(city: city, sky: .rain, temperature: temperature, at: Timestamp(clampingMicroseconds: 0))
  }

  @Test(
    "what is published after the wait for subscribers is heard, from the first on, until the process ends",
    arguments: TestTransport.allCases)
  func subscriber(kind: TestTransport) async throws {
    let transport = kind.make()
    var station = Weather.Station()
    station.sockets.reports.bind = [kind.endpoint()]
    try await station.run(on: transport) { station in
      let reports = Weather.Display.ReportsInbox()
      var display = Weather.Display(reports: reports)
      display.sockets.reports.connect = station.endpoints(of: .reports)
      display.sockets.reports.subscriptions = [Array("weather.".utf8)]
      try await display.run(on: transport) { display in
        try await station.reports.waitForSubscribers(to: "weather.Oldenburg")
        #expect(try await station.reports.subscribers(of: "weather.Bremen") == 1)
        #expect(try await station.reports.subscribers(of: "sport") == 0)
        for degrees in [11.5, 12] {
          try await station.reports.report(
            city: "Oldenburg", sky: .rain, temperature: degrees, at: Timestamp(clampingMicroseconds: 0))
        }
        var iterator = reports.makeAsyncIterator()
        #expect(await iterator.next() == self.report("Oldenburg", 11.5))
        #expect(await iterator.next() == self.report("Oldenburg", 12))
        await display.stop()
        #expect(await iterator.next() == nil)
      }
    }
  }

  @Test("what a PULL receives keeps its order and its kinds; what is not read waits", arguments: TestTransport.allCases)
  func puller(kind: TestTransport) async throws {
    let transport = kind.make()
    var feed = Gossip.Feed()
    feed.sockets.pieces.bind = [kind.endpoint()]
    try await feed.run(on: transport) { feed in
      let pieces = Gossip.Archive.PiecesInbox(capacity: 1)
      var archive = Gossip.Archive(pieces: pieces)
      archive.sockets.pieces.connect = feed.endpoints(of: .pieces)
      try await archive.run(on: transport) { archive in
        for text in ["a", "b", "c"] { try await feed.pieces.piece(text: text) }
        try await feed.pieces.thanks()
        var texts: [String] = []
        loop: for await message in pieces {
          switch message {
          case .piece(let piece): texts.append(piece.text)
          case .thanks: break loop
          case .nothing, .reminder: Issue.record("\(message) was not sent")
          }
        }
        #expect(texts == ["a", "b", "c"])
      }
    }
  }

  @Test("where there is no topic, whoever wants everything is waited for", arguments: TestTransport.allCases)
  func noTopic(kind: TestTransport) async throws {
    let transport = kind.make()
    var node = Bitcoin.Node()
    node.sockets.notifications.bind = [kind.endpoint()]
    try await node.run(on: transport) { node in
      await #expect(throws: RequestError.self) {
        try await node.notifications.waitForSubscribers(within: .milliseconds(20))
      }
      let inbox = Bitcoin.Listener.NotificationsInbox()
      var listener = Bitcoin.Listener(notifications: inbox)
      listener.sockets.notifications.connect = node.endpoints(of: .notifications)
      listener.sockets.notifications.subscriptions = [[]]
      try await listener.run(on: transport) { _ in
        try await node.notifications.waitForSubscribers()
        let count = try await node.notifications.subscribers()
        #expect(count == 1)
        try await node.notifications.hashblock(hash: [UInt8](repeating: 7, count: 32))
        var iterator = inbox.makeAsyncIterator()
        let message = await iterator.next()
        guard case .hashblock(let block) = message else {
          Issue.record("\(String(describing: message)) is no hashblock")
          return
        }
        #expect(block.hash == [UInt8](repeating: 7, count: 32))
      }
    }
  }
}
