extension Catalogue {
  /// Family 3: routing ids are known.
  static let routingIDs: [Explanation] = [
    Explanation(
      "ZS0301", "A ROUTER speaks first only to a peer that it knows",
      """
      A ROUTER sends by routing id. It learns the id of a peer from the first message that the peer sends; until then it
      can only use an id that the peer has set itself. To an id that nobody has, libzmq drops the message without a word
      (or answers EHOSTUNREACH with `router_mandatory`).

      So let the peer speak first, even if it is only to say that it is there, or write `routing_id`. Through proxies the
      sender needs the id of every socket behind a ROUTER, and learns all of them from a message that comes the same way.

      Source: RFC 28; man zmq_socket, ZMQ_ROUTER; measured.
      """,
      wrong: .demo(
        processes: """
          Broker: { sockets: { workers: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { sockets: { broker: DEALER } }
          """,
        messages: "job: {}",
        steps: "- Broker -> Worker: job"),
      right: .demo(
        processes: """
          Broker: { sockets: { workers: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          Worker: { sockets: { broker: DEALER } }
          """,
        messages: """
          ready: {}
          job: {}
          """,
        steps: """
          - Worker -> Broker: ready
          - Broker -> Worker: job
          """)),
    Explanation(
      "ZS0302", "Of two ROUTERs the one that is addressed first has set its routing id",
      """
      Of two ROUTERs neither can send to the other before it knows the other's id, and an id that libzmq makes up
      changes with every connection. So the one that is spoken to first sets its id with `routing_id`; the other may leave
      it to libzmq, because its first message tells it.

      Source: zguide, chapter 3; RFC 10; libzmq `router.cpp`, `identify_peer`.
      """,
      wrong: .demo(
        processes: """
          Left: { routing_id: left, sockets: { right: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          Right: { sockets: { left: ROUTER } }
          """,
        messages: "ping: {}", steps: "- Left -> Right: ping"),
      right: .demo(
        processes: """
          Left: { routing_id: left, sockets: { right: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          Right: { routing_id: right, sockets: { left: ROUTER } }
          """,
        messages: "ping: {}", steps: "- Left -> Right: ping")),
    Explanation(
      "ZS0303", "A routing id has 1 to 255 bytes, and the first is not zero",
      """
      libzmq refuses the empty id and one of more than 255 bytes with EINVAL. Ids that begin with a zero byte are the ones
      that it makes up itself: it accepts yours, and may give the same to somebody else.

      Source: man zmq_setsockopt, ZMQ_ROUTING_ID; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { routing_id: "\\0client", sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { routing_id: client, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0304", "Every instance of a process has a routing id of its own",
      """
      Where there are many of a process, one fixed id means that all of them have it. A ROUTER keeps the first peer with
      an id: the others connect, their sends succeed, and they are never heard, not even after the first has gone. (With
      `router_handover` the last one wins instead.) A parameter in the id, such as `{name}`, is filled in where the
      process starts.

      Source: man zmq_setsockopt, ZMQ_ROUTER_HANDOVER; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { count: many, routing_id: client, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { count: many, routing_id: "client-{name}", sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0305", "A ROUTER sees each routing id once",
      """
      Two peers of one ROUTER with the same routing id are one too many: it hears the first and ignores the other. The
      `routing_id` of a process holds for all its sockets, so two of them on one ROUTER need ids of their own.

      Source: man zmq_setsockopt, ZMQ_ROUTER_HANDOVER; measured.
      """,
      wrong: .demo(
        processes: """
          Left: { routing_id: client, sockets: { server: DEALER } }
          Right: { routing_id: client, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        steps: """
          - Left -> Server: ping
          - Right -> Server: pong
          """),
      right: .demo(
        processes: """
          Left: { routing_id: left, sockets: { server: DEALER } }
          Right: { routing_id: right, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        steps: """
          - Left -> Server: ping
          - Right -> Server: pong
          """)),
  ]
}
