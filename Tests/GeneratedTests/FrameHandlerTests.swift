import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Handlers of frames in the place of typed ones.
@Suite(.timeLimit(.minutes(1)))
struct FrameHandlerTests {
  /// Answers each ping with a pong, without decoding either.
  struct Raw: FrameHandler {
    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      #expect(origin.socket == "PongProc.pings")
      return body.map { Array(String(decoding: $0, as: UTF8.self).replacing("ping", with: "pong").utf8) }
    }
  }

  @Test("a process answers with frames what its typed peer has asked", arguments: TestTransport.allCases)
  func answers(kind: TestTransport) async throws {
    let transport = kind.make()
    var pong = PingPong.PongProc(frames: Raw())
    pong.sockets.pings.bind = [kind.endpoint()]
    try await pong.run(on: transport) { pong in
      var ping = PingPong.PingProc()
      ping.sockets.pongs.connect = pong.endpoints(of: .pings)
      try await ping.run(on: transport) { ping in
        let pong = try await ping.pongs.ping(count: 3, within: patience)
        #expect(pong == PingPong.Pong(count: 3))
      }
      let counters = await pong.counters(of: .pings)
      #expect(counters.answered == 1 && counters.refused.isEmpty)
    }
  }

  /// Passes on what it is asked to somebody else, by a typed client.
  struct Retelling: FrameHandler {
    let outbox: Gossip.Peer.OutboxClient

    nonisolated(nonsending) func receive(_ body: [[UInt8]], origin: Origin) async throws -> [[UInt8]]? {
      let news = try await outbox.ask(topic: "\(body.count) frame")
      return [Array("[\"story\",[\"\(news.text)\"],{}]".utf8)]
    }
  }

  struct Peers: Gossip.Peer.InboxHandler {
    func ask(topic: String, origin: Origin) -> Gossip.News { Gossip.News(text: "news of \(topic)") }
    func read(topic: String, origin: Origin) -> Gossip.Story { Gossip.Story(text: "?") }
  }

  @Test("a handler of frames may have typed clients", arguments: TestTransport.allCases)
  func factory(kind: TestTransport) async throws {
    let transport = kind.make()
    var knowing = Gossip.Peer(port: 0, inbox: Peers())
    knowing.sockets.inbox.bind = [kind.endpoint()]
    knowing.sockets.outbox.connect = []
    try await knowing.run(on: transport) { knowing in
      var retelling = Gossip.Peer(port: 0, frames: { Retelling(outbox: $0.outbox) })
      retelling.sockets.inbox.bind = [kind.endpoint()]
      retelling.sockets.outbox.connect = knowing.endpoints(of: .inbox)
      try await retelling.run(on: transport) { retelling in
        var reader = Gossip.Reader(port: 0)
        reader.sockets.peer.connect = retelling.endpoints(of: .inbox)
        try await reader.run(on: transport) { reader in
          let story = try await reader.peer.read(topic: "tea")
          #expect(story == Gossip.Story(text: "news of 1 frame"))
        }
      }
    }
  }

  /// Tells what it gets, and where.
  struct Telling: FrameHandler {
    let name: String
    let heard: AsyncStream<String>.Continuation

    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      heard.yield("\(name) hears \(String(decoding: body.joined(), as: UTF8.self)) at \(origin.socket)")
      return nil
    }
  }

  @Test("one handler of frames for all sockets, or another one for some", arguments: [false, true])
  func severalSockets(isReplaced: Bool) async throws {
    let (sounds, heard) = AsyncStream.makeStream(of: String.self)
    let transport = InMemoryTransport()
    try await Ironhouse.Server().run(on: transport) { server in
      var client = Ironhouse.Client(frames: Telling(name: "one", heard: heard))
      client.sockets.woodhouse.connect = server.endpoints(of: .woodhouse)
      client.sockets.ironhouse.connect = server.endpoints(of: .ironhouse)
      if isReplaced { client.handleIronhouse(frames: Telling(name: "another", heard: heard)) }
      try await client.run(on: transport) { _ in
        var iterator = sounds.makeAsyncIterator()
        try await server.woodhouse.hello()
        #expect(await iterator.next() == "one hears Hello at Client.woodhouse")
        try await server.ironhouse.hello()
        #expect(await iterator.next() == "\(isReplaced ? "another" : "one") hears Hello at Client.ironhouse")
      }
    }
  }
}
