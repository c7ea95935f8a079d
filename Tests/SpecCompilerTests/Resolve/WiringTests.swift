import SpecModel
import Testing

/// Peers, connects, delimiters and subscriptions, where they follow from the chains.
@Suite struct WiringTests {
  private func spec(_ processes: [String], _ steps: String...) throws -> ProtocolSpec {
    try Resolved.spec(
      "zmqspec: 1\nprotocol: t\nprocesses:\n" + processes.map { "  \($0)\n" }.joined()
        + "messages: { m: {}, r: {} }\nchains:\n  c:\n    steps:\n" + steps.map { "      - \($0)\n" }.joined())
  }

  private func delimiters(_ a: String, _ b: String) throws -> [Bool] {
    let spec = try spec(["A: { sockets: { a: \(a) } }", "B: { sockets: { b: \(b) } }"], "A -> B: m")
    return spec.socketIDs.map { spec[$0].delimiter }
  }

  @Test func `a delimiter where REQ or REP takes part`() throws {
    #expect(try delimiters("REQ", "REP") == [false, false])
    #expect(try delimiters("REQ", "ROUTER") == [false, true])
    #expect(try delimiters("DEALER", "REP") == [true, false])
    #expect(try delimiters("PUSH", "PULL") == [false, false])
  }

  @Test func `between DEALERs and ROUTERs where one side writes it`() throws {
    #expect(try delimiters("DEALER", "ROUTER") == [false, false])
    #expect(try delimiters("{ type: DEALER, delimiter: true }", "ROUTER") == [true, true])
    #expect(try delimiters("DEALER", "{ type: ROUTER, delimiter: true }") == [true, true])
    #expect(try delimiters("{ type: DEALER, delimiter: true }", "DEALER") == [true, true])
  }

  @Test func `what is written stays`() throws {
    #expect(try delimiters("{ type: DEALER, delimiter: false }", "REP") == [false, false])
    #expect(try delimiters("{ type: DEALER, delimiter: false }", "{ type: ROUTER, delimiter: true }") == [false, true])
  }

  @Test func `a ROUTER that needs it for one peer has it for all, and so do they`() throws {
    let spec = try spec(
      ["A: { sockets: { q: REQ, d: DEALER } }", "B: { sockets: { r: { type: ROUTER, bind: \"tcp://*:1\" } } }"],
      "A.q -> B: m", "A.d -> B: m")
    #expect(spec.socketIDs.map { spec[$0].delimiter } == [false, true, true])
  }

  @Test func `peers from chains and from connect, each once`() throws {
    let spec = try spec(
      [
        "A: { sockets: { q: REQ } }", "B: { sockets: { r: { type: REP, bind: \"tcp://*:1\" } } }",
        "C: { sockets: { q: { type: REQ, connect: B.r } } }",
      ], "A -> B: m", "A <- B: r", "A -> B: m")
    let sockets = spec.socketIDs
    #expect(spec[sockets[0]].peers == [sockets[1]])
    #expect(spec[sockets[1]].peers == [sockets[2], sockets[0]])
    #expect(spec[sockets[2]].peers == [sockets[1]])
  }

  @Test func `with neither bind nor connect, a socket connects to the one bound socket that it reaches`() throws {
    let spec = try spec(
      [
        "A: { sockets: { q: REQ } }",
        "B: { sockets: { r: { type: REP, bind: [ \"tcp://*:{p}\", \"ipc:///tmp/b\" ] } } }",
      ],
      "A -> B: m")
    let bound = spec.socketIDs[1]
    #expect(spec[spec.socketIDs[0]].connect == [EndpointSpec(spec[bound].bind[0].address, boundBy: bound)])
    #expect(spec[bound].connect == [])
  }

