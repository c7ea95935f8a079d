extension Catalogue {
  /// Family 1: socket types fit, where proxies stand between them and where several peers take turns.
  static let proxies: [Explanation] = [
    Explanation(
      "ZS0108", "A proxy joins two sockets that fit",
      """
      A proxy passes on what either of its sockets receives. So it joins ROUTER and DEALER (requests out, replies back), XSUB
      and XPUB (messages down, subscriptions up), or PULL and PUSH (one way); PAIR and PAIR, DEALER and DEALER, SUB and PUB
      pass everything on, too. A REQ or REP would have to take turns; behind a ROUTER, a second ROUTER takes the id of the
      first for an address.

      Source: man zmq_proxy; RFC 28, 29, 30.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: REP, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """)),
    Explanation(
      "ZS0109", "A socket belongs to one proxy",
      """
      A proxy takes every message from its two sockets. Where a second one reads the same socket, each message goes to
      whichever comes first; and a proxy that joins a socket with itself sends back whatever it receives.

      Source: man zmq_proxy.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              others: { type: DEALER, bind: "tcp://127.0.0.1:5557" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers, clients <-> others ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          Other: { sockets: { jobs: { type: REP, connect: Broker.others } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          - Client -> Broker.others -> Other: ping
          - Client <- Broker.others <- Other: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """)),
    Explanation(
      "ZS0110", "A step neither begins nor ends at a proxied socket",
      """
      What reaches a socket of a proxy leaves the other, before any program has seen it; and what a program would send there
      would stand between what the proxy sends. Write the whole way, `A -> Broker -> B`, or give the process another socket for what it
      says and hears itself.

      Source: man zmq_proxy.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          - Client.broker -> Broker.clients: ping
          - Client <- Broker: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """)),
    Explanation(
      "ZS0111", "Nothing is decided at a proxied socket",
      """
      `otherwise`, `silence` and `topic` say what a program does with the messages of a socket. A proxy passes all of them on as
      they are, so the keys have no effect there.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555", otherwise: handle }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { broker: { type: REQ, connect: Broker.clients } } }
          Broker:
            sockets:
              clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
              workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
            proxies: [ clients <-> workers ]
          Worker: { sockets: { jobs: { type: REP, connect: Broker.workers, otherwise: handle } } }
          """,
        steps: """
          - Client -> Broker -> Worker: ping
          - Client <- Broker <- Worker: pong
          """)),
    Explanation(
      "ZS0112", "What is dealt out in turn reaches only who understands it",
      """
      A REQ, DEALER or PUSH with several peers sends each message to the next of them, whatever it says. Where one of the peers
      does not receive a message, every second one of it goes to the wrong process, and neither side learns of it. So give a
      process one socket for each kind of peer, or a ROUTER, which addresses.

      Source: RFC 28 (REQ, DEALER), RFC 30 (PUSH): messages are routed round-robin.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { jobs: { type: PUSH, connect: [ Worker.jobs, Logger.notes ] } } }
          Worker: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          Logger: { sockets: { notes: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        messages: """
          render: {}
          note: {}
          """,
        steps: """
          - Client -> Worker: render
          - Client -> Logger: note
          """),
      right: .demo(
        processes: """
          Client: { sockets: { jobs: PUSH, notes: PUSH } }
          Worker: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          Logger: { sockets: { notes: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        messages: """
          render: {}
          note: {}
          """,
        steps: """
          - Client.jobs -> Worker: render
          - Client.notes -> Logger: note
          """)),
  ]
}
