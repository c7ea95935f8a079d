extension Catalogue {
  /// Family 1: socket types fit.
  static let socketTypes: [Explanation] = [
    Explanation(
      "ZS0103", "Two sockets that talk have types that fit",
      """
      Sockets shake hands before they exchange messages, and each tells its type. REQ fits REP and ROUTER; REP fits REQ
      and DEALER; DEALER fits REP, DEALER and ROUTER; ROUTER fits REQ, DEALER and ROUTER; PUB and XPUB fit SUB and XSUB;
      PUSH fits PULL; PAIR fits PAIR.

      Over tcp and ipc libzmq connects any two and disconnects them at the handshake: no error, no retry, and every send
      still succeeds while nothing arrives. `inproc` does not compare the types and even delivers between some of them,
      so a test inside one process proves nothing.

      Source: RFC 23, "The Socket-Type property"; libzmq `mechanism.cpp`, `check_socket_type`.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { clients: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS0104", "SUB and PULL never send",
      """
      PUSH to PULL and PUB to SUB go one way. A program that sends on a SUB or a PULL gets ENOTSUP.

      Source: RFC 29 and RFC 30; man zmq_socket.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { clients: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0105", "A PUB never receives",
      """
      An XSUB may send messages of its own, but only an XPUB hands them to its program. A PUB reads them as
      subscriptions and throws the rest away.

      Source: RFC 29; man zmq_socket, ZMQ_PUB.
      """,
      wrong: .demo(
        processes: """
          Reader: { sockets: { news: XSUB } }
          Paper: { sockets: { readers: { type: PUB, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "letter: {}",
        steps: "- Reader -> Paper: letter"),
      right: .demo(
        processes: """
          Reader: { sockets: { news: XSUB } }
          Paper: { sockets: { readers: { type: XPUB, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "letter: {}",
        steps: "- Reader -> Paper: letter")),
    Explanation(
      "ZS0106", "A PAIR has one peer",
      """
      A PAIR talks to one other PAIR and ignores everybody else: a third socket connects, its sends succeed, and nobody
      ever hears them. With several peers, use DEALER and ROUTER.

      Source: RFC 31; measured.
      """,
      wrong: .demo(
        processes: """
          Left: { sockets: { middle: PAIR } }
          Right: { sockets: { middle: PAIR } }
          Middle: { sockets: { both: { type: PAIR, bind: "tcp://127.0.0.1:5555" } } }
          """,
        steps: """
          - Left -> Middle: ping
          - Right -> Middle: pong
          """),
      right: .demo(
        processes: """
          Left: { sockets: { middle: PAIR } }
          Right: { sockets: { middle: PAIR } }
          Middle:
            sockets:
              left: { type: PAIR, bind: "tcp://127.0.0.1:5555" }
              right: { type: PAIR, bind: "tcp://127.0.0.1:5556" }
          """,
        steps: """
          - Left -> Middle.left: ping
          - Right -> Middle.right: pong
          """)),
    Explanation(
      "ZS0107", "A STREAM carries bytes, not messages",
      """
      A STREAM socket talks raw TCP to programs that do not speak ZeroMQ. There are no frames, so a declared message
      cannot travel over it, and nothing can be generated for it.

      Source: man zmq_socket, ZMQ_STREAM.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ, web: { type: STREAM, bind: "tcp://127.0.0.1:8080" } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo()),
    Explanation(
      "ZS0121", "Both ends of a pair have the same security",
      """
      A mechanism is agreed upon when a connection is made. Where the two ends differ, libzmq closes it, and the side that
      connects tries again for ever: nothing is sent, and no error is told.

      Source: RFC 23; man zmq_curve, zmq_plain.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555", security: curve } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, security: curve } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555", security: curve } } }
          """)),
  ]

  /// Family 2: delimiters reach REQ and REP.
  static let delimiters: [Explanation] = [
    Explanation(
      "ZS0202", "Both ends of a pair agree on the delimiter",
      """
      Between DEALERs and ROUTERs an empty frame in front of the body is the programs' own choice. libzmq passes it on
      like any frame; an end that expects none reads it as the body. Without `delimiter` in the file both ends are told
      the same, so it is best left out.

      Source: RFC 28; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: DEALER, delimiter: true } } }
          Server: { sockets: { clients: { type: ROUTER, delimiter: false, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: DEALER, delimiter: true } } }
          Server: { sockets: { clients: { type: ROUTER, delimiter: true, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0203", "The delimiter reaches REP and REQ",
      """
      A REP takes everything up to the first empty frame for the envelope of its reply, and a REQ expects an empty frame
      in front of a reply. What comes without one is dropped silently; a REQ over tcp or ipc even closes the connection,
      so that a correct reply sent afterwards is lost too. A DEALER or ROUTER that faces them writes the delimiter
      unless the file says `delimiter: false`.

      Source: RFC 28; libzmq `rep.cpp`, `req.cpp`; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: DEALER, delimiter: false } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0221", "Without a delimiter, all that a socket receives came the same way",
      """
      Each ROUTER on the way puts a routing id in front of a message. A delimiter says where they end. Without one, their
      number must follow from the way, so a DEALER or ROUTER cannot receive both through a proxy and directly.
      """,
      wrong: .demo(
        processes: twoWays(""), messages: twoMessages, chains: twoChains),
      right: .demo(
        processes: twoWays(", delimiter: true"), messages: twoMessages, chains: twoChains)),
  ]

  private static let twoMessages = "job: {}\nnote: {}"

  private static let twoChains = """
    working:
      steps: [ Client -> Broker -> Worker: job ]
    telling:
      steps: [ Logger -> Worker: note ]
    """

  private static func twoWays(_ delimiter: String) -> String {
    """
    Client: { sockets: { broker: { type: DEALER, connect: Broker.clients\(delimiter) } } }
    Broker:
      sockets:
        clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
        workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
      proxies: clients <-> workers
    Logger: { sockets: { worker: { type: DEALER, connect: Worker.jobs\(delimiter) } } }
    Worker:
      sockets:
        jobs: { type: ROUTER, bind: "tcp://127.0.0.1:5557", connect: Broker.workers\(delimiter) }
    """
  }
}
