import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQTesting
import ZMQWire

/// Chains played under virtual time: what takes hours is played in an instant.
@Suite(.timeLimit(.minutes(1)))
struct PlayTimeTests {
  /// A network whose time stands still, and how much of it has passed.
  struct Clocked {
    let time = VirtualTime()
    let transport: any Transport
    let start: ContinuousClock.Instant

    init(over libzmq: Bool = false) {
      transport = libzmq ? ZMQTransport(time: time) : InMemoryTransport(time: time)
      start = time.now
    }

    var passed: Duration { time.now - start }
  }

  // In memory only: over libzmq, whom it is said to may not be connected yet when the hour is over.
  @Test("what a process says every hour is waited for without an hour")
  func every() async throws {
    let clocked = Clocked()
    let start = ContinuousClock.now
    try await Gossip.play(.reminding, against: Gossip.Feed(), on: clocked.transport)
    #expect(clocked.passed >= .seconds(3600))
    #expect(clocked.passed < .seconds(3603))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("a pause passes before the test goes on", arguments: [false, true])
  func pause(overLibzmq: Bool) async throws {
    let clocked = Clocked(over: overLibzmq)
    let pieces = Gossip.Archive.FakePieces()
    pieces.expect.piece().times(2)
    try await Gossip.play(.resting, against: Gossip.Archive(pieces: pieces), on: clocked.transport)
    try await pieces.verify()
    #expect(clocked.passed == .seconds(3600))
  }

  @Test("a program moves the time itself while it is at work")
  func program() async throws {
    let clocked = Clocked()
    try await Gossip.play(.resting, against: Gossip.Feed(), on: clocked.transport) { feed in
      try await feed.pieces.piece(text: "text")
      await clocked.time.advance(by: .seconds(1800))
      try await feed.pieces.piece(text: "text")
    }
    #expect(clocked.passed == .seconds(1800))
  }

  /// Has something better to do.
  final class Mute: PingPong.PongProc.PingsHandler {
    struct Trouble: Error {}
    func ping(count: Int, origin: Origin) throws -> PingPong.Pong { throw Trouble() }
    func plzdiekthxbye(origin: Origin) {}
  }

  @Test("what does not come has had the time that the protocol gives it")
  func nothing() async throws {
    let clocked = Clocked()
    await #expect(throws: PlayFailure.self) {
      try await PingPong.play(.sendingPings, against: PingPong.PongProc(pings: Mute()), on: clocked.transport)
    }
    #expect(clocked.passed == .seconds(2))
  }
}
