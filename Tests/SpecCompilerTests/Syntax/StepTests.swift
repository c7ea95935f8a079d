import Testing

/// Steps: arrows, messages, and what comes later.
@Suite struct StepTests {
  /// What is found in one step in line 10 whose chain is otherwise in order.
  private func found(_ step: String) -> [String] { Found.lines(Sample.steps(step)) }

  @Test(arguments: [
    ("A -> B", "10:9-10:15 ZS0032 the step 'A -> B' has no message"),
    ("A -> B:m", "10:9-10:17 ZS0032 the step 'A -> B:m' has no message"),
    ("A -> B:", "10:9-10:15 ZS0032 the step 'A -> B' has no message"),
    ("\"A -> B: m\"", "10:9-10:20 ZS0032 the step 'A -> B: m' is one text, because quotes stand round the whole of it"),
    ("A => B: m", "10:9-10:15 ZS0031 expected the arrow `->` or `<-`, found 'A => B'"),
    ("A --> B: m", "10:9-10:16 ZS0031 expected the arrow `->` or `<-`, found 'A --> B'"),
    ("A <-- B: m", "10:9-10:16 ZS0031 expected the arrow `->` or `<-`, found 'A <-- B'"),
    ("A <-> B: m", "10:9-10:16 ZS0031 expected the arrow `->` or `<-`, found 'A <-> B'"),
    ("A → B: m", "10:9-10:14 ZS0031 expected the arrow `->` or `<-`, found 'A → B'"),
    ("\"-> B\": m", "10:9-10:15 ZS0031 expected `Process` or `Process.socket` at this end of the arrow, found nothing"),
    ("A -> B,: m", "10:9-10:16 ZS0031 expected `Process` or `Process.socket` at this end of the arrow, found nothing"),
    (
      "A -> B.b.c: m",
      "10:14-10:19 ZS0031 expected `Process` or `Process.socket` at this end of the arrow, found 'B.b.c'"
    ),
    ("A, B -> B: m", "10:9-10:18 ZS0031 expected one process to the left of the arrow, found 2"),
    ("A <- B, A: m", "10:9-10:18 ZS0031 expected one process to the right of the arrow, found 2"),
    ("A -> B: [ m ]", "10:17-10:22 ZS0022 expected the message as a text, found a list"),
    ("A -> B: 5m", "10:17-10:18 ZS0023 '5m' cannot be the name of a message: it begins with `5`"),
    ("{ A -> B: m, B -> A: r }", "10:22-10:28 ZS0032 a step has one arrow, found a second"),
    ("{ A -> B, C: m }", "10:11-10:17 ZS0032 the step 'A -> B' has no message"),
    (
      "{ A -> B: m, within: 2s }",
      "10:22-10:28 ZS0044 `within` says how long a reply may take, found it on a step that is no reply"
    ),
    ("{ A -> B: m, witin: 2s }", "10:22-10:27 ZS0020 a step has no key `witin`"),
    ("{ A <- B: r, within: 2 }", "10:30-10:31 ZS0027 expected `within` as a time with its unit, found '2'"),
    ("{ within: 2s }", "10:9-10:23 ZS0032 expected an arrow between two processes, found none"),
    ("text", "10:9-10:13 ZS0022 expected a step, found 'text'"),
    ("[ a ]", "10:9-10:14 ZS0022 expected a step, found a list"),
    ("", "10:8-10:8 ZS0022 expected a step, found nothing"),
  ])
  func `what is wrong with a step`(step: String, finding: String) {
    // A step that cannot be read leaves its reply without a request, which is not reported too.
    #expect(found(step).first { !$0.contains("ZS0401") } == finding)
    #expect(found(step).allSatisfy { $0 == finding || $0.contains("ZS0401") })
  }

  @Test func `a comma in braces, a missing blank`() {
    #expect(
      Found.all(Sample.steps("{ A -> B, C: m }")) == [
        """
        10:11-10:17 ZS0032 the step 'A -> B' has no message
          help: in braces a comma ends the key: write several receivers in quotes, `{ "A -> B, C": message }`, or the step \
        without braces
        """
      ])
    #expect(
      Found.all(Sample.steps("A -> B:m")) == [
        """
        10:9-10:17 ZS0032 the step 'A -> B:m' has no message
          help: write a blank behind the colon: `A -> B: message`
        """
      ])
  }

  @Test func `work may stand in quotes, which it needs for a comma in brackets`() throws {
    let spec = try Resolved.spec(
      Sample.steps("A -> B: m", "B: draw(a, b)", "B: \"draw(a, b)\"", "{ B: 'draw(a, b)' }", "A <- B: r"))
    let work = spec.chains[0].items.compactMap { item -> String? in
      if case .work(let work) = item { work.text } else { nil }
    }
    #expect(work == ["draw(a, b)", "draw(a, b)", "draw(a, b)"])
  }

  @Test(arguments: [
    ("{ A <- B: r, every: 1s }", "ZS0044 `every` says how often a message is sent by itself, found it on a reply"),
    ("{ A -> B: m, answers: m }", "ZS0044 `answers` names the request of a reply, found it on a step that is no reply"),
    ("{ A -> B: m, lost: maybe }", "ZS0022 expected `lost` as `true` or `false`, found 'maybe'"),
    ("{ A -> B: m, hops: [] }", "ZS0044 expected 1 hop, found 0"),
    ("{ A -> B: m, hops: [ { on: x } ] }", "ZS0020 a hop has no key `on`"),
    ("{ A -> B: m, hops: [ {} ], in: [] }", "ZS0038 `in` and `hops` both say what the frames are"),
    ("{ A -> B -> A: m, in: [] }", "ZS0044 an arrow through a proxy has 2 hops, each with frames of its own"),
    ("A -> B <- A: m", "ZS0031 the arrows of a step point in one direction"),
    ("A -> B, A -> B: m", "ZS0031 expected one process between two arrows, found 2"),
  ])
  func `keys of steps, and arrows with several heads`(step: String, finding: String) {
    let findings = found(step).filter { !$0.contains("ZS0401") && !$0.contains("ZS0152") }
    #expect(findings.map { $0.drop { $0 != " " }.dropFirst() } == [finding[...]])
  }
}
