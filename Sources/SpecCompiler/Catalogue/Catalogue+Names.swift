extension Catalogue {
  /// Family 9: subscriptions match.
  static let topics: [Explanation] = [
    Explanation(
      "ZS0901", "A topic is made of fields of the message",
      """
      `topic: "weather.{city}"` puts the field `city` of each message into frame 0, where subscribers filter. So every
      message that is published under it needs that field, with a type whose text is unmistakable: a string, an integer,
      a truth value, a UUID or an enum.
      """,
      wrong: news(topic: "news.{section}", messages: "article: { args: { text: string } }"),
      right: news(topic: "news.{section}", messages: "article: { args: { section: string, text: string } }")),
    Explanation(
      "ZS0902", "A prefix that is subscribed to begins some topic",
      """
      A SUB receives a message when frame 0 begins with one of its prefixes, byte by byte. A prefix with which no topic of
      its publishers can begin is probably misspelt. It is a warning: a publisher outside this file may use it.

      Without a `topic`, frame 0 is the body itself, so that `["article"` picks one message.

      Source: RFC 29; man zmq_setsockopt, ZMQ_SUBSCRIBE.
      """,
      wrong: news(topic: "news.{section}", subscribe: "[ news.sports, new.weather ]"),
      right: news(topic: "news.{section}", subscribe: "[ news.sports, news.weather ]")),
    Explanation(
      "ZS0903", "What a chain delivers is subscribed to",
      """
      A chain says that a message reaches a SUB, and the SUB subscribes to nothing with which the message could begin:
      libzmq filters it out before it leaves the publisher. Leave `subscribe` out, and it follows from the chains.

      Source: RFC 29; man zmq_setsockopt, ZMQ_SUBSCRIBE.
      """,
      wrong: news(topic: "news.{section}", subscribe: "[ weather ]"), right: news(topic: "news.{section}")),
  ]

  private static func news(
    topic: String, subscribe: String? = nil, messages: String = "article: { args: { section: string } }"
  ) -> ExampleFile {
    let reader = subscribe.map { "{ type: SUB, subscribe: \($0) }" } ?? "SUB"
    return .demo(
      processes: """
        Paper: { sockets: { readers: { type: PUB, topic: "\(topic)", bind: "tcp://127.0.0.1:5555" } } }
        Reader: { sockets: { paper: \(reader) } }
        """,
      messages: messages, steps: "- Paper -> Reader: article")
  }

  /// Family 10: names work. (ZS1001 to ZS1006 are found while references are resolved.)
  static let names: [Explanation] =
    references + [
      Explanation(
        "ZS1007", "Names that differ here differ in Swift",
        """
        `play-list` and `play_list` are two names in a protocol file and one in Swift: `PlayList`. Processes, messages and
        types share one namespace, the generated `enum` of the protocol; sockets have that of their process, fields that
        of their message. A message may have another name in Swift than on the wire: see `wire`.
        """,
        wrong: .demo(
          messages: """
            ping: {}
            server: {}
            """,
          steps: """
            - Client -> Server: ping
            - Client <- Server: server
            """),
        right: .demo(
          messages: """
            ping: {}
            served: { wire: server }
            """,
          steps: """
            - Client -> Server: ping
            - Client <- Server: served
            """)),
      Explanation(
        "ZS1008", "Generated code keeps some names for itself",
        """
        Swift lets no type in another be called `Type`, `Protocol`, `Self` or `Any`, and by `Swift`, `ZMQWire` and `ZMQRuntime`
        generated code names the modules that it uses. Everything else may be declared: beside a message `error`, Swift's own
        `Error` is `Swift.Error` in the generated code. On the wire a message may have any name, see `wire`.
        """,
        wrong: .demo(
          messages: """
            ping: {}
            type: {}
            """,
          steps: """
            - Client -> Server: ping
            - Client <- Server: type
            """),
        right: .demo(
          messages: """
            ping: {}
            kind: { wire: type }
            """,
          steps: """
            - Client -> Server: ping
            - Client <- Server: kind
            """)),
      Explanation(
        "ZS1009", "What is declared is used",
        """
        A warning: a process, socket or message that no chain uses, a layout that no message has, or a type that
        no message contains, is a leftover or a chain that is still to be written.
        """,
        wrong: .demo(
          messages: """
            ping: {}
            pong: {}
            pang: {}
            """),
        right: .demo()),
      Explanation(
        "ZS1010", "The layout `list` has positional arguments only",
        """
        `["ping",5]` is the type and then one element for each positional argument; there is nowhere to put a keyword. The
        layouts `triple` and `object` have a place for them.
        """,
        wrong: .demo(
          top: "layout: list",
          messages: """
            ping: { kwargs: { count: int } }
            pong: {}
            """),
        right: .demo(
          top: "layout: list",
          messages: """
            ping: { args: { count: int } }
            pong: {}
            """)),
      Explanation(
        "ZS1011", "In the layout `object` the key `type` is taken",
        """
        `{"type":"ping","count":5}`: the member `type` tells which message it is, so no field may have that name.
        """,
        wrong: .demo(
          top: "layout: object",
          messages: """
            ping: { kwargs: { type: string } }
            pong: {}
            """),
        right: .demo(
          top: "layout: object",
          messages: """
            ping: { kwargs: { kind: string } }
            pong: {}
            """)),
      Explanation(
        "ZS1012", "Optional positional arguments come last",
        """
        As in a function call: who leaves one out leaves out all that follow. Keyword arguments may be optional in any
        order.
        """,
        wrong: .demo(
          messages: """
            ping: { args: { note: optional<string>, count: int } }
            pong: {}
            """),
        right: .demo(
          messages: """
            ping: { args: { count: int, note: optional<string> } }
            pong: {}
            """)),
      Explanation(
        "ZS1013", "The message under `otherwise` can be made from a reason alone",
        """
        When a message is malformed, unknown or out of turn, the runtime answers by itself; nobody is there to supply
        values. So each field of the answer has a default or is optional, or is a string called `reason`: that one gets
        the reason.
        """,
        wrong: refusing("{ args: { code: int, reason: string } }"),
        right: refusing("{ args: { code: int = 400, reason: string } }")),
      Explanation(
        "ZS1014", "The message under `otherwise` can be sent back",
        """
        It goes to the one whose message was bad. SUB and PULL never send, XPUB and XSUB cannot answer one peer, and what
        a REQ sends next is a new request.

        Source: RFC 28, 29 and 30.
        """,
        wrong: pulling(otherwise: "refused"), right: pulling(otherwise: "handle")),
      Explanation(
        "ZS1023", "The message under `otherwise` is no request of its own socket",
        """
        It goes back as the answer to what was refused. A message that the same socket is asked with, and answers, is none: whoever gets
        it would have to take its own question for the answer to it. What nobody answers, such as *disconnect* in
        Majordomo's protocol, may be said by both sides.
        """,
        wrong: asking(otherwise: "ping"), right: asking(otherwise: "refused")),
      Explanation(
        "ZS1021", "The message under `every` can be sent by itself",
        """
        The runtime sends it again and again, and no line of the program is run for it. So each of its fields has a default
        or is optional; and its socket is no REQ, which may send only when its last request has been answered.
        """,
        wrong: beating("{ args: { load: float } }"), right: beating("{ args: { load: float = 0.0 } }")),
    ]

  private static func asking(otherwise: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: REQ } }
        Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555", otherwise: \(otherwise) } } }
        """,
      messages: """
        ping: {}
        pong: {}\(otherwise == "ping" ? "" : "\n\(otherwise): {}")
        """)
  }

  private static func beating(_ heartbeat: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: DEALER } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
        """,
      messages: "heartbeat: \(heartbeat)",
      steps: """
        - Client -> Server: heartbeat
          every: 1s
        """)
  }

  private static func refusing(_ refused: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: REQ } }
        Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555", otherwise: refused } } }
        """,
      messages: """
        ping: {}
        pong: {}
        refused: \(refused)
        """)
  }

  private static func pulling(otherwise: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: PUSH } }
        Server: { sockets: { clients: { type: PULL, bind: "tcp://127.0.0.1:5555", otherwise: \(otherwise) } } }
        """,
      messages: otherwise == "handle" ? "ping: {}" : "ping: {}\nrefused: {}",
      steps: "- Client -> Server: ping")
  }

  /// Family 11: values fit.
  static let fieldValues: [Explanation] = [
    Explanation(
      "ZS1101", "A default is a value of its field's type",
      """
      The default is written to the wire, and it is the default of a Swift parameter. Integers fit the range of their
      type, enums have one of their cases, records all fields without defaults; `bytes` and `routing_id` are base64 with
      padding, `uuid` is 36 characters, `timestamp` is RFC 3339 with at most six digits behind the second, `duration` is
      decimal seconds. And it keeps to what the field asks for besides: `minimum`, `maximum`, `length`, `pattern`.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { count: uint8 = 300 } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: uint16 = 300 } }
          pong: {}
          """)),
    Explanation(
      "ZS1102", "An example is a value of its field's type",
      """
      Examples are shown on the pages and sent by the tests, so they are values like any other. See ZS1101 for how each
      type is written.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { sent: { type: timestamp, example: "yesterday" } } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { sent: { type: timestamp, example: "2026-01-31T09:30:00Z" } } }
          pong: {}
          """)),
  ]
}
