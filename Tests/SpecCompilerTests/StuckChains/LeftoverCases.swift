// Messages that nobody takes: dealt away, late, left behind.

extension StuckChainTests {
  /// What a worker needs before it can go on is dealt to several.
  private static func pushed(_ type: String, _ receiver: String) -> String {
    """
    Source: { sockets: { parts: { type: \(type), bind: "tcp://127.0.0.1:5555" } } }
    Worker: { count: many, sockets: { parts: \(receiver), results: PUSH } }
    Sink: { sockets: { results: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
    """
  }

  private static let halves = "- Source -> Worker: left\n- Source -> Worker: right\n- Worker -> Sink: whole"

  static let splits = [
    Case("two halves go to two workers", pushed("PUSH", "PULL"), "left right whole", halves, "ZS0702"),
    Case("both are published to all", pushed("PUB", "SUB"), "left right whole", halves),
    Case("a ROUTER names the worker of both", pushed("ROUTER", "DEALER"), "left right whole", halves),
    Case(
      "nothing comes of them", pushed("PUSH", "PULL"), "left right",
      "- Source -> Worker: left\n- Source -> Worker: right"),
    Case(
      "each is worked on by itself", pushed("PUSH", "PULL"), "left right whole",
      "- Source -> Worker: left\n- Worker -> Sink: whole\n- Source -> Worker: right\n- Worker -> Sink: whole"),
    Case(
      "one or the other comes", pushed("PUSH", "PULL"), "left right whole",
      "- alt:\n    - Source -> Worker: left\n  else:\n    - Source -> Worker: right\n- Worker -> Sink: whole"),
  ]

  // MARK: Late, and left behind

  private static let retrying = """
    - loop:
        - Client -> Server: ask
        - alt it comes in time:
            - Client <- Server: answer
          else it does not:
            - pause: 2s
    """

  static let late = [
    Case("a socket that only asks is renewed", pair("DEALER"), "ask answer", retrying),
    Case(
      "one that binds is not",
      """
      Client: { sockets: { server: { type: DEALER, bind: "tcp://127.0.0.1:5555" } } }
      Server: { sockets: { clients: { type: ROUTER, connect: Client.server } } }
      """, "ask answer", retrying, "ZS0708"),
    Case(
      "nor is one that is told other things", pair("DEALER"), "news ask answer",
      "- Server -> Client: news\n" + retrying, "ZS0708"),
    Case(
      "a deadline is enough, when the chain runs again", pair("DEALER"), "news ask answer",
      "- Client -> Server: ask\n- Client <- Server: answer\n  within: 1s\n- Server -> Client: news", "ZS0708"),
    Case(
      "what answers a heartbeat is a sign of life", pair("DEALER"), "news ask answer",
      "- Client -> Server: ask\n  every: 1s\n- Client <- Server: answer\n  within: 3s\n- Server -> Client: news"),
    Case(
      "a message without fields that is no reply", pair("DEALER"), "ask answer",
      retrying.replacing("<- Server", with: "<~ Server").replacing("Client <~ Server", with: "Server -> Client"),
      "ZS0708"),
    Case(
      "another message is expected next", pair("DEALER"), "ask answer sorry",
      """
      - Client -> Server: ask
      - alt it comes in time:
          - Server -> Client: answer
        else it does not:
          - pause: 2s
          - Server -> Client: sorry
      """),
    Case(
      "it was the question that got lost", pair("DEALER"), "news ask answer",
      """
      - Server -> Client: news
        every: 1s
      - alt:
          - Client -> Server: ask
          - Client <- Server: answer
        else:
          - Client -> Server: ask
            lost: true
          - pause: 1s
          - Client -> Server: ask
          - Client <- Server: answer
      """),
  ]

  private static let sampling = """
    Sensor: { sockets: { logger: PUSH, orders: { type: PULL, bind: "tcp://127.0.0.1:5556", silence: 9s } } }
    Logger: { sockets: { samples: { type: PULL, bind: "tcp://127.0.0.1:5555" }, sensor: PUSH } }
    """

  private static func stopped(_ word: String, _ rest: String) -> String {
    let branch = word.isEmpty ? "[ { Logger -> Sensor: stop } ]" : "[ { \(word): [ { Logger -> Sensor: stop } ] } ]"
    return """
      - par:
          - [ { loop: [ { Sensor -> Logger: sample } ] } ]
          - \(branch)
      """ + rest
  }

  static let left = [
    Case(
      "a sample is under way when its receiver breaks", sampling, "sample stop summary",
      stopped("break", "\n- Sensor -> Logger: summary"), "ZS0709"),
    Case(
      "the next run meets it", sampling, "sample stop summary",
      "- Sensor -> Logger: summary\n" + stopped("break", ""), "ZS0709"),
    Case(
      "the sender ends its loop itself", sampling, "sample stop summary",
      stopped("", "\n- Sensor -> Logger: summary")),
    Case("nothing else is expected", sampling, "sample stop", stopped("break", "")),
    Case(
      "the one who breaks has received what came before", pair("DEALER"), "sample stop summary",
      """
      - loop:
          - Client -> Server: sample
          - break:
              - Client -> Server: stop
      - Client -> Server: summary
      """),
  ]
}
