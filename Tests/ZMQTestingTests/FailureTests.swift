import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQTesting
import ZMQWire

/// What a test prints when a chain does not go as it should.
@Suite(.timeLimit(.minutes(1)))
struct FailureTests {
  private func failure(_ body: () async throws -> Void) async throws -> String {
    do {
      try await body()
    } catch let failure as PlayFailure {
      return "\(failure)"
    }
    Issue.record("nothing has failed")
    return ""
  }

  @Test("another value is shown beside the expected one, under the drawing up to it")
  func anotherValue() async throws {
    let text = try await failure {
      try await PingPong.play(
        .sendingPings(ping: PingPong.Ping(count: 7), pong: PingPong.Pong(count: 7)),
        against: PingPong.PongProc(pings: PlayTests.Pongs(added: 1)))
    }
    #expect(
      text == """
        Sending pings, step 2: PongProc.pings sends another Pong

            PingProc      PongProc
              [REQ]         [REP]
                |---1 ping--->|
                |<--2 pong----|   <- here

          expected ["pong",7]
          found    ["pong",8]
        """)
  }

  /// Does not answer.
  final class Broken: PingPong.PongProc.PingsHandler {
    struct Trouble: Error {}
    func ping(count: Int, origin: Origin) throws -> PingPong.Pong { throw Trouble() }
    func plzdiekthxbye(origin: Origin) {}
  }

  @Test("silence ends at the deadline, and the ledger says what has become of the request")
  func nothing() async throws {
    let start = ContinuousClock.now
    let text = try await failure {
      try await PingPong.play(.sendingPings, against: PingPong.PongProc(pings: Broken()))
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(text.contains("PongProc.pings sends no Pong within 2.0 seconds"))
    #expect(text.contains("|<--2 pong----|   <- nothing came"))
    #expect(text.contains("1 failed"))
  }

  @Test("a program that says something else than the chain is told at once")
  func anotherMessage() async throws {
    let text = try await failure {
      try await PingPong.play(.sendingPings, against: PingPong.PingProc()) { ping in
        try await ping.pongs.plzdiekthxbye()
      }
    }
    #expect(text.contains("step 1: PingProc.pongs sends no Ping"))
    #expect(text.contains("found    ping_uuid, '', [\"plzdiekthxbye\",null]"))
  }

  @Test("what is sent beyond the chain is left over")
  func leftOver() async throws {
    let text = try await failure {
      try await PingPong.play(.sendingPings, against: PingPong.PingProc()) { ping in
        _ = try await ping.pongs.ping(count: 1)
        try await ping.pongs.plzdiekthxbye()
      }
    }
    #expect(text.contains("PingProc has sent more than the chain says"))
    #expect(text.contains("PongProc.pings got"))
    #expect(text.contains("[\"plzdiekthxbye\",null]"))
  }

  @Test("a stream that ends too early is shown where it ended")
  func streamEnds() async throws {
    let text = try await failure {
      try await Snapshot.play(.getting(times: 4), against: Snapshot.Store(readers: PlayTests.Readers()))
    }
    #expect(text.contains("step 2: Store.readers sends no Kvsync: it is another message"))
    // Three elements have come, the fourth is marked.
    #expect(text.split(separator: "\n").count { $0.contains("2 kvsync") } == 4)
  }
}
