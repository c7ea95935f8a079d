import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Answers that repeat the id of their request, so that many requests are under way on one socket.
@Suite(.timeLimit(.minutes(1)))
struct CorrelationTests {
  /// Holds every request until so many have come, and then answers the last one first.
  final class Hoarder: Requests.Library.DeskHandler {
    private let count: Int
    private let order: Probe<Int>
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(count: Int, order: Probe<Int>) {
      self.count = count
      self.order = order
    }

    nonisolated(nonsending) func lookUp(title: String, origin: Origin) async throws -> Requests.Found {
      let shelf = Int(title) ?? 0
      await withCheckedContinuation { continuation in
        waiting.append(continuation)
        if waiting.count == count { for continuation in waiting.reversed() { continuation.resume() } }
      }
      order.note(shelf)
      return Requests.Found(shelf: shelf)
    }

    nonisolated(nonsending) func browse(
      shelf: Int, origin: Origin, send: SendElement<Requests.Book>
    ) async throws -> Requests.ShelfEnd {
      for number in 0..<shelf { try await send(Requests.Book(title: "\(shelf).\(number)")) }
      return Requests.ShelfEnd()
    }
  }

  struct Editions: Requests.Reader.DeskHandler {
    func whichEdition(title: String, origin: Origin) -> Requests.Edition { Requests.Edition(number: title.count) }
  }

  struct Archive: Requests.Library.ArchiveHandler {
    func order(title: String, origin: Origin) throws -> Requests.OrderReply {
      if title == "burnt" { throw Requests.Sorry(reason: "burnt in 1821") }
      return title.isEmpty ? .gone(Requests.Gone()) : .copy(Requests.Copy(text: title))
    }
  }

  private func library(_ kind: TestTransport, _ desk: sending some Requests.Library.DeskHandler) -> Requests.Library {
    var library = Requests.Library(desk: desk, archive: Archive())
    library.sockets.desk.bind = [kind.endpoint()]
    library.sockets.desk.concurrency = 128
    library.sockets.archive.bind = [kind.endpoint()]
    return library
  }

  private func reader(of library: Requests.Library) -> Requests.Reader {
    var reader = Requests.Reader(desk: Editions())
    reader.sockets.desk.connect = library.sockets.desk.bind
    reader.sockets.archive.connect = library.sockets.archive.bind
    return reader
  }

  @Test("a hundred requests in flight, answered in reverse order", arguments: TestTransport.allCases)
  func reversed(kind: TestTransport) async throws {
    let transport = kind.make()
    let order = Probe(of: Int.self)
    let library = library(kind, Hoarder(count: 100, order: order))
    let reader = reader(of: library)
    try await library.run(on: transport) { _ in
      try await reader.run(on: transport) { reader in
        let desk = reader.desk
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for number in 0..<100 {
            group.addTask { try await desk.lookUp(title: "\(number)").shelf == number }
          }
          for try await isRight in group { #expect(isRight) }
        }
        // Each is answered after all have come, so all hundred were under way.
        let answered = await order.next(100)
        #expect(Set(answered) == Set(0..<100))
        let counters = await reader.counters(of: .desk)
        #expect(counters.awaited == 100)
        #expect(counters.refused.isEmpty)
      }
    }
  }

  @Test("streams and single answers of one socket at a time", arguments: TestTransport.allCases)
  func streams(kind: TestTransport) async throws {
    let transport = kind.make()
    let library = library(kind, Hoarder(count: 1, order: Probe()))
    let reader = reader(of: library)
    try await library.run(on: transport) { _ in
      try await reader.run(on: transport) { reader in
        let desk = reader.desk
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for shelf in 0..<20 {
            group.addTask {
              var titles: [String] = []
              for try await book in try await desk.browse(shelf: shelf) { titles.append(book.title) }
              return titles == (0..<shelf).map { "\(shelf).\($0)" }
            }
            group.addTask { try await reader.archive.order(title: "\(shelf)").text == "\(shelf)" }
          }
          for try await isRight in group { #expect(isRight) }
        }
        let none = try await reader.archive.order(title: "")
        #expect(none.text == nil)
      }
    }
  }

