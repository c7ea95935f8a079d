import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQTesting

/// Sockets that ask who somebody is: both sides get keys of the test's, and libzmq asks for them.
@Suite(.timeLimit(.minutes(1)))
struct SecurityTests {
  static let houses: [Ironhouse.Chain] = [.inTheWoodhouse, .inTheIronhouse]

  private func houses() -> (Ironhouse.Client, Ironhouse.Client.FakeWoodhouse, Ironhouse.Client.FakeIronhouse) {
    let woodhouse = Ironhouse.Client.FakeWoodhouse()
    let ironhouse = Ironhouse.Client.FakeIronhouse()
    return (Ironhouse.Client(woodhouse: woodhouse, ironhouse: ironhouse), woodhouse, ironhouse)
  }

  @Test("who connects, is let in with a password")
  func plainClient() async throws {
    let (client, woodhouse, _) = houses()
    woodhouse.expect.hello()
    try await Ironhouse.play(.inTheWoodhouse, against: client, on: ZMQTransport())
    try await woodhouse.verify()
  }

  @Test("who connects, is let in with keys")
  func curveClient() async throws {
    let (client, _, ironhouse) = houses()
    ironhouse.expect.hello()
    try await Ironhouse.play(.inTheIronhouse, against: client, on: ZMQTransport())
    try await ironhouse.verify()
  }

  @Test("who binds, lets in who is played, and keys of its own are left alone")
  func server() async throws {
    let transport = ZMQTransport()
    try await Ironhouse.play(.inTheWoodhouse, against: Ironhouse.Server(), on: transport) { server in
      try await server.woodhouse.hello()
    }
    var own = Ironhouse.Server()
    own.sockets.ironhouse.security = .curveServer(keys: try .make(), admit: .keys([]))
    try await Ironhouse.play(.inTheIronhouse, against: own, on: transport) { server in
      try await server.ironhouse.hello()
    }
  }

  @Test("memory asks nobody")
  func memory() async throws {
    try await Ironhouse.play(.inTheIronhouse, against: Ironhouse.Server()) { server in
      try await server.ironhouse.hello()
    }
  }
}
