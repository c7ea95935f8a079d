extension Catalogue {
  /// Family 4: what is sent by itself, and who is listened for.
  static let presence: [Explanation] = [
    Explanation(
      "ZS0412", "`silence` is told of one peer",
      """
      A ROUTER knows its peers by their routing ids, so it can tell which of them is silent. Every other socket hears all its peers
      as one: with several, nobody is silent as long as one of them talks. A PUB or PUSH hears nothing at all, and a REQ only replies,
      for which `within` says how long it waits.
      """,
      wrong: .demo(
        processes: """
          Client: { count: many, sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555", silence: 3s } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            every: 1s
          """),
      right: .demo(
        processes: """
          Client: { count: many, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555", silence: 3s } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            every: 1s
          """)),
    Explanation(
      "ZS0413", "`silence` lasts longer than what is heard regularly",
      """
      Whoever says something `every` so often is taken for silent when `silence` is as short as that. Leave room for one message
      that is late or lost: three times the interval is usual.

      Source: RFC 7, "Heartbeating"; zguide, chapter 4.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555", silence: 3s } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            every: 5s
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555", silence: 3s } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            every: 1s
          """)),
  ]
}
