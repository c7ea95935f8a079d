import Foundation
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What a ROUTER knows of peers that go, come back and take each other's place, without anything being sent to them.
@Suite(.timeLimit(.minutes(1)))
struct PeerLossTests {
  /// Where peers meet, and who can tell of their connections.
  enum Place: String, CaseIterable {
    case memory, tcp, ipc, tcpByZMQPoll

    var transport: any Transport {
      switch self {
      case .memory: InMemoryTransport()
      case .tcp, .ipc: ZMQTransport()
      case .tcpByZMQPoll: ZMQTransport(poller: .zmqPoll)
      }
    }

    var endpoint: String {
      switch self {
      case .memory, .tcp, .tcpByZMQPoll: "tcp://127.0.0.1:*"
      case .ipc: "ipc://\(FileManager.default.temporaryDirectory.path)/zmqspec-\(UUID().uuidString.prefix(8))"
      }
    }
  }

  private func peer(_ name: String, _ endpoint: String) -> ProcessPlan {
    client(SocketConfiguration(.dealer, connect: [endpoint], routingID: RoutingID(Array(name.utf8))))
  }

  @Test("a peer that leaves is lost, and back when it speaks again", arguments: Place.allCases)
  func leaves(place: Place) async throws {
    let transport = place.transport
    try await server(SocketConfiguration(.router, bind: [place.endpoint])).run(on: transport) { server in
      let endpoint = server.endpoints(of: "in")[0]
      let stayer = peer("stayer", endpoint)
      try await stayer.run(on: transport) { stayer async throws -> Void in
        #expect(try await stayer.ask("here") == "here")
        for life in 0..<3 {
          try await peer("worker", endpoint).run(on: transport) { worker async throws -> Void in
            #expect(try await worker.ask("hello") == "hello")
            let peer = try #require(await server.peers(of: "in").last)
            #expect(peer.routingID == RoutingID(received: Array("worker".utf8)))
            #expect(peer.isPresent && peer.returns == life)
          }
          try await eventually("the worker is lost") {
            await server.peers(of: "in").contains { !$0.isPresent && $0.returns == life }
          }
        }
        #expect(await server.peers(of: "in").filter(\.isPresent).map(\.routingID) == [RoutingID(text: "stayer")])
      }
      let ledger = await server.ledger()
      #expect(ledger.isBalanced && ledger.sockets[0].counters.unsent.isEmpty, "\(ledger)")
    }
  }

  @Test("a ROUTER that connects loses whom it has connected to", arguments: [Place.memory, .tcp])
  func connects(place: Place) async throws {
    let transport = place.transport
    let back = server(SocketConfiguration(.router, connect: []))
    try await back.run(on: transport) { server async throws -> Void in
      let dealer = SocketConfiguration(
        .dealer, bind: [place.endpoint], routingID: RoutingID(Array("worker".utf8)))
      try await client(dealer).run(on: transport) { worker async throws -> Void in
        try await server.client("in").connect(to: worker.endpoints(of: "out")[0])
        #expect(try await worker.ask("hello") == "hello")
        #expect(await server.peers(of: "in").map(\.isPresent) == [true])
      }
      try await eventually("the worker is lost") { await server.peers(of: "in").map(\.isPresent) == [false] }
    }
  }

  /// Answers, and stops the loop for a while at every seventh message, so that events and messages pile up.
  private struct Stumbling: Dispatcher {
    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      let body = message.frames.last ?? []
      if body.last == UInt8(ascii: "7") { usleep(5000) }
      message.reply { writer in writer.frame(body) }
      return .handled
    }
  }

  private func stumblingServer() -> ProcessPlan {
    ProcessPlan(
      name: "Server", settings: quiet("Server"),
      sockets: [
        .init("in", SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"]), handler: HandlerSource(Stumbling()))
      ])
  }

  /// A peer that is nothing but a libzmq socket.
  private func bare(_ name: String, _ endpoint: String, in context: BareContext) throws -> BareSocket {
    let socket = try BareSocket(.dealer, in: context, routingID: Array(name.utf8))
    try socket.connect(endpoint)
    return socket
  }

  /// Whether an answer comes; holds no thread meanwhile, which the server may need.
  private func isAnswered(_ socket: BareSocket, within limit: Duration = .seconds(5)) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      if try socket.receive(within: .zero) != nil { return true }
      try await Task.sleep(for: .milliseconds(1))
    }
    return false
  }

  private func say(_ text: String, _ socket: BareSocket) -> Bool {
    socket.send([Array(text.utf8)], within: .zero) == .sent
  }

  @Test("whoever comes and goes, under whatever file descriptor: the table is right in the end", arguments: 0..<4)
  func churn(seed: Int) async throws {
    var state = UInt64(seed) &* 977 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    try await stumblingServer().run(on: ZMQTransport()) { server async throws -> Void in
      let endpoint = server.endpoints(of: "in")[0]
      let context = try BareContext()
      var open: [Int: BareSocket] = [:]
      for step in 0..<400 {
        let name = random(12)
        // Gone; or gone and there again at once: a file descriptor becomes free, and another's.
        let choice = random(4)
        if choice < 2 { open[name] = nil }
        if choice == 0 { continue }
        let socket = try open[name] ?? bare("peer-\(name)", endpoint, in: context)
        open[name] = socket
        #expect(say("\(step)", socket))
        // Sometimes the answer is waited for, sometimes the next one comes behind it.
        if random(2) == 0 { _ = try await isAnswered(socket) }
      }
      // All that are there say one more thing: one that has spoken while its connection was made may be in doubt.
      for socket in open.values {
        while try await isAnswered(socket, within: .milliseconds(20)) {}
        #expect(say("1", socket))
        try #require(try await isAnswered(socket))
      }
      let names = Set(open.keys.map { RoutingID(text: "peer-\($0)") })
      try await eventually(within: .seconds(5), "\(names.count) peers are there") {
        await Set(server.peers(of: "in").filter(\.isPresent).map(\.routingID)) == names
      }
      for name in open.keys.sorted() {
        open[name] = nil
        try await eventually(within: .seconds(5), "peer-\(name) is lost, and nobody else") {
          await server.peers(of: "in").filter(\.isPresent).count == open.count
        }
      }
    }
  }

  @Test("when the connection ends that another has taken the place of, its name is not lost")
  func handover() async throws {
    try await stumblingServer().run(on: ZMQTransport()) { server async throws -> Void in
      let context = try BareContext()
      func met(_ name: String) async throws -> BareSocket {
        let socket = try bare(name, server.endpoints(of: "in")[0], in: context)
        #expect(say("hello", socket))
        try #require(try await isAnswered(socket))
        return socket
      }
      var twins = [try await met("twin")]
      #expect(await server.peers(of: "in").map(\.returns) == [0])
      twins.append(try await met("twin"))
      #expect(await server.peers(of: "in").map(\.returns) == [1])
      twins.removeFirst()
      // What is known of the older connection's end is known when another one has been heard.
      let other = try await met("other")
      #expect(await server.peers(of: "in").map(\.isPresent) == [true, true])
      twins = []
      try await eventually("the newer one is lost") { await server.peers(of: "in").filter(\.isPresent).count == 1 }
      #expect(say("still here", other))
      try #require(try await isAnswered(other))
    }
  }
}
