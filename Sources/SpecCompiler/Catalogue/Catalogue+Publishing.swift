extension Catalogue {
  /// Families 8 and 9: who is asked, and which frames and prefixes libzmq looks at.
  static let publishing: [Explanation] = [
    Explanation(
      "ZS0813", "Security needs tcp or ipc",
      """
      `plain` and `curve` are part of the handshake of tcp and ipc. inproc has none: whoever is in the program may connect, whatever
      the socket says.

      Source: man zmq_plain, zmq_curve; libzmq `ctx.cpp`, where inproc sockets are joined without a mechanism.
      """,
      wrong: .demo(
        processes:
          "Main: { sockets: { server: { type: PUSH, security: curve }, jobs: { type: PULL, security: curve, bind: \"inproc://jobs\" } } }",
        messages: "ping: {}",
        steps: "- Main.server -> Main.jobs: ping"),
      right: .demo(
        processes:
          "Main: { sockets: { server: { type: PUSH, security: curve }, jobs: { type: PULL, security: curve, bind: \"ipc:///tmp/jobs\" } } }",
        messages: "ping: {}",
        steps: "- Main.server -> Main.jobs: ping")),
    Explanation(
      "ZS0814", "What binds the ZAP endpoint answers",
      """
      At `inproc://zeromq.zap.01` libzmq asks, as a REQ, about every peer that wants to connect to a socket with `plain` or
      `curve`. Only a REP or a ROUTER can answer; where nobody does, nobody is let in.

      Source: RFC 27.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "inproc://zeromq.zap.01" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "inproc://zeromq.zap.01" } } }
          """)),
    Explanation(
      "ZS0904", "A prefix catches only what is meant",
      """
      A subscription is compared byte by byte with the first frame, not word by word: `log` also catches `login`. What no chain
      delivers is then received all the same, counted as out of turn, and dropped. End topics with a mark that no word has in
      it (`log.`), or write the chain that delivers the message.

      Source: RFC 29; man zmq_setsockopt, ZMQ_SUBSCRIBE.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { news: { type: SUB, subscribe: log } } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555" } } }
          Other: { sockets: { news: { type: SUB, connect: Server.news } } }
          """,
        messages: """
          ping: {}
          pong: {}
          """,
        steps: """
          - Server -> Client: ping
            topic: log
          - Server -> Other: pong
            topic: login
          """),
      right: .demo(
        processes: """
          Client: { sockets: { news: { type: SUB, subscribe: log. } } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555" } } }
          Other: { sockets: { news: { type: SUB, connect: Server.news } } }
          """,
        messages: """
          ping: {}
          pong: {}
          """,
        steps: """
          - Server -> Client: ping
            topic: log.
          - Server -> Other: pong
            topic: login.
          """)),
    Explanation(
      "ZS0908", "Each prefix under `subscribe` adds something",
      """
      A prefix catches every message whose first frame begins with it, and a message that several prefixes match comes once. So
      one that stands twice, or begins with a shorter one of the list, has no effect; `""` catches everything. Mostly it is the
      shorter one that is not meant.

      Source: man zmq_setsockopt, ZMQ_SUBSCRIBE.
      """,
      wrong: subscribed("[ \"log.\", \"log.disk\" ]"), right: subscribed("[ \"log.\" ]")),
    Explanation(
      "ZS0905", "What an XSUB sends upstream is no subscription by accident",
      """
      An XPUB takes every frame that begins with 0x00 or 0x01 for a subscription, at any place of a message. If it repeats one that
      is known already, the frame vanishes together with the mark that the message ends, and the next message is glued to this
      one. Texts and JSON never begin so; integers and bytes may. A message of one frame that always begins with one
      of the two is a subscription on purpose.

      Source: RFC 29, XSUB; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: XSUB } }
          Server: { sockets: { clients: { type: XPUB, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "sample: [ text: $type, $args... ]",
        messages: """
          ping: {}
          pong: { layout: sample, args: { value: uint16 } }
          """,
        steps: """
          - Server -> Client: ping
          - Client -> Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: XSUB } }
          Server: { sockets: { clients: { type: XPUB, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "sample: [ text: $type, json: $args ]",
        messages: """
          ping: {}
          pong: { layout: sample, args: { value: uint16 } }
          """,
        steps: """
          - Server -> Client: ping
          - Client -> Server: pong
          """)),
    Explanation(
      "ZS0906", "`conflate` is for messages of one frame",
      """
      With `conflate` libzmq keeps the last *frame*: of `['load', '7']` a PULL receives `['7']`, and a SUB nothing at all. A topic or a
      delimiter in front makes a second frame.

      Source: man zmq_setsockopt, ZMQ_CONFLATE, "does not support multi-part messages"; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { news: { type: SUB, options: { conflate: true } } } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555", topic: load } } }
          """,
        messages: "ping: {}",
        steps: "- Server -> Client: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { news: { type: SUB, options: { conflate: true } } } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Server -> Client: ping")),
    Explanation(
      "ZS0907", "`invert_matching` stands at both ends",
      """
      The option turns the filter round: messages go to those that have not subscribed to them. Publisher and SUB both filter; with
      the option at one end only, the other throws away whatever comes through. An XSUB does not filter.

      Source: man zmq_setsockopt, ZMQ_INVERT_MATCHING.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { news: SUB } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555", options: { invert_matching: true } } } }
          """,
        messages: "ping: {}",
        steps: "- Server -> Client: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { news: { type: SUB, options: { invert_matching: true } } } }
          Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555", options: { invert_matching: true } } } }
          """,
        messages: "ping: {}",
        steps: "- Server -> Client: ping")),
  ]

  private static func subscribed(_ prefixes: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { news: { type: SUB, subscribe: \(prefixes) } } }
        Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555", topic: log.disk } } }
        """,
      messages: "ping: {}",
      steps: "- Server -> Client: ping")
  }
}
