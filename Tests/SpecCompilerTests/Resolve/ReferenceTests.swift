import Testing

/// Names that are not declared.
@Suite struct ReferenceTests {
  @Test func `processes, sockets, messages`() {
    #expect(
      Found.all(Sample.steps("A -> Bb: m", "A.q -> B: mm", "A <- B: r\n        final: Aa")) == [
        """
        10:14-10:16 ZS1001 no process is called 'Bb'
          help: did you mean 'B'? declared are 'A' and 'B'
        """,
        """
        11:11-11:12 ZS1002 'A' has no socket 'q'
          help: it has 'a'
          note 4:3-4:4: 'A' is declared here
        """,
        """
        11:19-11:21 ZS1003 no message is called 'mm'
          help: did you mean 'm'? declared are 'm' and 'r'
        """,
        """
        13:16-13:18 ZS1001 no process is called 'Aa'
          help: did you mean 'A'? declared are 'A' and 'B'
        """,
      ])
  }

  @Test func `behind otherwise`() {
    let text = Sample.pair.replacing("type: REP", with: "type: REP, otherwise: Drop")
    #expect(
      Found.all(text) == [
        """
        5:46-5:50 ZS1003 no message is called 'Drop'
          help: did you mean 'drop'? write one of 'drop', 'handle', 'm' and 'r'
        """
      ])
  }

  @Test func `behind connect`() {
    let text = Sample.pair.replacing("{ a: REQ }", with: "{ a: { type: REQ, connect: [ C.x, B.x, A.a ] } }")
    #expect(
      Found.all(text) == [
        """
        4:46-4:47 ZS1001 no process is called 'C'
          help: declared are 'A' and 'B'
        """,
        """
        4:53-4:54 ZS1002 'B' has no socket 'x'
          help: it has 'b'
          note 5:3-5:4: 'B' is declared here
        """,
        """
        4:56-4:59 ZS0852 'A.a' binds no endpoint to connect to
          help: write `bind` at that socket, or connect that one to this one
          note 4:19-4:20: 'a' is declared here
        """,
      ])
  }

  @Test func `nothing is declared`() {
    #expect(
      Found.all("zmqspec: 1\nprotocol: t\nprocesses: {}\nchains: { c: { steps: [ { A -> B: m } ] } }\n") == [
        "4:27-4:28 ZS1001 no process is called 'A'\n  help: declare it under `processes`",
        "4:32-4:33 ZS1001 no process is called 'B'\n  help: declare it under `processes`",
        "4:35-4:36 ZS1003 no message is called 'm'\n  help: declare it under `messages`: `m: {}`",
      ])
  }

  @Test func `what was refused where it is declared is not reported where it is used`() {
    let steps = "chains: { c: { steps: [ { A -> B: m }, { A <- B: r } ] } }\n"
    #expect(Found.codes("zmqspec: 1\nprotocol: t\nprocesses: []\nmessages: { m: {}, r: {} }\n" + steps) == ["ZS0022"])
    #expect(Found.codes("zmqspec: 1\nprotocol: t\nmessages: { m: {}, r: {} }\n" + steps) == ["ZS0021"])
    #expect(
      Found.codes(Sample.steps("A -> B: m", "A <- B: r").replacing("messages: { m: {}, r: {} }", with: "messages: 5"))
        == ["ZS0022"])
    #expect(Found.codes(Sample.steps("A -> B: m", "A <- B: r").replacing("REQ", with: "RQE")) == ["ZS0026"])
    #expect(Found.codes(Sample.steps("A.a -> B: m", "A <- B: r").replacing("REQ", with: "RQE")) == ["ZS0026"])
    #expect(
      Found.codes(Sample.steps("A -> B: m", "A <- B: r").replacing("A: { sockets", with: "A: { sokets")) == ["ZS0020"])
    #expect(
      Found.codes("zmqspec: 1\nprotocol: t\nprocesses: {}\ntypes: []\nmessages: { m: { args: { a: T } } }\n")
        == ["ZS0022"])
  }

  @Test func `everything is found at once`() {
    let text = """
      zmqspec: 1
      protocol: t
      colour: red
      processes:
        A: { sockets: { a: REK } }
        B: { sockets: { b: { type: REP, bind: "tcp://{" } } }
      messages: { m: { args: { x: flaot } }, r: {} }
      chains:
        c:
          steps:
            - A -> B: n
            - A -> C: m
            - A <- B: r
              within: 2

      """
    #expect(
      Found.codes(text) == ["ZS0020", "ZS0026", "ZS0801", "ZS1004", "ZS1003", "ZS1001", "ZS0027"])
  }
}
