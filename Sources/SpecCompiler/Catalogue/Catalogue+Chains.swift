extension Catalogue {
  /// Groups, proxies and replies of chains, as far as parsing and resolving look at them.
  static let chains: [Explanation] = [
    Explanation(
      "ZS0045", "A group has the form of its kind",
      """
      `alt` has one or more `else` in line with it, without a hyphen of their own; `opt`, `loop` and `break` have one list
      of steps; `par` has a list of lists, one for each of the things that happen at the same time.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
          - opt the client waits:
              - Client <- Server: pong
            else it does not:
              - note: Nothing is sent.
          """),
      right: answered(
        """
        - alt there is room:
            - Client <- Server: pong
          else there is none:
            - Client <- Server: full
        """)),
    Explanation(
      "ZS0049", "A proxy joins two sockets of its process",
      """
      `clients <-> workers`: what one receives the other sends, as it is (zmq_proxy).
      """,
      wrong: brokered(proxies: "[ clients -> workers ]"), right: brokered(proxies: "[ clients <-> workers ]")),
    Explanation(
      "ZS0152", "A message passes through a process by one of its proxies",
      """
      `Client -> Broker -> Worker: m` is one message that arrives as it was sent, less or more its envelope. Where the
      process in the middle has a program that decides what to send, these are two messages: `Client -> Broker: m`, then
      `Broker -> Worker: n`.
      """,
      wrong: brokered(proxies: nil), right: brokered(proxies: "[ clients <-> workers ]")),
    Explanation(
      "ZS0451", "A reply answers one request",
      """
      Where several requests are open between two sockets, `answers` names the one that is meant; of several with the same
      message it is the first. With REQ and REP there is only ever one.
      """,
      wrong: asynchronous(
        """
        - Client -> Server: ready
        - Client -> Server: ask
        - Client <- Server: answer
        """),
      right: asynchronous(
        """
        - Client -> Server: ready
        - Client -> Server: ask
        - Client <- Server: answer
          answers: ask
        """)),
  ]

  private static func answered(_ steps: String) -> ExampleFile {
    .demo(
      messages: """
        ping: {}
        pong: {}
        full: {}
        """,
      steps: "- Client -> Server: ping\n" + steps)
  }

  private static func brokered(proxies: String?) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: { type: REQ, connect: Broker.clients } } }
        Broker:
          sockets:
            clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
            workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
        """ + (proxies.map { "\n  proxies: \($0)" } ?? "") + """

          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
      steps: """
        - Client -> Broker -> Worker: ping
        - Client <- Broker <- Worker: pong
        """)
  }

  private static func asynchronous(_ steps: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: DEALER } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
        """,
      messages: """
        ready: {}
        ask: {}
        answer: {}
        """,
      steps: steps)
  }
}