  @Test func `Process.socket is the endpoint that it binds, written where it is named`() throws {
    let spec = try spec(
      [
        "A: { sockets: { q: { type: REQ, connect: [ B.r, \"tcp://other:2\" ] } } }",
        "B: { sockets: { r: { type: REP, bind: \"tcp://*:1\" } } }",
      ], "A -> B: m")
    let connect = spec[spec.socketIDs[0]].connect
    #expect(connect.map(\.address.text) == ["tcp://*:1", "tcp://other:2"])
    #expect(connect.map(\.bound) == [spec.socketIDs[1], nil])
    #expect(
      connect.map(\.address.range) == [
        SourceRange(line: 4, columns: 46..<49), SourceRange(line: 4, columns: 51..<66),
      ])
  }

  @Test func `several bound sockets are reached`() {
    let text = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { x: DEALER } }
        B: { sockets: { r: { type: ROUTER, bind: "tcp://*:2" }, s: { type: ROUTER, bind: "tcp://*:3" } } }
      messages: { m: {} }
      chains: { c: { steps: [ { A -> B.r: m }, { A -> B.s: m } ] } }

      """
    #expect(
      Found.all(text) == [
        """
        4:19-4:20 ZS0851 'x' has neither `bind` nor `connect`, and its chains reach several bound sockets: 'B.r' and 'B.s'
          help: write `connect: [ B.r, B.s ]`, or only those it shall connect to
          note 5:44-5:55: 'r' is bound here
          note 5:84-5:95: 's' is bound here
        """
      ])
  }

  @Test(
    arguments: [
      ("type: SUB", .prefixes(["weather.", ""])), ("type: XSUB", .prefixes(["weather.", ""])),
      ("type: SUB, subscribe: dynamic", .dynamic), ("type: SUB, subscribe: \"dynamic\"", .prefixes(["dynamic"])),
      ("type: SUB, subscribe: a", .prefixes(["a"])), ("type: SUB, subscribe: []", .prefixes([])),
      ("type: SUB, subscribe: [ a, b, a, '' ]", .prefixes(["a", "b", ""])),
    ] as [(String, SocketSpec.Subscription)])
  func `what a SUB subscribes to`(keys: String, subscription: SocketSpec.Subscription) throws {
    let spec = try spec(
      [
        "A: { sockets: { p: { type: PUB, bind: \"tcp://*:1\", topic: \"weather.{city}\" }, q: { type: PUB, bind: \"tcp://*:2\" } } }",
        "B: { sockets: { s: { \(keys), connect: [ A.p, A.q ] } } }",
      ], "A.p -> B: m", "{ A.p -> B: m, topic: \"weather.{country}\" }", "A.q -> B: m")
    #expect(spec[SocketID(ProcessID(1), 0)].subscription == subscription)
    #expect(spec[SocketID(ProcessID(0), 0)].subscription == nil)
    #expect(spec.chains[0].steps[1].topic?.placeholders == ["country"])
  }

  @Test func `only what is published has a topic`() {
    #expect(
      Found.all(Sample.steps("{ A -> B: m, topic: x }")) == [
        """
        10:29-10:30 ZS0039 `topic` means nothing on a message that a REQ sends
          help: remove it: only a PUB or an XPUB publishes under a topic
        """
      ])
  }

  @Test func `routing ids and the names that show them come from the process`() throws {
    let spec = try spec(
      [
        "PingProc: { routing_id: \"ping-{n}\", sockets: { a: REQ, b: { type: DEALER, routing_id: other, shown_as: b_id } } }",
        "B: { shown_as: b-b, sockets: { r: { type: ROUTER, bind: \"tcp://*:1\" } } }",
      ], "PingProc.a -> B: m", "PingProc.b -> B: m")
    #expect(spec.processes.map(\.shownAs) == ["ping_proc_id", "b-b"])
    #expect(spec.socketIDs.map { spec[$0].shownAs } == ["ping_proc_id", "b_id", "b-b"])
    #expect(spec.socketIDs.map { spec[$0].routingID?.text } == ["ping-{n}", "other", nil])
  }
}
