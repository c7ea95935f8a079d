import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Every kind of socket, handler and refusal, on every transport with one test body.
@Suite(.timeLimit(.minutes(1)))
struct KitchenSinkTests {
  /// The endpoints of one test.
  struct Endpoints {
    let questions, clients, legacy, notes, jobs, results, partner: String

    init(_ kind: TestTransport) {
      (questions, clients, legacy, notes) = (kind.endpoint(), kind.endpoint(), kind.endpoint(), kind.endpoint())
      (jobs, results, partner) = (kind.endpoint(), kind.endpoint(), kind.endpoint())
    }

    func bind(_ sockets: inout KitchenSink.Server.Sockets) {
      sockets.questions.bind = [questions]
      sockets.clients.bind = [clients]
      sockets.legacy.bind = [legacy]
      sockets.notes.bind = [notes]
      sockets.jobs.bind = [jobs]
      sockets.results.bind = [results]
      sockets.partner.bind = [partner]
    }

    func connect(_ sockets: inout KitchenSink.Client.Sockets) {
      sockets.questions.connect = [questions]
      sockets.server.connect = [clients]
      sockets.notes.connect = [notes]
      sockets.allNotes.connect = [notes]
    }
  }

  /// What the client is told.
  struct ClientHandler: KitchenSink.Client.ServerHandler, KitchenSink.Client.NotesHandler,
    KitchenSink.Client.AllNotesHandler
  {
    let told: Probe<String>
    func news(text: String, origin: Origin) { told.note("news: \(text)") }
    func to(to: String, within: Duration, peer: Int, origin: Origin) -> KitchenSink.Welcome {
      KitchenSink.Welcome(number: peer)
    }
    func note(
      city: String, number: Int, colour: KitchenSink.Colour, id: UUIDValue, sunny: Bool, origin: Origin
    ) {
      told.note("\(origin.socket): \(origin.topic ?? "-")")
    }
    func stop(origin: Origin) { told.note("\(origin.socket): \(origin.topic ?? "-")") }
  }

  static func withBoth(
    _ kind: TestTransport, seen: Probe<String> = Probe(), told: Probe<String> = Probe(),
    _ body: (KitchenSink.Client.Running, KitchenSink.Server.Running) async throws -> Void
  ) async throws {
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    var server = KitchenSink.Server(port: 5700, instanceName: "test") { KitchenSinkServer(running: $0, seen: seen) }
    endpoints.bind(&server.sockets)
    var client = KitchenSink.Client(name: "one", port: 5700, handler: ClientHandler(told: told))
    endpoints.connect(&client.sockets)
    try await server.run(on: transport) { server in
      try await client.run(on: transport) { client in try await body(client, server) }
    }
  }

  @Test("a REQ asks a REP: values of every type", arguments: TestTransport.allCases)
  func questions(kind: TestTransport) async throws {
    try await Self.withBoth(kind) { client, _ in
      #expect(try await client.questions.ask(question: "Rain").text == "Rain? Yes.")
      #expect(try await client.questions.askUrgently() == KitchenSink.Busy(seconds: 1.5))
      let id = UUIDValue.random()
      let containers = try await client.questions.scalars(
        bool: true, int: .min, int8: -1, int16: -2, int32: -3, int64: .max, uint8: 255, uint16: 2, uint32: 3,
        uint64: .max, float: 0.1, float32: 0.5, string: "é\n\u{1}", bytes: [0, 255], uuid: id, timestamp: .latest,
        duration: .milliseconds(-1), json: ["a": [1, nil]], peer: RoutingID(text: "p"), colour: .darkBlue,
        point: KitchenSink.Point(x: 1, label: "x"))
      #expect(containers.points == [KitchenSink.Point(x: 1, y: 0.5, label: "x")])
      #expect(containers.table == ["é\n\u{1}": [0.1, nil]])
      #expect(containers.maybe.a == .min)
      #expect(containers.anything == ["json": ["a": [1, nil]]])
      #expect(containers.peers == [RoutingID(text: "p")])
      #expect(try await client.questions.defaults(name: "n") == KitchenSink.Defaults(name: "n", times: -2))
      let keywords = try await client.questions.keywords(in: 1, default: "d", class: true)
      #expect(keywords == KitchenSink.Keywords(in: 2, default: "d", class: false))
    }
  }

