import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// `security: curve` and `plain`: who is let in, who is not, and that nothing is open by mistake.
@Suite(.timeLimit(.minutes(1)))
struct VaultTests {
  struct Door: Vault.Vault.DoorHandler {
    func open(drawer: Int, origin: Origin) -> Vault.Opened { Vault.Opened(content: "drawer \(drawer)") }
  }

  struct Desk: Vault.Vault.DeskHandler {
    func hours(origin: Origin) -> Vault.HoursAre { Vault.HoursAre(from: 9, to: 17) }
  }

  private static let kinds = [TestTransport.tcp, .ipc]

  /// Runs a vault that knows one key and one user, and gives a body a way to visit it.
  private func withVault(
    _ kind: TestTransport, admitting keys: Set<CurveKey>, _ serverKeys: CurveKeys,
    _ body: (_ visit: (SocketSecurity, SocketSecurity) -> Vault.Visitor, any Transport) async throws -> Void
  ) async throws {
    let transport = kind.make()
    let (door, desk) = (kind.endpoint(), kind.endpoint())
    var vault = Vault.Vault(door: Door(), desk: Desk())
    vault.sockets.door.bind = [door]
    vault.sockets.desk.bind = [desk]
    vault.sockets.door.security = .curveServer(keys: serverKeys, admit: .keys(keys))
    vault.sockets.desk.security = .plainServer(admit: .users(["ada": "lovelace"]))
    try await vault.run(on: transport) { _ in
      try await body(
        { doorSecurity, deskSecurity in
          var visitor = Vault.Visitor()
          visitor.sockets.door.connect = [door]
          visitor.sockets.desk.connect = [desk]
          visitor.sockets.door.security = doorSecurity
          visitor.sockets.desk.security = deskSecurity
          return visitor
        }, transport)
    }
  }

  @Test("who has the key, or the password, is let in", arguments: kinds)
  func admitted(kind: TestTransport) async throws {
    let (server, visitor) = (try CurveKeys.make(), try CurveKeys.make())
    try await withVault(kind, admitting: [visitor.publicKey], server) { visit, transport in
      let known = visit(
        .curveClient(keys: visitor, server: server.publicKey), .plainClient(user: "ada", password: "lovelace"))
      try await known.run(on: transport) { visitor in
        for drawer in 1...3 {
          let opened = try await visitor.door.open(drawer: drawer)
          #expect(opened == Vault.Opened(content: "drawer \(drawer)"))
        }
        let hours = try await visitor.desk.hours()
        #expect(hours == Vault.HoursAre(from: 9, to: 17))
      }
    }
  }

  @Test("who has another key, another password, or thinks the server is somebody else, is not", arguments: kinds)
  func refused(kind: TestTransport) async throws {
    let (server, visitor, stranger) = (try CurveKeys.make(), try CurveKeys.make(), try CurveKeys.make())
    try await withVault(kind, admitting: [visitor.publicKey], server) { visit, transport in
      let wrong: [(SocketSecurity, SocketSecurity)] = [
        (.curveClient(keys: stranger, server: server.publicKey), .plainClient(user: "ada", password: "byron")),
        (.curveClient(keys: visitor, server: stranger.publicKey), .plainClient(user: "eve", password: "lovelace")),
      ]
      for (door, desk) in wrong {
        try await visit(door, desk).run(on: transport) { visitor in
          await #expect(throws: RequestError.self) {
            _ = try await visitor.door.open(drawer: 1, within: .milliseconds(300))
          }
          await #expect(throws: RequestError.self) {
            _ = try await visitor.desk.hours(within: .milliseconds(300))
          }
        }
      }
    }
  }

  @Test("a socket whose keys were forgotten, or that has another mechanism, is not opened", arguments: kinds)
  func forgotten(kind: TestTransport) async throws {
    let transport = kind.make()
    let forgetful = Vault.Visitor()
    let error = await #expect(throws: TransportError.self) { try await forgetful.run(on: transport) { _ in } }
    #expect(
      error?.description
        == "cannot open a REQ: the protocol asks for curve, and no keys are given; set the socket's `security` before the "
        + "process runs")
    var open = Vault.Visitor()
    open.sockets.door.security = .none
    open.sockets.desk.security = .plainClient(user: "a", password: "b")
    let other = open
    await #expect(throws: TransportError.self) { try await other.run(on: transport) { _ in } }
  }
}
