import GeneratedProtocols
import Testing
import ZMQRuntime

/// Endpoints as protocol files have them, on the transport without a network: tests need not change them.
@Suite(.timeLimit(.minutes(1)))
struct InMemoryEndpointsTests {
  @Test(
    "who binds all interfaces is met at 127.0.0.1, also when it binds once more",
    arguments: ["tcp://*:5678", "tcp://0.0.0.0:5678", "tcp://localhost:5678"])
  func wildcard(endpoint: String) async throws {
    let transport = InMemoryTransport()
    try await PingPong.PingProc().run(on: transport) { ping in
      for _ in 1...2 {
        var pongProc = PingPong.PongProc(pings: PingPongTests.CountingPongs())
        pongProc.sockets.pings.bind = [endpoint]
        try await pongProc.run(on: transport) { pong in
          #expect(pong.endpoints(of: .pings) == [endpoint])
          let answer = try await ping.pongs.ping(count: 1, within: patience)
          #expect(answer.count == 101)
        }
      }
    }
  }

  @Test("one place is bound once, whatever it is called")
  func twice() async throws {
    let transport = InMemoryTransport()
    var first = PingPong.PongProc(pings: PingPongTests.CountingPongs())
    first.sockets.pings.bind = ["tcp://*:5678"]
    try await first.run(on: transport) { _ in
      let error = await #expect(throws: TransportError.self) {
        try await PingPong.PongProc(pings: PingPongTests.CountingPongs()).run(on: transport) { _ in }
      }
      #expect(error?.operation == "bind")
    }
  }
}
