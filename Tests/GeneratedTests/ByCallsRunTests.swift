import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// A client whose code makes calls, as in protocols of many messages, and a server whose code has all in line.
@Suite(.timeLimit(.minutes(1)))
struct ByCallsRunTests {
  typealias Sink = KitchenSinkByCalls

  struct ClientHandler: Sink.Client.ServerHandler, Sink.Client.NotesHandler, Sink.Client.AllNotesHandler {
    let told: Probe<String>
    func news(text: String, origin: Origin) { told.note("news: \(text)") }
    func to(to: String, within: Duration, peer: Int, origin: Origin) -> Sink.Welcome { Sink.Welcome(number: peer) }
    func note(city: String, number: Int, colour: Sink.Colour, id: UUIDValue, sunny: Bool, origin: Origin) {}
    func stop(origin: Origin) {}
  }

  @Test("asks, is asked, and tells messages of every layout", arguments: TestTransport.allCases)
  func talking(kind: TestTransport) async throws {
    let (seen, told) = (Probe(of: String.self), Probe(of: String.self))
    let transport = kind.make()
    let endpoints = KitchenSinkTests.Endpoints(kind)
    var server = KitchenSink.Server(port: 5700, instanceName: "test") { KitchenSinkServer(running: $0, seen: seen) }
    endpoints.bind(&server.sockets)
    var client = Sink.Client(name: "one", port: 5700, handler: ClientHandler(told: told))
    client.sockets.questions.connect = [endpoints.questions]
    client.sockets.server.connect = [endpoints.clients]
    client.sockets.notes.connect = [endpoints.notes]
    client.sockets.allNotes.connect = [endpoints.notes]
    try await server.run(on: transport) { server in
      try await client.run(on: transport) { client in
        #expect(try await client.server.hello(name: "Ada") == Sink.Welcome(number: 1))
        #expect(await told.next(1) == ["news: Ada is here"])
        let welcome = try await server.clients.to(
          to_: RoutingID(text: "client-one"), to: "you", within: .seconds(1), peer: 5, within_: patience)
        #expect(welcome == KitchenSink.Welcome(number: 5))
        #expect(try await client.questions.defaults(name: "n") == Sink.Defaults(name: "n", times: -2))
        await #expect(throws: Sink.Wtf(reason: "I'd rather not", code: 418)) {
          try await client.questions.ask(question: "refuse")
        }
        try await client.server.tripleSome(a: 1, scale: 2)
        try await client.server.pairMany(first: 1)
        try await client.server.listSome(a: 1, b: "b")
        try await client.server.objectSome(a: 1)
        #expect(await seen.next(4) == ["tripleSome 1 x 2.0", "pairMany 2", "listSome 1 b", "objectSome 1 s"])
      }
    }
  }
}
