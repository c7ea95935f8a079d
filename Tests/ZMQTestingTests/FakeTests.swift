import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQTesting
import ZMQWire

/// Handlers that a test scripts, in place of the real ones.
@Suite(.timeLimit(.minutes(1)))
struct FakeTests {
  /// Runs a ping process against a pong process with this handler.
  private func ping(
    _ pings: PingPong.PongProc.FakePings, _ body: (PingPong.PingProc.Running) async throws -> Void
  ) async throws {
    let transport = InMemoryTransport()
    try await PingPong.PongProc(pings: pings).run(on: transport) { _ in
      try await PingPong.PingProc().run(on: transport) { ping in try await body(ping) }
    }
  }

  @Test("a fake answers what it expects")
  func answers() async throws {
    let pings = PingPong.PongProc.FakePings()
    pings.expect.ping(count: 3).reply(PingPong.Pong(count: 30))
    pings.expect.ping().reply { PingPong.Pong(count: $0.count + 1) }.times(2)
    pings.expect.plzdiekthxbye()
    try await ping(pings) { ping in
      #expect(try await ping.pongs.ping(count: 7).count == 8)
      #expect(try await ping.pongs.ping(count: 3).count == 30)
      #expect(try await ping.pongs.ping(count: 8).count == 9)
      try await ping.pongs.plzdiekthxbye()
    }
    try await pings.verify()
  }

  @Test("what has not come is told when the time has passed")
  func missing() async throws {
    let pings = PingPong.PongProc.FakePings()
    pings.expect.ping(count: 3).reply(PingPong.Pong(count: 3)).times(2)
    pings.expect.plzdiekthxbye()
    let failure = try await #require(throws: FakeFailure.self) { try await pings.verify(within: .milliseconds(10)) }
    #expect(
      "\(failure)" == """
        PongProc.pings did not get ping(count: 3), 2 times
        PongProc.pings did not get plzdiekthxbye
        """)
  }

  @Test("what nobody expects is told, and gets no answer")
  func unexpected() async throws {
    let pings = PingPong.PongProc.FakePings()
    pings.expect.ping(count: 3).reply(PingPong.Pong(count: 3))
    try await ping(pings) { ping in
      _ = await #expect(throws: RequestError.self) { try await ping.pongs.ping(count: 4, within: .milliseconds(50)) }
    }
    let failure = try await #require(throws: FakeFailure.self) { try await pings.verify() }
    #expect(failure.missing == ["ping(count: 3)"])
    #expect(failure.unexpected == ["Ping(count: 4)"])
  }

  @Test("a fake refuses with a declared message")
  func refuses() async throws {
    let answers = Alternatives.Oracle.FakeAnswers()
    answers.expect.ask(question: "why?").fail(with: Alternatives.Silence(reason: "it is late"))
    let transport = InMemoryTransport()
    try await Alternatives.Oracle(answers: answers).run(on: transport) { _ in
      try await Alternatives.Asker().run(on: transport) { asker in
        _ = await #expect(throws: Alternatives.Silence(reason: "it is late")) {
          try await asker.questions.ask(question: "why?")
        }
      }
    }
    try await answers.verify()
  }

  @Test("a fake answers with a stream")
  func streams() async throws {
    let pairs = [1, 2, 3].map { Snapshot.Kvsync(key: "/\($0)", value: "\($0)") }
    let readers = Snapshot.Store.FakeReaders()
    readers.expect.icanhaz(subtree: "/").reply(pairs, last: .kthxbai(Snapshot.Kthxbai(count: 3)))
    let transport = InMemoryTransport()
    var store = Snapshot.Store(readers: readers)
    store.sockets.readers.bind = ["memory://store"]
    var reader = Snapshot.Reader()
    reader.sockets.store.connect = ["memory://store"]
    try await store.run(on: transport) { _ in
      try await reader.run(on: transport) { reader in
        let replies = try await reader.store.icanhaz(subtree: "/")
        var got: [Snapshot.Kvsync] = []
        for try await pair in replies { got.append(pair) }
        #expect(got == pairs)
        #expect(try await replies.last == .kthxbai(Snapshot.Kthxbai(count: 3)))
      }
    }
    try await readers.verify()
  }
}
