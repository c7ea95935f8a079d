import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Streams with an element that nobody understands.
@Suite(.timeLimit(.minutes(1)))
struct BrokenStreamTests {
  private func say(_ text: String, to client: [UInt8], _ store: BareSocket) {
    #expect(store.send([client, Array(text.utf8)], within: patience) == .sent)
  }

  @Test("what comes behind a broken element is not taken for the answer to the next request")
  func broken() async throws {
    let store = try BareSocket(.router, in: BareContext())
    var reader = Snapshot.Reader()
    reader.sockets.store.connect = [try store.bind("tcp://127.0.0.1:*")]
    try await reader.run(on: ZMQTransport()) { reader in
      let first = try await reader.store.icanhaz(subtree: "a", within: patience)
      let client = try #require(try store.receive(within: patience)?.first)
      say(#"["kvsync",[5,"x"],{}]"#, to: client, store)
      await #expect(throws: WireError.self) { for try await _ in first {} }
      // It was an element, and the last message is on its way.
      say(#"["kthxbai",[1],{}]"#, to: client, store)

      let second = try await reader.store.icanhaz(subtree: "b", within: patience)
      let other = try #require(try store.receive(within: patience)?.first)
      #expect(other != client)
      say(#"["kthxbai",[2],{}]"#, to: other, store)
      for try await _ in second {}
      let last = try await second.last
      #expect(last == .kthxbai(Snapshot.Kthxbai(count: 2)))

      // A refusal is an answer like any other, and the connection stays.
      let third = try await reader.store.icanhaz(subtree: "c", within: patience)
      #expect(try store.receive(within: patience)?.first == other)
      say(#"["refused",["no"],{}]"#, to: other, store)
      await #expect(throws: Snapshot.Refused(reason: "no")) { for try await _ in third {} }
      _ = try await reader.store.icanhaz(subtree: "d", within: patience)
      #expect(try store.receive(within: patience)?.first == other)
    }
  }

  @Test(
    "nor is it on a socket that stays open",
    arguments: [#"["kvsync",[5,"x"],{}]"#, "gibberish", #"["unheard-of",[],{}]"#])
  func brokenOfBound(body: String) async throws {
    let store = try BareSocket(.dealer, in: BareContext())
    let endpoint = "tcp://127.0.0.1:\(FreePorts.next())"
    try store.connect(endpoint)
    var reader = Snapshot.Reader()
    reader.sockets.store.connect = []
    reader.sockets.store.bind = [endpoint]
    try await reader.run(on: ZMQTransport()) { reader in
      func say(_ text: String) { #expect(store.send([Array(text.utf8)], within: patience) == .sent) }

      let first = try await reader.store.icanhaz(subtree: "a", within: patience)
      _ = try #require(try store.receive(within: patience))
      say(body)
      await #expect(throws: WireError.self) { for try await _ in first {} }

      let second = try await reader.store.icanhaz(subtree: "b", within: patience)
      _ = try #require(try store.receive(within: patience))
      // Those of the first request, and only then those of the second.
      say(body)
      say(#"["kvsync",["k","old"],{}]"#)
      say(#"["kthxbai",[1],{}]"#)
      say(#"["kthxbai",[2],{}]"#)
      for try await element in second { Issue.record("\(element) is of the first request") }
      let last = try await second.last
      #expect(last == .kthxbai(Snapshot.Kthxbai(count: 2)))
    }
  }
}
