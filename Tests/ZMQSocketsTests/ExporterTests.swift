import Foundation
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

// The exporter that Docs/Runtime.md shows, word for word.
// BEGIN
/// All figures of some processes, as Prometheus reads them.
struct Exporter {
  let sources: [any LedgerSource]

  func page() async -> String {
    var total = ["# TYPE zmq_messages_total counter"]
    var now = ["# TYPE zmq_messages gauge"]
    for source in sources {
      let ledger = await source.ledger()
      for socket in ledger.sockets {
        for (sum, parts) in [("received", socket.received), ("offered", socket.offered)] {
          for part in parts {
            let labels = [
              ("process", ledger.process), ("socket", socket.socket), ("sum", sum), ("part", part.name),
            ].map { "\($0)=\"\($1)\"" }.joined(separator: ",")
            if part.isPassing {
              now.append("zmq_messages{\(labels)} \(part.count)")
            } else {
              total.append("zmq_messages_total{\(labels)} \(part.count)")
            }
          }
        }
      }
    }
    return (total + now).joined(separator: "\n") + "\n"
  }
}
// END

/// Figures for somebody else's tools, through `LedgerSource`.
@Suite(.timeLimit(.minutes(1)))
struct ExporterTests {
  /// A ledger that stands as it is, for an exporter's own tests.
  private struct Fixed: LedgerSource {
    let value: ProcessLedger
    func ledger() async -> ProcessLedger { value }
  }

  private static var figure: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
    /zmq_messages(?:_total)?\{process="(\w+)",socket="(\w+)",sum="(\w+)",part="([\w ()]+)"\} (\d+)/
  }

  /// The figures of a page, by process, socket and sum.
  private func figures(on page: String) throws -> [String: [String: Int]] {
    var figures: [String: [String: Int]] = [:]
    for line in page.split(separator: "\n") where !line.hasPrefix("#") {
      let match = try #require(line.wholeMatch(of: Self.figure), "\(line)")
      let key = "\(match.1).\(match.2) \(match.3)"
      #expect(figures[key]?[String(match.4)] == nil, "twice: \(line)")
      figures[key, default: [:]][String(match.4)] = Int(match.5)
    }
    return figures
  }

  @Test(
    "an exporter has every message of every process once, whatever has become of it", arguments: TransportKind.allCases)
  func everyMessage(kind: TransportKind) async throws {
    let gate = AsyncStream<Void>.makeStream()
    let plan = server(SocketConfiguration(.router, bind: ["tcp://127.0.0.1:*"])) { text, _ in
      if text == "slow" { for await _ in gate.stream { break } }
      if text == "fail" { throw CancellationError() }
      return text == "quiet" ? nil : text
    }
    try await withServerAndClient(kind, server: plan, client: .dealer) { server, client async throws -> Void in
      let exporter = Exporter(sources: [server, client])
      for index in 0..<3 { #expect(try await client.ask("\(index)") == "\(index)") }
      for text in ["quiet", "fail", "slow"] { try await client.tell(text) }
      try await client.client("out").send { writer in writer.frame("nothing that JSON would be".utf8) }
      try await eventually("all have come") { await server.counters(of: "in").received == 7 }
      let now = try figures(on: await exporter.page())
      #expect(now["Server.in received"]?["in hand"] == 1)
      #expect(now["Server.in received"]?.values.reduce(0, +) == 7, "\(now)")
      gate.continuation.yield()
      try await eventually("it has been answered") { await server.counters(of: "in").answered == 4 }
      try await eventually("that has come back") { await client.counters(of: "out").received == 4 }
      let end = try figures(on: await exporter.page())
      #expect(
        end["Server.in received"]?.filter { $0.value > 0 } == [
          "answered": 4, "taken": 1, "failed": 1, "refused (notJSON)": 1,
        ], "\(end)")
      #expect(end["Server.in offered"]?.filter { $0.value > 0 } == ["sent": 4], "\(end)")
      #expect(end["Client.out offered"]?.filter { $0.value > 0 } == ["sent": 7], "\(end)")
      #expect(end["Client.out received"]?.values.reduce(0, +) == 4, "\(end)")
    }
  }

  @Test("an exporter is tried on a ledger that a test has written")
  func fixed() async throws {
    var counters = MessageCounters()
    (counters.received, counters.taken) = (2, 1)
    (counters.offered, counters.sent, counters.unsent) = (6, 1, [.unroutable: 2])
    let socket = SocketLedger(
      socket: "jobs", type: .push, counters: counters, inHand: 1, queued: 2, queuedBytes: 9, waiting: 1)
    #expect(socket.isBalanced)
    let page = await Exporter(sources: [Fixed(value: ProcessLedger(process: "Source", sockets: [socket]))]).page()
    let figures = try figures(on: page)
    #expect(figures["Source.jobs received"]?.filter { $0.value > 0 } == ["taken": 1, "in hand": 1])
    #expect(figures["Source.jobs offered"] == ["sent": 1, "unroutable": 2, "queued": 2, "waiting": 1])
    #expect(page.contains("zmq_messages{process=\"Source\",socket=\"jobs\",sum=\"offered\",part=\"queued\"} 2\n"))
  }

  @Test("Docs/Runtime.md shows this exporter")
  func page() throws {
    let file = URL(filePath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let source = try String(contentsOf: file, encoding: .utf8)
    let shown = try #require(source.firstMatch(of: /\/\/ BEGIN\n(.*?)\/\/ END\n/.dotMatchesNewlines())?.1)
    let text = try String(contentsOf: root.appending(path: "Docs/Runtime.md"), encoding: .utf8)
    #expect(text.contains("```swift\n\(shown)```\n"))
  }
}
