import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The article's example, on every transport with one test body.
@Suite
struct PingPongTests {
  /// A handler with state: nothing protects `count`, because the loop calls one method at a time.
  final class CountingPongs: PingPong.PongProc.PingsHandler {
    var count = 0
    func ping(count: Int, origin: Origin) -> PingPong.Pong {
      self.count += 1
      return PingPong.Pong(count: self.count * 100 + count)
    }
    func plzdiekthxbye(origin: Origin) {}
  }

  @Test("a REQ asks a REP, and ends it", arguments: TestTransport.allCases)
  func pingPong(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    var pongProc = PingPong.PongProc(pings: CountingPongs())
    pongProc.sockets.pings.bind = [endpoint]
    var pingProc = PingPong.PingProc()
    pingProc.sockets.pongs.connect = [endpoint]
    async let pong: Void = pongProc.run(on: transport)
    try await pingProc.run(on: transport) { ping in
      for number in 1...3 {
        #expect(try await ping.pongs.ping(count: number, within: patience) == PingPong.Pong(count: number * 101))
      }
      try await ping.pongs.plzdiekthxbye()
    }
    try await pong
  }
}