  @Test("`otherwise: message`: a refusal is thrown, here and there", arguments: TestTransport.allCases)
  func refusals(kind: TestTransport) async throws {
    try await Self.withBoth(kind) { client, server in
      await #expect(throws: KitchenSink.Wtf(reason: "I'd rather not", code: 418)) {
        try await client.questions.ask(question: "refuse")
      }
      await #expect(throws: KitchenSink.Wtf(reason: "the request could not be handled")) {
        try await client.questions.ask(question: "surprise")
      }
      // The REP serves the next one all the same.
      let answer = try await client.questions.ask(question: "Still there")
      #expect(answer.text == "Still there? Yes.")
      let counters = await server.counters(of: .questions)
      #expect(counters.handled == 2)
      #expect(counters.failed == 1)
    }
  }

  @Test("a DEALER is answered, and told by a ROUTER first", arguments: TestTransport.allCases)
  func dealer(kind: TestTransport) async throws {
    let told = Probe(of: String.self)
    try await Self.withBoth(kind, told: told) { client, server in
      #expect(try await client.server.hello(name: "Ada") == KitchenSink.Welcome(number: 1))
      #expect(await told.next(1) == ["news: Ada is here"])
      let welcome = try await server.clients.to(
        to_: RoutingID(text: "client-one"), to: "you", within: .seconds(1), peer: 5, within_: patience)
      #expect(welcome == KitchenSink.Welcome(number: 5))
      await #expect(throws: RequestError.self) {
        try await server.clients.news(to: RoutingID(text: "nobody"), text: "?")
      }
    }
  }

  @Test("each layout reaches its method; many types are told apart", arguments: TestTransport.allCases)
  func layouts(kind: TestTransport) async throws {
    let seen = Probe(of: String.self)
    try await Self.withBoth(kind, seen: seen) { client, _ in
      let server = client.server
      try await server.tripleNone()
      try await server.tripleSome(a: 1, scale: 2)
      try await server.pairNone()
      try await server.pairOne(value: [1, 2])
      try await server.pairMany(first: 1)
      try await server.listNone()
      try await server.listSome(a: 1, b: "b")
      try await server.listOpen(a: 1)
      try await server.objectNone()
      try await server.objectSome(a: 1)
      try await server.oddType(count: 3)
      try await server.running(name: "n")
      try await server.message(text: "t")
      try await server.default()
      try await server.handler(origin: "o", reader: 1, decode: true)
      try await server.lastOne()
      #expect(
        await seen.next(16) == [
          "tripleNone", "tripleSome 1 x 2.0", "pairNone", "pairOne [1, 2]", "pairMany 2", "listNone", "listSome 1 b",
          "listOpen 4", "objectNone", "objectSome 1 s", "oddType 3", "running n", "message t", "default",
          "handler o Server.clients", "lastOne",
        ])
    }
  }

  @Test("a SUB that subscribes while it runs, and a topic made of fields", arguments: TestTransport.allCases)
  func dynamic(kind: TestTransport) async throws {
    let told = Probe(of: String.self)
    try await Self.withBoth(kind, told: told) { client, server in
      try await client.notes.subscribe(to: "notes.Ulm")
      let notes = server.notes
      try await notes.waitForSubscribers(2, to: "notes.Ulm", within: patience)
      try await notes.waitForSubscribers(to: "log", within: patience)
      try await server.notes.note(
        city: "Ulm", number: 1, colour: .darkBlue, id: UUIDValue(high: 0, low: 1), sunny: true)
      try await server.notes.note(
        city: "Bonn", number: 2, colour: .red, id: UUIDValue(high: 0, low: 1), sunny: false)
      try await server.notes.stop()
      var all: Set<String> = []
      let id = "00000000-0000-0000-0000-000000000001"
      let expected: Set<String> = [
        "Client.notes: notes.Ulm.1.dark-blue.\(id).true", "Client.all-notes: notes.Ulm.1.dark-blue.\(id).true",
        "Client.all-notes: notes.Bonn.2.red.\(id).false", "Client.all-notes: log",
      ]
      while all.count < 4 { all.formUnion(await told.next(1)) }
      #expect(all == expected)
      try await client.notes.unsubscribe(from: "notes.Ulm")
    }
  }

  @Test("PAIR with PAIR", arguments: TestTransport.allCases)
  func pair(kind: TestTransport) async throws {
    struct Partner: KitchenSink.Partner.PartnerHandler {
      let told: Probe<String>
      func news(text: String, origin: Origin) { told.note(text) }
    }
    let told = Probe(of: String.self)
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    var server = KitchenSink.Server(port: 1, instanceName: "x", handler: KitchenSinkServer())
    endpoints.bind(&server.sockets)
    var partner = KitchenSink.Partner(partner: Partner(told: told))
    partner.sockets.partner.connect = [endpoints.partner]
    try await server.run(on: transport) { server in
      try await partner.run(on: transport) { partner in
        #expect(try await partner.partner.hello(name: "P", within: patience) == KitchenSink.Welcome(number: 1))
        try await server.partner.news(text: "hush")
        #expect(await told.next(1) == ["hush"])
      }
    }
  }

  @Test("PUSH, PULL, and a DEALER with a delimiter beside a REQ", arguments: TestTransport.allCases)
  func pipelineAndDelimiter(kind: TestTransport) async throws {
    struct Worker: KitchenSink.Worker.JobsHandler {
      let running: KitchenSink.Worker.Running
      func job(id: Int, origin: Origin) async throws { try await running.results.done(id: id * 2) }
    }
    struct Legacy: KitchenSink.Legacy.StopHandler {
      let told: Probe<String>
      func stop(origin: Origin) { told.note("stop") }
    }
    let seen = Probe(of: String.self)
    let told = Probe(of: String.self)
    let transport = kind.make()
    let endpoints = Endpoints(kind)
    var server = KitchenSink.Server(port: 1, instanceName: "x") { KitchenSinkServer(running: $0, seen: seen) }
    endpoints.bind(&server.sockets)
    var worker = KitchenSink.Worker { Worker(running: $0) }
    worker.sockets.jobs.connect = [endpoints.jobs]
    worker.sockets.results.connect = [endpoints.results]
    var legacy = KitchenSink.Legacy(stop: Legacy(told: told))
    legacy.sockets.stop.connect = [endpoints.legacy]
    legacy.sockets.questions.connect = [endpoints.legacy]
    try await server.run(on: transport) { server in
      try await worker.run(on: transport) { _ in
        try await server.jobs.job(id: 21)
        #expect(await seen.next(1) == ["done 42"])
      }
      try await legacy.run(on: transport) { legacy in
        let answer = try await legacy.questions.ask(question: "Old")
        #expect(answer.text == "Old? Yes.")
        let done = try await legacy.stopClient.job(id: 3)
        #expect(done == KitchenSink.Done(id: 3))
        #expect(await told.next(1) == ["stop"])
        await #expect(throws: KitchenSink.Wtf(reason: "I'd rather not", code: 418)) {
          try await legacy.questions.ask(question: "refuse")
        }
      }
    }
  }
}
