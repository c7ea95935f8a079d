import Foundation
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What happens to programs, done to real ones: Docs/Faults.md tells what comes of it.
///
/// Serialized, because each states a time. After each, the process that was left stands in order: nothing hangs, and
/// every message is in exactly one counter.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct FaultTests {
  /// The programs of this build, beside the tests.
  private static let peer: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return (bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
      .appending(path: "fault-peer")
  }()

  static func start(_ arguments: String...) throws -> Program {
    try Program(peer, arguments, in: FileManager.default.temporaryDirectory)
  }

  static func plan(_ name: String, _ socket: ProcessPlan.Socket) -> ProcessPlan {
    var settings = ProcessSettings(label: name)
    settings.stopSignals = []
    return ProcessPlan(name: name, settings: settings, sockets: [socket])
  }

  static func ask(_ text: String, _ socket: ClientSocket, within limit: Duration) async throws -> String {
    try await socket.request(within: limit) { writer in
      writer.frame(text.utf8)
    } decode: { message in
      message.frames.last.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Asks again and again, and tells how long it took until there was an answer.
  static func restored(_ socket: ClientSocket, limit: Duration = .seconds(10)) async throws -> Duration {
    let start = ContinuousClock.now
    var number = 0
    while true {
      number += 1
      do {
        #expect(try await ask("after \(number)", socket, within: .milliseconds(250)) == "after \(number)")
        return ContinuousClock.now - start
      } catch let error as RequestError {
        guard ContinuousClock.now - start < limit else { throw error }
      }
    }
  }

  /// Asks so often, and expects every answer.
  static func exchange(_ count: Int, with socket: ClientSocket) async throws {
    for number in 0..<count { #expect(try await ask("\(number)", socket, within: .seconds(5)) == "\(number)") }
  }

  /// Runs a client of a server, and looks at its ledger at the end.
  static func client(
    at endpoint: String, _ body: (ClientSocket) async throws -> Void
  ) async throws {
    let plan = Self.plan("Client", ProcessPlan.Socket("server", SocketConfiguration(.req, connect: [endpoint])))
    let process = try await plan.run(on: ZMQTransport()) { process in
      try await body(process.client("server"))
      return process
    }
    let ledger = await process.ledger()
    #expect(ledger.isBalanced, "\(ledger)")
  }

  /// A server's last words.
  static func end(_ server: Program) async throws -> String {
    server.send(SIGTERM)
    let summary = try await server.line(within: .seconds(10))
    #expect(summary.hasPrefix("balanced"), "\(server.transcript)")
    #expect(try await server.end(within: .seconds(10)) == .exit(0), "\(server.transcript)")
    return summary
  }

  // MARK: Peers that end

  @Test("a server is killed while it has a request; the next one at its endpoint answers within 2 s")
  func killedInRequest() async throws {
    let mute = try Self.start("mute", "tcp://127.0.0.1:*")
    let endpoint = try await mute.line()
    try await Self.client(at: endpoint) { client in
      let asking = Task { try await Self.ask("lost", client, within: .milliseconds(500)) }
      #expect(try await mute.line() == "got")
      mute.send(SIGKILL)
      await #expect(throws: RequestError.self) { try await asking.value }
      _ = try await mute.end()
      let server = try Self.start("serve", endpoint)
      #expect(try await server.line() == endpoint)
      let time = try await Self.restored(client)
      #expect(time < .seconds(2))
      Self.note("peer killed in mid-request", time)
      _ = try await Self.end(server)
    }
  }

  @Test("a client is killed between two frames of a message; nobody else notices")
  func killedInMessage() async throws {
    let server = try Self.start("serve", "tcp://127.0.0.1:*")
    let endpoint = try await server.line()
    let port = try #require(endpoint.split(separator: ":").last)
    try await Self.client(at: endpoint) { client in
      #expect(try await Self.ask("before", client, within: .seconds(5)) == "before")
      for _ in 0..<10 {
        let torn = try Self.start("tear", "\(port)")
        #expect(try await torn.line() == "torn")
        torn.send(SIGKILL)
        _ = try await torn.end()
      }
      let time = try await Self.restored(client)
      #expect(time < .seconds(1))
      Self.note("peer killed in mid-multipart, 10 times", time)
    }
    #expect(try await Self.end(server) == "balanced received=2")
  }

  @Test("the peer of a ROUTER has gone before its reply: it is counted as unroutable")
  func goneBeforeReply() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: String.self)
    let gate = Gate()
    let events = SocketEvents()
    var configuration = SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"])
    configuration.events = events
    let plan = Self.plan(
      "Server",
      ProcessPlan.Socket(
        "requests", configuration, handler: HandlerSource(SlowEcho(arrived: arrived, gate: gate))))
    let process = try await plan.run(on: ZMQTransport()) { process in
      let endpoint = process.endpoints(of: "requests")[0]
      let asker = try Self.start("ask", endpoint, "asker")
      var iterator = arrivals.makeAsyncIterator()
      _ = await iterator.next()
      asker.send(SIGKILL)
      _ = try await asker.end()
      for await event in events where event.kind == .disconnected { break }
      await gate.open()
      try await Self.client(at: endpoint) { client in
        let time = try await Self.restored(client)
        #expect(time < .seconds(1))
        Self.note("ROUTER peer gone before the reply", time)
      }
      return process
    }
    let ledger = await process.ledger()
    #expect(ledger.isBalanced, "\(ledger)")
    #expect(ledger.sockets[0].counters.unsent == [.unroutable: 1], "\(ledger)")
  }

  @Test("a thousand clients ask and vanish; the server serves the next within 2 s")
  func vanishing() async throws {
    let server = try Self.start("serve", "tcp://127.0.0.1:*")
    let endpoint = try await server.line()
    for _ in 0..<5 {
      let clients = try Self.start("vanish", endpoint, "200")
      #expect(try await clients.end() == .signal(SIGKILL))
    }
    try await Self.client(at: endpoint) { client in
      let time = try await Self.restored(client)
      #expect(time < .seconds(2))
      Self.note("1,000 clients that connect and vanish", time)
    }
    _ = try await Self.end(server)
  }

  @Test("a second client with the same routing id takes the first one's place")
  func duplicateIDs() async throws {
    let server = try Self.start("serve", "tcp://127.0.0.1:*")
    let endpoint = try await server.line()
    let first = try Self.start("ask", endpoint, "twin")
    #expect(try await first.line() == "asked")
    #expect(try await first.line() == "got twin")
    let second = try Self.start("ask", endpoint, "twin")
    #expect(try await second.line() == "asked")
    #expect(try await second.line() == "got twin")
    for program in [first, second] { program.send(SIGKILL) }
    #expect(try await Self.end(server) == "balanced received=2")
  }
}
