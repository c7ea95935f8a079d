import Foundation
import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQTesting
import ZMQWire

// The code of Docs/Testing.md, as it stands there; the last test holds the two against each other.

final class Pong: PingPong.PongProc.PingsHandler {
  private(set) var answered = 0

  func ping(count: Int, origin: Origin) -> PingPong.Pong {
    answered += 1
    return PingPong.Pong(count: count)
  }

  func plzdiekthxbye(origin: Origin) {}
}

/// The program around a client: what PingProc is for.
func playPingPong(_ pongs: PingPong.PingProc.PongsClient, rounds: Int) async throws -> [Int] {
  var counts: [Int] = []
  for count in 0..<rounds { counts.append(try await pongs.ping(count: count).count) }
  try await pongs.plzdiekthxbye()
  return counts
}

@Suite("Docs/Testing.md", .timeLimit(.minutes(1)))
struct TestingPageTests {
  @Test func answersWithItsCount() {
    let pong = Pong()
    #expect(pong.ping(count: 3, origin: Origin()) == PingPong.Pong(count: 3))
    #expect(pong.answered == 1)
  }

  @Test func asksAndEnds() async throws {
    let pings = PingPong.PongProc.FakePings()
    pings.expect.ping(count: 0).reply(PingPong.Pong(count: 10))
    pings.expect.ping(count: 1).reply(PingPong.Pong(count: 20))
    pings.expect.plzdiekthxbye()

    let transport = InMemoryTransport()
    try await PingPong.PongProc(pings: pings).run(on: transport) { _ in
      try await PingPong.PingProc().run(on: transport) { ping in
        let counts = try await playPingPong(ping.pongs, rounds: 2)
        #expect(counts == [10, 20])
      }
    }
    try await pings.verify()
  }

  @Test func pongProcess() async throws {
    try await PingPong.play(.sendingPings, against: PingPong.PongProc(pings: Pong()))
    try await PingPong.play(.stopping, against: PingPong.PongProc(pings: Pong()))
  }

  @Test func pongProcessWithValues() async throws {
    try await PingPong.play(
      .sendingPings(ping: PingPong.Ping(count: 7), pong: PingPong.Pong(count: 7)),
      against: PingPong.PongProc(pings: Pong()))
  }

  @Test func pingProcess() async throws {
    try await PingPong.play(.sendingPings, against: PingPong.PingProc()) { ping in
      let pong = try await ping.pongs.ping(count: 1)
      #expect(pong.count == 1)
    }
  }

  @Test func storeSendsThreePairs() async throws {
    try await Snapshot.play(
      .getting(times: 3, alternative: .thatWasAll), against: Snapshot.Store(readers: PlayTests.Readers()))
  }

  private var peer: Gossip.Peer { Gossip.Peer(port: 5730) { InstanceTests.Peers(outbox: $0.outbox) } }

  @Test func peers() async throws {
    try await Gossip.play(.asking, against: peer) { peer in _ = try await peer.outbox.ask(topic: "tea") }
    try await Gossip.play(.asking, against: peer, as: .other)  // is asked
  }

  @Test func remindsEveryHour() async throws {
    try await Gossip.play(.reminding, against: Gossip.Feed(), on: InMemoryTransport(time: VirtualTime()))
  }

  @Test func overTCP() async throws {
    try await PingPong.play(.sendingPings, against: PingPong.PongProc(pings: Pong()), on: ZMQTransport())
  }

  @Test func system() async throws {
    let transport = ZMQTransport()
    var pong = PingPong.PongProc(pings: Pong())
    pong.sockets.pings.bind = ["tcp://127.0.0.1:*"]
    try await pong.run(on: transport) { pong in
      var ping = PingPong.PingProc()
      ping.sockets.pongs.connect = pong.endpoints(of: .pings)
      try await ping.run(on: transport) { ping in
        let counts = try await playPingPong(ping.pongs, rounds: 5)
        #expect(counts == [0, 1, 2, 3, 4])
      }
      await pong.untilStopped()
      #expect(await pong.process.ledger().isBalanced)
    }
  }

  // MARK: The page itself

  @Test("the page shows code that is compiled and run here")
  func page() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Docs/Testing.md"), encoding: .utf8)
    let source = try String(contentsOf: folder.appending(path: "TestingPageTests.swift"), encoding: .utf8)
    func normalised(_ text: some StringProtocol) -> String {
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    }
    let code = normalised(source)
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count >= 6)
    for block in blocks { #expect(code.contains(normalised(block)), "\(block)") }
  }
}
