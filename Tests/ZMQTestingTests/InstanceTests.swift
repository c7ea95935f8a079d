import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQTesting
import ZMQWire

/// Chains in which processes of one type speak to each other: one is tested, the other one is played.
@Suite(.timeLimit(.minutes(1)))
struct InstanceTests {
  /// Knows what it is asked for, or asks another.
  struct Peers: Gossip.Peer.InboxHandler {
    let outbox: Gossip.Peer.OutboxClient
    var known = "known"

    func ask(topic: String, origin: Origin) -> Gossip.News {
      // The other one has a name of its own.
      Gossip.News(text: origin.routingID == RoutingID(text: "another_peer_id") ? "\(known) of \(topic)" : "?")
    }
    nonisolated(nonsending) func read(topic: String, origin: Origin) async throws -> Gossip.Story {
      Gossip.Story(text: try await outbox.ask(topic: topic).text)
    }
  }

  private func peer(known: String = "known") -> Gossip.Peer {
    Gossip.Peer(port: 5730) { Peers(outbox: $0.outbox, known: known) }
  }

  enum Kind: String, CaseIterable { case memory, tcp }

  private func transport(_ kind: Kind) -> any Transport { kind == .memory ? InMemoryTransport() : ZMQTransport() }

  @Test("the first asks", arguments: Kind.allCases)
  func first(kind: Kind) async throws {
    try await Gossip.play(
      .asking(ask: Gossip.Ask(topic: "tea"), news: Gossip.News(text: "hot")), against: peer(), on: transport(kind)
    ) { peer in
      let news = try await peer.outbox.ask(topic: "tea")
      #expect(news == Gossip.News(text: "hot"))
    }
  }

  @Test("the other one answers", arguments: Kind.allCases)
  func other(kind: Kind) async throws {
    try await Gossip.play(
      .asking(ask: Gossip.Ask(topic: "tea"), news: Gossip.News(text: "known of tea")), against: peer(), as: .other,
      on: transport(kind))
  }

  @Test("whoever is asked by a third party is the first", arguments: Kind.allCases)
  func retelling(kind: Kind) async throws {
    try await Gossip.play(
      .retelling(read: Gossip.Read(topic: "tea"), news: Gossip.News(text: "hot"), story: Gossip.Story(text: "hot")),
      against: peer(), on: transport(kind))
  }

  @Test("the third party is played against with both of the others played by nobody but the test")
  func reader() async throws {
    try await Gossip.play(.retelling(story: Gossip.Story(text: "hot")), against: Gossip.Reader(port: 5730)) { reader in
      let story = try await reader.peer.read(topic: "topic")
      #expect(story == Gossip.Story(text: "hot"))
    }
  }

  @Test("a first that does not ask, and another that answers something else, fail")
  func failures() async throws {
    do {
      try await Gossip.play(.asking, against: peer())
      Issue.record("nobody has asked")
    } catch let failure as PlayFailure {
      #expect(failure.summary.contains("step 1: Peer.outbox sends no Ask"), "\(failure)")
    }
    do {
      try await Gossip.play(
        .asking(news: Gossip.News(text: "right of topic")), against: peer(known: "wrong"), as: .other)
      Issue.record("it has answered something else")
    } catch let failure as PlayFailure {
      #expect(failure.details.contains { $0.contains("wrong of topic") }, "\(failure)")
    }
  }

  @Test("a process that takes no part in a chain cannot be tested by it")
  func outsider() async throws {
    await #expect(throws: PlayFailure.self) { try await Gossip.play(.asking, against: Gossip.Reader(port: 5730)) }
  }

  // MARK: What is said inside one process

  @Test("a process that speaks to itself is refused, since no test can stand in between")
  func itself() async throws {
    var script = ChainScript("Inside")
    script.socket("Main.a", .pair, shownAs: "a")
    script.socket("Main.b", .pair, shownAs: "b", binds: true)
    script.step(1, Gossip.Ask.self, nil, sample: ["[\"ask\",[\"topic\"],{}]"])
    script.row("Main.a -> Main.b")
    script.hop("Main.a", ["Main.b"])
    do {
      try await ChainPlay.stage(script, against: "Main", on: InMemoryTransport()) { _ in }
      Issue.record("it was played")
    } catch let failure as PlayFailure {
      #expect(failure.summary == "Inside, step 1: Main says it to itself, where no test can stand in between")
      #expect(failure.drawing == "Main.a -> Main.b   <- inside Main")
    }
  }

  // MARK: Choices

  @Test("a break inside an alternative ends the loop, and what comes after it is played", arguments: [1, 3])
  func breaks(times: Int) async throws {
    let pieces = Gossip.Archive.FakePieces()
    pieces.expect.nothing()
    pieces.expect.thanks()
    try await Gossip.play(
      .keeping(times: times, alternative: .thereIsNoMore, breaks: true), against: Gossip.Archive(pieces: pieces))
    try await pieces.verify()
  }

  @Test("without it the loop goes on")
  func goesOn() async throws {
    let pieces = Gossip.Archive.FakePieces()
    pieces.expect.piece().times(3)
    pieces.expect.thanks()
    try await Gossip.play(.keeping(times: 3), against: Gossip.Archive(pieces: pieces))
    try await pieces.verify()
  }
}
