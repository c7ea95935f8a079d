extension Catalogue {
  /// Family 8: endpoints make sense. (ZS0801, ZS0851 and ZS0852 are found while references are resolved.)
  static let endpoints: [Explanation] = [
    Explanation(
      "ZS0801", "A template has a name in each pair of braces",
      """
      Endpoints, routing ids and topics may have holes: `tcp://*:{port}`. A name in an endpoint or a routing id becomes a
      parameter of the generated process, a name in a topic is a field of the message. A prefix under `subscribe` has no
      holes: it is what topics begin with.
      """,
      wrong: server(bind: "tcp://127.0.0.1:{client port}"),
      right: server(bind: "tcp://127.0.0.1:{client_port}")),
    Explanation(
      "ZS0802", "Of two sockets that talk, one binds and the other connects",
      """
      The side that stays in one place binds an endpoint; the other connects to it, in either order and as often as it
      likes. Two that bind wait for each other for ever; two that connect try for ever; libzmq tells nobody. A socket with
      neither key connects to the one bound socket that its chains reach.

      Source: man zmq_bind, zmq_connect.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: REP } }
          """),
      right: .demo()),
    Explanation(
      "ZS0803", "An endpoint that is connected to is one that a peer binds",
      """
      A warning, because a program may override the endpoints of the file. libzmq connects in the background, for ever,
      and keeps what is sent until then. Ports are compared and hosts are not: one machine has many names. With
      `connect: Process.socket` the two cannot drift apart.

      Source: man zmq_connect.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: "tcp://localhost:5556" } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: Server.clients } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0804", "Each endpoint is bound once",
      """
      Over tcp and inproc the second bind fails with EADDRINUSE; `tcp://*` covers every other address of its port. Over
      ipc it succeeds and takes the endpoint away from the first socket, which is never heard again.

      Source: man zmq_bind; man zmq_ipc, "any existing binding to the same endpoint shall be overridden"; measured.
      """,
      wrong: twoBinds(log: "tcp://127.0.0.1:5555"), right: twoBinds(log: "tcp://127.0.0.1:5556")),
    Explanation(
      "ZS0805", "Every instance of a process binds an endpoint of its own",
      """
      A warning, because there may be one instance on each machine. On one machine the second bind of a fixed endpoint
      fails over tcp, and steals the endpoint over ipc. Usually the process that there is one of binds, and the many
      connect.

      Source: man zmq_bind, zmq_ipc; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { count: many, sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { count: many, sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:{port}" } } }
          """)),
    Explanation(
      "ZS0806", "Wildcards stand only in endpoints that are bound",
      """
      `tcp://*` means all network interfaces, port `*` or `0` one that the system chooses, `ipc://*` a file that libzmq
      chooses. The binding side then learns what it has got; nobody can connect to "all".

      Source: man zmq_tcp, zmq_ipc; libzmq answers EINVAL for `*` and tries for ever for the others; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: "tcp://*:5555" } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://*:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: "tcp://127.0.0.1:5555" } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://*:5555" } } }
          """)),
    Explanation(
      "ZS0807", "An endpoint begins with `tcp://`, `ipc://` or `inproc://`",
      """
      Those are the transports that every libzmq has and that carry every socket type. Without a transport, or with
      nothing behind it, libzmq answers EINVAL; with an unknown one EPROTONOSUPPORT.

      Source: man zmq_bind.
      """,
      wrong: server(bind: "http://127.0.0.1:5555"), right: server(bind: "tcp://127.0.0.1:5555")),
    Explanation(
      "ZS0808", "A tcp endpoint ends with a port from 1 to 65535",
      """
      Without a port, or with a word in its place, libzmq answers EINVAL. Of a larger number it takes the last 16 bits
      without a word: a bind to port 70000 opens port 4464.

      Source: man zmq_tcp; measured.
      """,
      wrong: server(bind: "tcp://127.0.0.1:70000"), right: server(bind: "tcp://127.0.0.1:7000")),
    Explanation(
      "ZS0809", "The path of an ipc endpoint has at most 107 bytes",
      """
      The operating system's address of a local socket has room for 108 bytes, the zero at the end included. libzmq
      answers ENAMETOOLONG.

      Source: man unix(7); man zmq_ipc; measured.
      """,
      wrong: server(
        bind:
          "ipc:///home/somebody/projects/2026/simulations/of/very/large/things/run/the/sockets/of/the/server/for/all/its/clients.ipc"
      ), right: server(bind: "ipc:///run/server/clients.ipc")),
    Explanation(
      "ZS0810", "inproc stays inside one program",
      """
      `inproc` joins sockets of one ZeroMQ context. Two processes of a protocol share one only if one program runs both,
      so this is a warning: elsewhere the connecting socket waits for ever for a name that nobody binds.

      Source: man zmq_inproc.
      """,
      wrong: server(bind: "inproc://clients"), right: server(bind: "ipc:///tmp/clients.ipc")),
    Explanation(
      "ZS0811", "A bind names an address of this machine, not `localhost`",
      """
      For `zmq_bind` libzmq resolves no host names: it takes an address, a network interface or `*`. It looks for an
      interface called `localhost` and answers ENODEV. (`zmq_connect` to `localhost` is fine.)

      Source: man zmq_tcp; measured.
      """,
      wrong: server(bind: "tcp://localhost:5555"), right: server(bind: "tcp://127.0.0.1:5555")),
    Explanation(
      "ZS0851", "A socket without endpoints reaches one bound socket",
      """
      A socket with neither `bind` nor `connect` connects to the socket that its chains put at the other side. Where
      there are several, say which: a message then goes to one of them, in turn.
      """,
      wrong: twoServers(client: "DEALER"),
      right: twoServers(client: "{ type: DEALER, connect: [ Left.clients, Right.clients ] }")),
    Explanation(
      "ZS0852", "`connect: Process.socket` names a socket that binds",
      """
      Connecting to a socket means connecting to the endpoint that it binds.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: Server.clients } } }
          Server: { sockets: { clients: REP } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: Server.clients } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """)),
  ]

  private static func server(bind: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: REQ } }
        Server: { sockets: { clients: { type: REP, bind: "\(bind)" } } }
        """)
  }

  private static func twoBinds(log: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: REQ } }
        Server: { sockets: { clients: { type: REP, bind: "tcp://*:5555" }, log: { type: PUB, bind: "\(log)" } } }
        Reader: { sockets: { log: SUB } }
        """,
      messages: """
        ping: {}
        pong: {}
        entry: {}
        """,
      steps: """
        - Client -> Server: ping
        - Client <- Server: pong
        - Server -> Reader: entry
        """)
  }

  private static func twoServers(client: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { servers: \(client) } }
        Left: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
        Right: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5556" } } }
        """,
      messages: "ping: {}",
      steps: """
        - Client -> Left: ping
        - Client -> Right: ping
        """)
  }
}
