import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Requests that are answered by a stream.
@Suite(.timeLimit(.minutes(1)))
struct SnapshotTests {
  /// A table of so many pairs; only its size is stored.
  final class Table: Snapshot.Store.ReadersHandler {
    let sent = Probe(of: Int.self)
    private var sentCount = 0
    private let large = String(repeating: "x", count: 10_000)

    nonisolated(nonsending) func icanhaz(
      subtree: String, origin: Origin, send: SendElement<Snapshot.Kvsync>
    ) async throws -> Snapshot.IcanhazReply {
      guard let count = Int(subtree) else { throw Snapshot.Refused(reason: "'\(subtree)' is no number") }
      for index in 0..<min(count, 4_000) {
        try await send(
          Snapshot.Kvsync(key: "\(index)", value: count == 4_000 ? large : ""))
        sentCount += 1
      }
      sent.note(sentCount)
      return count > 4_000 ? .tooMany(Snapshot.TooMany(limit: 4_000)) : .kthxbai(Snapshot.Kthxbai(count: count))
    }

    nonisolated(nonsending) func watch(
      subtree: String, origin: Origin, send: SendElement<Snapshot.WatchElement>
    ) async throws {
      for index in 0... {
        let isRemoved = index % 3 == 2
        try await send(
          isRemoved
            ? .removed(Snapshot.Removed(key: "\(index)"))
            : .setPair(Snapshot.SetPair(key: "\(index)", value: subtree, change: .added)))
        if index % 10 == 9 { await Task.yield() }
      }
    }
  }

