extension Catalogue {
  /// References that cannot be resolved.
  static let references: [Explanation] = [
    Explanation(
      "ZS1001", "Every process that is named is declared",
      """
      Steps, `connect` and `final` name processes; each is an entry of `processes`, in the same letters.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
            final: Sever
          """),
      right: .demo(
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            final: Server
          """)),
    Explanation(
      "ZS1002", "Every socket that is named belongs to its process",
      """
      `Server.clients` is the socket `clients` of the process `Server`.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server.client: ping
          - Client <- Server: pong
          """),
      right: .demo(
        steps: """
          - Client -> Server.clients: ping
          - Client <- Server: pong
          """)),
    Explanation(
      "ZS1003", "Every message that is named is declared",
      """
      What a step says, and what `otherwise` answers, is an entry of `messages`.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: png
          - Client <- Server: pong
          """),
      right: .demo()),
    Explanation(
      "ZS1004", "Every type that is named exists",
      """
      A type is one of the built-in ones, `list<…>`, `map<…>` or `optional<…>` of a type, or an entry of `types`.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { count: integer } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: int } }
          pong: {}
          """)),
    Explanation(
      "ZS1005", "A name is declared once, and is not one of the language's own",
      """
      Two cases of one enum, or two fields of one message, need two names, also where one field is positional and the
      other a keyword: as in Python, an argument may come either way. A declared type cannot have the name of a built-in
      one.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { count: int }, kwargs: { count: int } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: int }, kwargs: { total: int } }
          pong: {}
          """)),
    Explanation(
      "ZS1006", "A record does not contain itself",
      """
      A record that has a field of its own type would have no end, and in Swift no size, not even when the field is
      optional. A list may be empty, so a record may have a list of itself.
      """,
      wrong: .demo(
        types: "Node: { record: { label: string, next: optional<Node> } }",
        messages: """
          ping: { args: { tree: Node } }
          pong: {}
          """),
      right: .demo(
        types: "Node: { record: { label: string, next: list<Node> } }",
        messages: """
          ping: { args: { tree: Node } }
          pong: {}
          """)),
  ]

  /// Steps for which no sockets, or too many, are found.
  static let pairs: [Explanation] = [
    Explanation(
      "ZS0101", "Some pair of sockets can carry a step",
      """
      The sockets of a step follow from the types: one socket of each process, of types that fit, of which the one can
      send and the other receive.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ, jobs: PUSH } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          - Worker -> Client: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ, jobs: PUSH } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          - Client -> Worker: pong
          """)),
    Explanation(
      "ZS0102", "One pair of sockets carries a step",
      """
      Where several pairs of sockets fit, name the one that is meant: `Client -> Server.urgent: ping`.
      """,
      wrong: twoQueues("- Client -> Server: ping"),
      right: twoQueues(
        """
        - Client -> Server.urgent: ping
        - Client -> Server.normal: ping
        """)),
    Explanation(
      "ZS0151", "Only what is published has several receivers",
      """
      A PUB or XPUB sends one message to everybody who subscribes. Every other type picks one peer: REQ, DEALER and PUSH
      the next in turn, ROUTER the one whose routing id it is given, REP the one who asked, PAIR its only one.

      Source: RFC 28 to 31, the outgoing routing strategy of each type.
      """,
      wrong: twoWorkers("- Client -> Left, Right: ping"),
      right: twoWorkers(
        """
        - Client -> Left: ping
        - Client -> Right: ping
        """)),
    Explanation(
      "ZS0153", "A receiver is named once",
      """
      What is published reaches each subscriber once, however often the step names it. That there may be several of a process is
      said where it is declared, by `count: many`: then the step reaches them all.
      """,
      wrong: published("- Server -> Client, Client: ping"), right: published("- Server -> Client: ping")),
  ]

  private static func published(_ step: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { count: many, sockets: { news: SUB } }
        Server: { sockets: { news: { type: PUB, bind: "tcp://127.0.0.1:5555" } } }
        """,
      messages: "ping: {}",
      steps: step)
  }

  private static func twoQueues(_ steps: String) -> ExampleFile {
    .demo(
      processes: """
        Client:
          sockets:
            urgent: { type: PUSH, connect: Server.urgent }
            normal: { type: PUSH, connect: Server.normal }
        Server:
          sockets:
            urgent: { type: PULL, bind: "tcp://127.0.0.1:5555" }
            normal: { type: PULL, bind: "tcp://127.0.0.1:5556" }
        """,
      messages: "ping: {}", steps: steps)
  }

  private static func twoWorkers(_ steps: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { workers: { type: PUSH, bind: "tcp://127.0.0.1:5555" } } }
        Left: { sockets: { jobs: PULL } }
        Right: { sockets: { jobs: PULL } }
        """,
      messages: "ping: {}", steps: steps)
  }
}
