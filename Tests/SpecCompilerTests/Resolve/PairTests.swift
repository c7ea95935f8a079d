import SpecCompiler
import SpecModel
import Testing

/// Which sockets a step means.
@Suite struct PairTests {
  /// A file with some processes and one chain.
  private func file(_ processes: [String], _ steps: String...) -> String {
    "zmqspec: 1\nprotocol: t\nprocesses:\n" + processes.map { "  \($0)\n" }.joined()
      + "messages: { m: {}, r: {} }\nchains:\n  c:\n    steps:\n" + steps.map { "      - \($0)\n" }.joined()
  }

  /// `A.x -> B.y`, for each step; nil where the file has findings of resolving.
  private func pairs(_ text: String) throws -> [String] {
    let spec = try Resolved.spec(text)
    func name(_ id: SocketID) -> String { "\(spec[id.process].name).\(spec[id].name)" }
    return spec.chains[0].steps.map { step in
      "\(name(step.sender)) -> \(step.receivers.map(name).joined(separator: ", "))"
    }
  }

  @Test func `the only pair whose types fit`() throws {
    let processes = [
      "A: { sockets: { p: PUSH, q: REQ, s: SUB } }",
      "B: { sockets: { u: PUB, v: { type: REP, bind: \"tcp://*:1\" }, w: PULL } }",
    ]
    #expect(
      try pairs(file(processes, "A.p -> B: m", "A.q -> B: m", "B -> A: r")) == [
        "A.p -> B.w", "A.q -> B.v", "B.u -> A.s",
      ])
    #expect(
      Found.all(file(processes, "A -> B: m"))[0] == """
        10:9-10:15 ZS0102 several pairs of sockets can carry 'm': `A.p -> B.w` and `A.q -> B.v`
          help: name the sockets, for example `A.p -> B.w`
        """)
  }

  @Test func `no pair fits`() {
    #expect(
      Found.all(
        file(["A: { sockets: { p: PUSH, q: PUSH } }", "B: { sockets: { s: SUB } }", "C: {}"], "A -> B: m", "B -> C: m"))
        == [
          """
          11:9-11:15 ZS0101 no pair of sockets can carry 'm' from 'A' to 'B': 'A' has 'p' (PUSH) and 'q' (PUSH), 'B' has \
          's' (SUB)
            help: give the two processes sockets that talk to each other, such as REQ and REP, PUSH and PULL, or PUB and SUB
            note 4:3-4:4: 'A' is declared here
            note 5:3-5:4: 'B' is declared here
          """,
          """
          12:9-12:15 ZS0101 no pair of sockets can carry 'm' from 'B' to 'C': 'B' has 's' (SUB), 'C' has no sockets
            help: give the two processes sockets that talk to each other, such as REQ and REP, PUSH and PULL, or PUB and SUB
            note 5:3-5:4: 'B' is declared here
            note 6:3-6:4: 'C' is declared here
          """,
        ])
  }

  @Test func `one socket on each side is the pair, and the rules tell what is wrong with it`() {
    let codes = Found.codes(file(["A: { sockets: { s: SUB } }", "B: { sockets: { p: PUB } }"], "A -> B: m"))
    #expect(!codes.contains("ZS0101"))
    #expect(codes.contains { $0.hasPrefix("ZS01") })
  }

  @Test func `a connect decides`() throws {
    let processes = [
      "A: { sockets: { d: { type: DEALER, connect: B.two } } }",
      "B: { sockets: { one: { type: ROUTER, bind: \"tcp://*:1\" }, two: { type: ROUTER, bind: \"tcp://*:2\" } } }",
    ]
    #expect(try pairs(file(processes, "A -> B: m", "B -> A: r")) == ["A.d -> B.two", "B.two -> A.d"])
  }

  @Test func `who can speak first decides`() throws {
    let processes = [
      "A: { sockets: { r: REP, d: DEALER } }",
      "B: { sockets: { q: { type: REQ, bind: \"tcp://*:1\" }, s: { type: ROUTER, bind: \"tcp://*:2\" } } }",
    ]
    #expect(try pairs(file(processes, "A -> B: m")) == ["A.d -> B.s"])
  }

  @Test func `several receivers hear one socket`() throws {
    let processes = [
      "Station: { sockets: { p: { type: PUB, bind: \"tcp://*:1\" }, q: PUSH } }", "Display: { sockets: { s: SUB } }",
      "Logger: { sockets: { s: SUB, t: PULL } }",
    ]
    #expect(
      try pairs(file(processes, "Station -> Display, Logger: m", "{ \"Station -> Display, Logger.s\": m }")) == [
        "Station.p -> Display.s, Logger.s", "Station.p -> Display.s, Logger.s",
      ])
    #expect(
      Found.all(
        file(
          ["A: { sockets: { d: DEALER } }", "B: { sockets: { r: ROUTER } }", "C: { sockets: { r: ROUTER } }"],
          "A -> B, C: m"))
        == [
          """
          11:9-11:18 ZS0151 a DEALER sends a message to one receiver, found 2
            help: write one step for each receiver, or send it from a PUB
          """
        ])
  }

  @Test func `a process of which there are many may talk to itself`() throws {
    let many =
      "A: { count: many, routing_id: \"a-{n}\", sockets: { r: { type: ROUTER, bind: \"tcp://*:{p}\" }, s: SUB } }"
    #expect(try pairs(file([many], "A -> A: m")) == ["A.r -> A.r"])
    #expect(Found.codes(file([many.replacing("many", with: "one")], "A -> A: m")).contains("ZS0101"))
  }

  @Test func `a thousand sockets on each side must be named, and quickly`() {
    let side = { (type: String) in (0..<1000).map { "s\($0): \(type)" }.joined(separator: ", ") }
    let text =
      file(["A: { sockets: { \(side("DEALER")) } }", "B: { sockets: { \(side("ROUTER")) } }"])
      + String(
        repeating: "      - A -> B: m\n", count: 200)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(Set(Found.codes(text)) == ["ZS0102"])
    #expect(clock.now - start < .seconds(20))
  }
}
