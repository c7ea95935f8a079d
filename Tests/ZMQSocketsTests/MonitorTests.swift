import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Events of real sockets, and the sentences that they give.
@Suite(.timeLimit(.minutes(1)))
struct MonitorTests {
  private func plan(_ name: String, _ configuration: SocketConfiguration) -> ProcessPlan {
    var settings = ProcessSettings(label: name)
    settings.stopSignals = []
    return ProcessPlan(name: name, settings: settings, sockets: [ProcessPlan.Socket("socket", configuration)])
  }

  /// Opens a socket with events until `isEnough` of what was found.
  private func findings(
    _ configuration: SocketConfiguration, on transport: ZMQTransport, until isEnough: (SocketFinding.Meaning) -> Bool
  ) async throws -> [SocketFinding] {
    var configuration = configuration
    let events = SocketEvents()
    configuration.events = events
    return try await plan("Observed", configuration).run(on: transport) { _ in
      for await _ in events where events.findings.contains(where: { isEnough($0.meaning) }) { break }
      return events.findings
    }
  }

  private func bound(
    _ configuration: SocketConfiguration, on transport: ZMQTransport,
    _ body: (String) async throws -> Void
  ) async throws {
    try await plan("Binding", configuration).run(on: transport) { process in
      try await body(process.endpoints(of: "socket")[0])
    }
  }

  @Test("peers that agree", arguments: [PollerKind.best, .zmqPoll])
  func agreed(poller: PollerKind) async throws {
    let transport = ZMQTransport(poller: poller)
    try await bound(SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]), on: transport) { endpoint in
      let found = try await findings(SocketConfiguration(.req, connect: [endpoint]), on: transport) {
        if case .agreed = $0 { true } else { false }
      }
      #expect(found.map(\.sentence) == ["connected to \(endpoint), and the peers have agreed"])
      #expect(found.allSatisfy { $0.isSound && $0.remedy == nil })
    }
  }

  @Test("nobody binds")
  func nobodyBinds() async throws {
    let port = try HeldPort()
    let endpoint = "tcp://127.0.0.1:\(port.number)"
    let found = try await findings(
      SocketConfiguration(.req, connect: [endpoint], options: ["reconnect_ivl": 10]), on: ZMQTransport()
    ) { if case .nobodyBinds(let attempts) = $0 { attempts >= 3 } else { false } }
    withExtendedLifetime(port) { #expect(found.first?.sentence.hasPrefix("nobody binds \(endpoint): ") == true) }
  }

  @Test("a socket type that does not fit")
  func wrongType() async throws {
    let transport = ZMQTransport()
    try await bound(SocketConfiguration(.pub, bind: ["tcp://127.0.0.1:*"]), on: transport) { endpoint in
      let found = try await findings(SocketConfiguration(.req, connect: [endpoint]), on: transport) {
        $0 == .brokenHandshake
      }
      #expect(
        found.map(\.sentence) == [
          "connected to \(endpoint), then disconnected without a handshake: the other side is not a REP or ROUTER"
        ])
    }
  }

  @Test("a password that is not admitted")
  func notAdmitted() async throws {
    let transport = ZMQTransport()
    let server = SocketConfiguration(
      .rep, bind: ["tcp://127.0.0.1:*"], security: .plainServer(admit: .users(["ada": "secret"])))
    try await bound(server, on: transport) { endpoint in
      let found = try await findings(
        SocketConfiguration(.req, connect: [endpoint], security: .plainClient(user: "ada", password: "wrong")),
        on: transport
      ) { if case .notAdmitted = $0 { true } else { false } }
      #expect(found.map(\.sentence) == ["\(endpoint) does not let us in (status 400)"])
    }
  }

  @Test("one side has a mechanism and the other has none")
  func otherMechanism() async throws {
    let transport = ZMQTransport()
    let server = SocketConfiguration(
      .rep, bind: ["tcp://127.0.0.1:*"], security: .plainServer(admit: .users(["ada": "secret"])))
    try await bound(server, on: transport) { endpoint in
      let found = try await findings(SocketConfiguration(.req, connect: [endpoint]), on: transport) {
        $0 == .otherMechanism || $0 == .brokenHandshake
      }
      #expect(found.map(\.meaning) == [.otherMechanism])
    }
  }

  @Test("a peer that goes, and one that comes")
  func lost() async throws {
    let transport = ZMQTransport()
    let events = SocketEvents()
    var configuration = SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])
    configuration.events = events
    try await plan("Observed", configuration).run(on: transport) { process in
      let endpoint = process.endpoints(of: "socket")[0]
      try await plan("Peer", SocketConfiguration(.dealer, connect: [endpoint])).run(on: transport) { _ in
        for await event in events where event.kind == .handshakeSucceeded { break }
      }
      for await event in events where event.kind == .disconnected { break }
      #expect(events.findings.map(\.meaning) == [.lost])
    }
  }

  @Test("a monitored socket is closed and opened again and again")
  func closing() async throws {
    let transport = ZMQTransport()
    try await bound(SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]), on: transport) { endpoint in
      for _ in 0..<20 {
        let found = try await findings(SocketConfiguration(.req, connect: [endpoint]), on: transport) { _ in true }
        #expect(!found.isEmpty)
      }
    }
  }

  @Test("the doctor says what becomes of a connection")
  func doctor() throws {
    let context = try BareContext()
    let server = try BareSocket(.router, in: context)
    let endpoint = try server.bind("tcp://127.0.0.1:*")
    let good = try Doctor.examine(endpoint, as: .req)
    #expect(good.findings.map(\.isSound) == [true])
    let wrong = try Doctor.examine(endpoint, as: .sub)
    #expect(wrong.findings.map(\.meaning) == [.brokenHandshake])
  }
}
