import PingPongProtocol
import Testing
import ZMQRuntime
import ZMQTesting

@testable import PongProc

@Suite struct PongProcTests {
  @Test("A ping is answered with its count")
  func sendingPings() async throws {
    try await PingPong.play(
      .sendingPings(ping: PingPong.Ping(count: 7), pong: PingPong.Pong(count: 7)),
      against: PingPong.PongProc(pings: RepStreamHandler()))
  }

  @Test("The process ends when it is asked to")
  func stopping() async throws {
    try await PingPong.play(.stopping, against: PingPong.PongProc(pings: RepStreamHandler()))
  }

  @Test("Whoever asks can be tested without a pong process")
  func pingProc() async throws {
    let pings = PingPong.PongProc.FakePings()
    pings.expect.ping(count: 1).reply(PingPong.Pong(count: 1))
    let transport = InMemoryTransport()
    try await PingPong.PongProc(pings: pings).run(on: transport) { _ in
      try await PingPong.PingProc().run(on: transport) { ping in
        let pong = try await ping.pongs.ping(count: 1)
        #expect(pong == PingPong.Pong(count: 1))
      }
    }
    try await pings.verify()
  }
}