  private func withClient(
    _ kind: TestTransport, _ handler: sending Table = Table(), elementLimit: Duration = .seconds(30),
    _ body: (Snapshot.Store.Running, Snapshot.Reader.Running) async throws -> Void
  ) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    var server = Snapshot.Store(readers: handler)
    server.sockets.readers.bind = [endpoint]
    server.sockets.readers.elementLimit = elementLimit
    var client = Snapshot.Reader()
    client.sockets.store.connect = [endpoint]
    try await server.run(on: transport) { server in
      try await client.run(on: transport) { client in try await body(server, client) }
    }
  }

  @Test("elements in order, then the last message", arguments: TestTransport.allCases, [0, 1, 63, 64, 65, 500])
  func elements(kind: TestTransport, count: Int) async throws {
    try await withClient(kind) { _, client in
      let replies = try await client.store.icanhaz(subtree: "\(count)")
      var keys: [String] = []
      for try await pair in replies { keys.append(pair.key) }
      #expect(keys == (0..<count).map(String.init))
      let last = try await replies.last
      #expect(last == .kthxbai(Snapshot.Kthxbai(count: count)))
    }
  }

  @Test("the last message may be asked for without the elements", arguments: TestTransport.allCases)
  func lastOnly(kind: TestTransport) async throws {
    try await withClient(kind) { _, client in
      for _ in 0..<2 {
        let last = try await client.store.icanhaz(subtree: "4001").last
        #expect(last == .tooMany(Snapshot.TooMany(limit: 4_000)))
      }
    }
  }

  @Test("a request that is refused throws where the elements are taken", arguments: TestTransport.allCases)
  func refusal(kind: TestTransport) async throws {
    try await withClient(kind) { _, client in
      let replies = try await client.store.icanhaz(subtree: "everything")
      await #expect(throws: Snapshot.Refused(reason: "'everything' is no number")) {
        for try await _ in replies {}
      }
      let last = try await client.store.icanhaz(subtree: "2").last
      #expect(last == .kthxbai(Snapshot.Kthxbai(count: 2)))
    }
  }

  @Test("a stream without end: elements of several kinds, until nobody wants them", arguments: TestTransport.allCases)
  func endless(kind: TestTransport) async throws {
    try await withClient(kind) { server, client in
      var seen: [Snapshot.WatchElement] = []
      for try await element in try await client.store.watch(subtree: "/a") {
        seen.append(element)
        if seen.count == 100 { break }
      }
      #expect(seen[1] == .setPair(Snapshot.SetPair(key: "1", value: "/a", change: .added)))
      #expect(seen[2] == .removed(Snapshot.Removed(key: "2")))
      // The socket was renewed, so its peer has gone, and the next request is not disturbed.
      let last = try await client.store.icanhaz(subtree: "3").last
      #expect(last == .kthxbai(Snapshot.Kthxbai(count: 3)))
      try await eventually("the handler has heard that nobody listens") {
        await server.counters(of: .readers).unsent[.unroutable] != nil
      }
    }
  }

  @Test("whoever takes slowly slows the sender down", arguments: TestTransport.allCases)
  func backPressure(kind: TestTransport) async throws {
    let table = Table()
    let sent = table.sent
    try await withClient(kind, table) { server, client in
      let replies = try await client.store.icanhaz(subtree: "4000")
      var iterator = replies.makeAsyncIterator()
      let first = try await iterator.next()
      #expect(first?.key == "0")
      // The queues of both sockets are full, and so are the kernel's buffers; then the handler waits.
      try await eventually("the handler does not wait") { await server.process.ledger().sockets[0].waiting == 1 }
      #expect(await server.counters(of: .readers).sent < 4_000)
      var count = 1
      while try await iterator.next() != nil { count += 1 }
      #expect(count == 4_000)
      #expect(await sent.next(1) == [4_000])
    }
  }

  @Test("whoever takes nothing does not keep a handler", arguments: TestTransport.allCases)
  func stalled(kind: TestTransport) async throws {
    let table = Table()
    try await withClient(kind, table, elementLimit: .milliseconds(200)) { server, client in
      let replies = try await client.store.icanhaz(subtree: "4000")
      try await eventually("the handler is told") { await server.counters(of: .readers).failed == 1 }
      #expect(await server.counters(of: .readers).unsent[.expired] == 1)
      let ledger = await server.process.ledger()
      #expect(ledger.isBalanced, "\(ledger)")
      withExtendedLifetime(replies) {}
    }
  }

  @Test("a stream whose next element does not come ends at its deadline", arguments: TestTransport.allCases)
  func deadline(kind: TestTransport) async throws {
    final class Silent: Snapshot.Store.ReadersHandler {
      let gate: Probe<Void>
      init(gate: Probe<Void>) { self.gate = gate }
      nonisolated(nonsending) func icanhaz(
        subtree: String, origin: Origin, send: SendElement<Snapshot.Kvsync>
      ) async throws -> Snapshot.IcanhazReply {
        try await send(Snapshot.Kvsync(key: "first", value: ""))
        if subtree == "slow" { _ = await gate.next(1) }
        return .kthxbai(Snapshot.Kthxbai(count: 1))
      }
      func watch(subtree: String, origin: Origin, send: SendElement<Snapshot.WatchElement>) throws {}
    }
    let time = VirtualTime()
    let transport = kind.make(time: time)
    let endpoint = kind.endpoint()
    let gate = Probe(of: Void.self)
    var server = Snapshot.Store(readers: Silent(gate: gate))
    server.sockets.readers.bind = [endpoint]
    var client = Snapshot.Reader()
    client.sockets.store.connect = [endpoint]
    try await server.run(on: transport) { _ in
      try await client.run(on: transport) { client in
        var iterator = try await client.store.icanhaz(subtree: "slow", within: patience).makeAsyncIterator()
        let first = try await iterator.next()
        #expect(first?.key == "first")
        // Its deadline counts from the moment on in which it is asked for.
        let passing = Task {
          while !Task.isCancelled {
            await time.advance(by: patience)
            await Task.yield()
          }
        }
        let error = await #expect(throws: RequestError.self) { while try await iterator.next() != nil {} }
        passing.cancel()
        await passing.value
        #expect(error?.reason == .timedOut(after: patience))
        gate.note(())
        let last = try await client.store.icanhaz(subtree: "quick").last
        #expect(last == .kthxbai(Snapshot.Kthxbai(count: 1)))
      }
    }
  }
}
