import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQTesting
import ZMQWire

/// Chains of the gallery, each played against one of its processes.
@Suite(.timeLimit(.minutes(1)))
struct PlayTests {
  /// Answers with the count that it got, or with another.
  final class Pongs: PingPong.PongProc.PingsHandler {
    let added: Int
    init(added: Int = 0) { self.added = added }
    func ping(count: Int, origin: Origin) -> PingPong.Pong {
      // The test's sockets have the names that the drawing shows.
      PingPong.Pong(count: origin.routingID == RoutingID(text: "ping_uuid") ? count + added : -1)
    }
    func plzdiekthxbye(origin: Origin) {}
  }

  enum Kind: String, CaseIterable { case memory, tcp }

  private func transport(_ kind: Kind) -> any Transport { kind == .memory ? InMemoryTransport() : ZMQTransport() }

  @Test("a REP is asked", arguments: Kind.allCases)
  func rep(kind: Kind) async throws {
    let transport = transport(kind)
    try await PingPong.play(.sendingPings, against: PingPong.PongProc(pings: Pongs()), on: transport)
    try await PingPong.play(
      .sendingPings(ping: PingPong.Ping(count: 7), pong: PingPong.Pong(count: 7)),
      against: PingPong.PongProc(pings: Pongs()), on: transport)
  }

  @Test("a process ends with the message that says so")
  func final() async throws {
    try await PingPong.play(.stopping, against: PingPong.PongProc(pings: Pongs()))
  }

  @Test("a REQ is answered", arguments: Kind.allCases)
  func req(kind: Kind) async throws {
    try await PingPong.play(
      .sendingPings(ping: PingPong.Ping(count: 3), pong: PingPong.Pong(count: 33)), against: PingPong.PingProc(),
      on: transport(kind)
    ) { ping in
      let pong = try await ping.pongs.ping(count: 3)
      #expect(pong == PingPong.Pong(count: 33))
    }
  }

  // MARK: Through a proxy

  final class Services: SharedQueue.Service.RequestsHandler {
    func request(text: String, origin: Origin) -> SharedQueue.Reply { SharedQueue.Reply(text: text + "!") }
  }

  @Test("a broker passes on in both directions, with clients and services played", arguments: Kind.allCases)
  func broker(kind: Kind) async throws {
    try await SharedQueue.play(.asking, against: SharedQueue.Broker(), on: transport(kind))
  }

  @Test("a service is asked through a broker that is played", arguments: Kind.allCases)
  func service(kind: Kind) async throws {
    try await SharedQueue.play(
      .asking(request: SharedQueue.Request(text: "Hello"), reply: SharedQueue.Reply(text: "Hello!")),
      against: SharedQueue.Service(requests: Services()), on: transport(kind))
  }

  @Test("a client asks through a broker that is played", arguments: Kind.allCases)
  func client(kind: Kind) async throws {
    try await SharedQueue.play(.asking, against: SharedQueue.Client(), on: transport(kind)) { client in
      let reply = try await client.service.request(text: "Hello")
      #expect(reply == SharedQueue.Reply(text: "World"))
    }
  }

  // MARK: A stream, with choices

  final class Readers: Snapshot.Store.ReadersHandler {
    nonisolated(nonsending) func icanhaz(
      subtree: String, origin: Origin, send: SendElement<Snapshot.Kvsync>
    ) async throws -> Snapshot.IcanhazReply {
      for number in 1...3 { try await send(Snapshot.Kvsync(key: "\(subtree)\(number)", value: "\(number)")) }
      return .kthxbai(Snapshot.Kthxbai(count: 3))
    }
    nonisolated(nonsending) func watch(
      subtree: String, origin: Origin, send: SendElement<Snapshot.WatchElement>
    ) async throws {
      try await send(.setPair(Snapshot.SetPair(key: "a", value: "1", change: .added)))
    }
  }

  @Test("a stream has as many elements as the test says, and the end that it says", arguments: Kind.allCases)
  func stream(kind: Kind) async throws {
    try await Snapshot.play(
      .getting(
        icanhaz: Snapshot.Icanhaz(subtree: "/"), kthxbai: Snapshot.Kthxbai(count: 3), times: 3,
        alternative: .thatWasAll),
      against: Snapshot.Store(readers: Readers()), on: transport(kind))
  }

  @Test("the test sends the other end")
  func streamReader() async throws {
    try await Snapshot.play(
      .getting(tooMany: Snapshot.TooMany(limit: 2), times: 2, alternative: .thereIsMore), against: Snapshot.Reader()
    ) { reader in
      let replies = try await reader.store.icanhaz(subtree: "/")
      var count = 0
      for try await _ in replies { count += 1 }
      #expect(count == 2)
      #expect(try await replies.last == .tooMany(Snapshot.TooMany(limit: 2)))
    }
  }

  // MARK: Publish and subscribe

  @Test("what a PUB publishes reaches every subscriber that is played")
  func publishes() async throws {
    try await Weather.play(.reporting(report: report), against: Weather.Station()) { station in
      try await station.reports.report(city: "Oldenburg", sky: .rain, temperature: 11.5, at: report.at)
    }
  }

  private let report = Weather.Report(
    city: "Oldenburg", sky: .rain, temperature: 11.5, at: Timestamp(clampingMicroseconds: 0))

  @Test("a SUB gets what is published", arguments: Kind.allCases)
  func subscribes(kind: Kind) async throws {
    let reports = Weather.Display.FakeReports()
    reports.expect.report().times(1)
    try await Weather.play(.reporting(report: report), against: Weather.Display(reports: reports), on: transport(kind))
    try await reports.verify()
  }
}