  @Test(
    "a refusal finds the request that it refuses, also when that is malformed behind its id",
    arguments: TestTransport.allCases)
  func refused(kind: TestTransport) async throws {
    let transport = kind.make()
    let library = library(kind, Hoarder(count: 1, order: Probe()))
    let reader = reader(of: library)
    let endpoint = try #require(library.sockets.archive.bind.first)
    try await library.run(on: transport) { library in
      try await reader.run(on: transport) { reader in
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for number in 0..<30 {
            group.addTask {
              do {
                return try await reader.archive.order(title: number % 3 == 0 ? "burnt" : "\(number)").text
                  == "\(number)"
              } catch let refusal as Requests.Sorry {
                return number % 3 == 0 && refusal.reason == "burnt in 1821"
              }
            }
          }
          for try await isRight in group { #expect(isRight) }
        }
        #expect(await reader.counters(of: .archive).awaited == 30)
      }
      try await RefusalTests.withRawSocket(.dealer, to: endpoint, on: transport) { socket in
        let order = UUIDValue(high: 1, low: 2)
        for (json, expected) in [
          (#"{"title":5,"order":"\#(order)"}"#, order), (#"{"title":"x"}"#, UUIDValue(high: 0, low: 0)),
        ] {
          let refusal = try await socket.request(within: patience) { writer in
            writer.frame("ORDER".utf8)
            writer.frame(json.utf8)
          } decode: { incoming in
            try incoming.decode(Requests.Sorry.self)
          }
          #expect(refusal.order == expected)
          #expect(refusal.reason.hasPrefix("frame 2, "))
        }
      }
      #expect(await library.counters(of: .archive).refused.values.reduce(0, +) == 2)
    }
  }

  /// A server that answers what the test tells it to.
  private struct Raw: Dispatcher {
    let seen: Probe<[[UInt8]]>

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      seen.note(message.frames)
      return .handled
    }
  }

  @Test(
    "a lost answer is waited for until the deadline; a late one and one to nobody's request are thrown away and counted",
    arguments: TestTransport.allCases)
  func lostAndLate(kind: TestTransport) async throws {
    let time = VirtualTime()
    let transport = kind.make(time: time)
    let seen = Probe(of: [[UInt8]].self)
    let endpoint = kind.endpoint()
    let plan = ProcessPlan(
      name: "Raw", settings: ProcessSettings(label: "raw"),
      sockets: [
        ProcessPlan.Socket(
          "archive", SocketConfiguration(.router, bind: [endpoint]), handler: HandlerSource(Raw(seen: seen)))
      ])
    var reader = Requests.Reader(desk: Editions())
    reader.sockets.desk.connect = [endpoint]
    reader.sockets.archive.connect = [endpoint]
    let running = reader
    try await plan.run(on: transport) { server in
      try await running.run(on: transport) { reader in
        let socket = server.client("archive")
        func answer(_ request: [[UInt8]], _ body: [UInt8]) async throws {
          let peer = request[0]
          try await socket.send { writer in
            writer.frame(peer)
            writer.frame("COPY".utf8)
            writer.frame(body)
          }
        }
        let lost = Task { try await reader.archive.order(title: "lost", within: patience) }
        let first = try #require(await seen.next(1).first)
        await time.advance(by: patience)
        await #expect(throws: RequestError.self) { _ = try await lost.value }

        let second = Task { try await reader.archive.order(title: "second") }
        let request = try #require(await seen.next(1).first)
        // The late one first, then one with an id that nobody has, then one without.
        try await answer(first, first[2])
        try await answer(request, Array(#"{"text":"x","order":"00000000-0000-0000-0000-000000000000"}"#.utf8))
        try await answer(request, Array(#"{"text":"x"}"#.utf8))
        let text = String(decoding: request[2], as: UTF8.self).replacing("title", with: "text")
        try await answer(request, Array(text.utf8))
        #expect(try await second.value.text == "second")
        let counters = await reader.counters(of: .archive)
        #expect(counters.refused == [.lateAnswer: 2, .notAMessage: 1])
        #expect(counters.awaited == 1)
      }
    }
  }

  /// Asks back, with an id that a request of the reader may have too, before it answers.
  final class Curious: Requests.Library.DeskHandler {
    private let library: Requests.Library.Running

    init(_ library: Requests.Library.Running) { self.library = library }

    nonisolated(nonsending) func lookUp(title: String, origin: Origin) async throws -> Requests.Found {
      guard let peer = origin.routingID else { throw RequestsTestError() }
      return Requests.Found(shelf: try await library.desk.whichEdition(to: peer, title: title).number)
    }

    nonisolated(nonsending) func browse(
      shelf: Int, origin: Origin, send: SendElement<Requests.Book>
    ) async throws -> Requests.ShelfEnd {
      Requests.ShelfEnd()
    }
  }

  private struct RequestsTestError: Error {}

  @Test("both sides ask on one pair of sockets: the type tells an answer", arguments: TestTransport.allCases)
  func bothSides(kind: TestTransport) async throws {
    let transport = kind.make()
    var library = Requests.Library(desk: { Curious($0) }, archive: { _ in Archive() })
    library.sockets.desk.bind = [kind.endpoint()]
    library.sockets.archive.bind = [kind.endpoint()]
    let reader = reader(of: library)
    try await library.run(on: transport) { library in
      try await reader.run(on: transport) { reader in
        let desk = reader.desk
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for count in 1...30 {
            let title = String(repeating: "x", count: count)
            group.addTask { try await desk.lookUp(title: title).shelf == count }
          }
          for try await isRight in group { #expect(isRight) }
        }
        #expect(await reader.counters(of: .desk).refused.isEmpty)
        #expect(await library.counters(of: .desk).awaited == 30)
      }
    }
  }
}

extension Requests.OrderReply {
  fileprivate var text: String? { if case .copy(let copy) = self { copy.text } else { nil } }
}
