import SpecModel
import Testing

/// Groups: what is open in them and behind them, streams, and the numbers of steps.
@Suite struct GroupTests {
  /// A DEALER process `A`, a ROUTER process `B`, the messages `m` and `r`.
  private func chain(_ steps: String) throws -> ChainSpec {
    let head = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { a: DEALER } }
        B: { sockets: { b: { type: ROUTER, bind: "tcp://*:5555" } } }
      messages: { m: {}, r: {}, last: {} }
      chains:
        c:
          steps:

      """
    let indented = steps.split(separator: "\n").map { "      \($0)\n" }.joined()
    return try Resolved.spec(head + indented).chains[0]
  }

  @Test func `alternatives, each answering; numbers go through`() throws {
    let chain = try chain(
      """
      - A -> B: m
      - alt it works:
          - A <- B: r
        else it does not:
          - note: The work is lost.
          - A <- B: last
        else nobody is there:
          - pause: 2.5s
          - A -> B: m
            lost: true
      """)
    #expect(chain.steps.map(\.number) == [1, 2, 3, 4])
    #expect(chain.steps.map(\.answers) == [nil, 0, 0, nil])
    #expect(chain.steps.map(\.isLost) == [false, false, false, true])
    #expect(chain.items.count == 2)
    guard case .group(let group) = chain.items[1] else { throw Unexpected() }
    #expect(group.kind == .alt)
    #expect(group.branches.map(\.condition) == ["it works", "it does not", "nobody is there"])
    #expect(group.branches.map(\.items.count) == [1, 2, 2])
    guard case .pause(let pause) = group.branches[2].items[0] else { throw Unexpected() }
    #expect(pause.microseconds == 2_500_000)
  }

  @Test func `a request that one branch answers may be answered behind the group`() throws {
    let chain = try chain(
      """
      - A -> B: m
      - opt it is quick:
          - A <- B: r
      - A <- B: last
      """)
    #expect(chain.steps.map(\.answers) == [nil, 0, 0])
  }

  @Test func `what every branch of par answers is answered behind it`() {
    let text = Sample.steps(
      "A -> B: m", "par:\n          - [ { A <- B: r } ]\n          - [ { A -> B: m } ]", "A <- B: r")
    // The second request is the only one that is left.
    #expect(Found.codes(text).filter { $0 == "ZS0401" || $0 == "ZS0451" } == [])
  }

  @Test func `a reply in a loop is an element of a stream, and the one behind the loop the last`() throws {
    let chain = try chain(
      """
      - A -> B: m
      - loop for each part:
          - A <- B: r
          - opt the client asks back:
              - A -> B: m
              - A <- B: r
                answers: m
      - A <- B: last
      """)
    #expect(chain.steps.map(\.isStreamElement) == [false, true, false, false, false])
    #expect(chain.steps.last?.answers == 0)
  }

  @Test func `who breaks out of a loop is outside of it`() throws {
    let chain = try chain(
      """
      - A -> B: m
      - loop:
          - A <- B: r
          - break at the end:
              - A <- B: last
      """)
    #expect(chain.steps.map(\.isStreamElement) == [false, true, false])
  }

  @Test(arguments: [
    ("alt: []", "ZS0042"), ("alt", "ZS0045"), ("loop: text", "ZS0022"), ("else x: [ { A -> B: m } ]", "ZS0045"),
    ("par: [ [ { A -> B: m } ] ]", "ZS0045"), ("par: [ { A -> B: m }, { A -> B: m } ]", "ZS0022"),
    ("{ opt x: [ { A -> B: m } ], loop y: [ { A -> B: m } ] }", "ZS0045"),
    ("{ opt x: [ { A -> B: m } ], within: 2s }", "ZS0045"), ("{ note: a, pause: 2s }", "ZS0032"),
    ("pause: long", "ZS0027"), ("note: ''", "ZS0042"), ("C: work()", "ZS1001"),
  ])
  func `what is wrong with a group`(item: String, code: String) {
    #expect(Found.codes(Sample.steps("A -> B: m", item, "A <- B: r")).first == code)
  }

  private struct Unexpected: Error {}
}
