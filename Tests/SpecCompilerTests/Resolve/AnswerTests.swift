import SpecModel
import Testing

/// Which request a reply answers.
@Suite struct AnswerTests {
  /// The answered step of each step.
  private func answers(_ text: String) throws -> [Int?] { try Resolved.spec(text).chains[0].steps.map(\.answers) }

  @Test func `the one open request`() throws {
    #expect(try answers(Sample.steps("A -> B: m", "A <- B: r", "A -> B: m", "A.a <- B.b: r")) == [nil, 0, nil, 2])
    let spec = try Resolved.spec(Sample.steps("A -> B: m", "A <- B: r"))
    let reply = spec.chains[0].steps[1]
    #expect(reply.sender == SocketID(ProcessID(1), 0))
    #expect(reply.receivers == [SocketID(ProcessID(0), 0)])
    #expect(reply.number == 2)
  }

  @Test func `nothing is open: before the request, or after its reply`() {
    #expect(
      Found.all(Sample.steps("A <- B: r")) == [
        """
        10:9-10:15 ZS0401 'B' has nothing to answer: no message from 'A' is open here
          help: write the request `A -> B: …` before it, or `B -> A: r` if it answers nothing
        """
      ])
    #expect(
      Found.lines(Sample.steps("A -> B: m", "A <- B: r", "A <- B: r")).map { $0.prefix(17) } == ["12:9-12:15 ZS0401"])
    #expect(Found.lines(Sample.steps("A -> B: m", "B <- A: r")).map { $0.prefix(17) } == ["11:9-11:15 ZS0401"])
  }

  @Test func `several are open, and one is named`() throws {
    #expect(
      Found.all(Sample.steps("A -> B: m", "A -> B: m", "A <- B: r")) == [
        """
        12:9-12:15 ZS0451 'r' could answer 'm' or 'm'
          help: write beside it which: `answers: m`
          note 10:9-10:15: 'm' is sent here and not yet answered
          note 11:9-11:15: 'm' is sent here and not yet answered
        """
      ])
    let named = Sample.steps("A -> B: m", "A -> B: r", "{ A <- B: r, answers: r }", "{ A <- B: r, answers: m }")
    #expect(try answers(named) == [nil, nil, 1, 0])
    #expect(
      Found.lines(Sample.steps("A -> B: m", "{ A <- B: r, answers: r }")) == [
        "11:31-11:32 ZS0401 'B' has no 'r' from 'A' to answer here"
      ])
  }

  @Test func `the sockets tell which, and what cannot be answered does not count`() throws {
    let two = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { q: REQ, d: DEALER, p: PUSH } }
        B: { sockets: { r: { type: REP, bind: "tcp://*:1" }, s: { type: ROUTER, bind: "tcp://*:2" }, l: PULL } }
      messages: { m: {}, r: {} }
      chains:
        c:
          steps:
            - A.q -> B.r: m
            - A.p -> B.l: m
            - A.d -> B.s: m
            - A.d <- B: r
            - A <- B: r

      """
    #expect(try answers(two) == [nil, nil, nil, 2, 0])
  }

  @Test func `a request that is lost has no answer`() throws {
    #expect(
      try answers(Sample.steps("{ A -> B: m, lost: true }", "pause: 2s", "A -> B: m", "A <- B: r")) == [nil, nil, 1])
    #expect(
      Found.lines(Sample.steps("{ A -> B: m, lost: true }", "A <- B: r")).map { $0.prefix(17) } == ["11:9-11:15 ZS0401"]
    )
  }

  @Test func `behind a step that was refused, a reply without a request is not reported`() {
    #expect(Found.codes(Sample.steps("A -> B: nothing", "A <- B: r")) == ["ZS1003"])
    #expect(Found.codes(Sample.steps("A -> B -> A: m", "A <- B: r")) == ["ZS0152"])
  }
}
