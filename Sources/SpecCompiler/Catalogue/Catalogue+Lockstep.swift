extension Catalogue {
  /// Family 4: lockstep. (ZS0401 is found while references are resolved.)
  static let lockstep: [Explanation] = [
    Explanation(
      "ZS0401", "A reply answers a request",
      """
      `A <- B: r` answers the one open request from A to B on that pair of sockets. Where there is none, A has asked
      nothing, or it has been answered already.
      """,
      wrong: .demo(
        steps: """
          - Client <- Server: pong
          """),
      right: .demo()),
    Explanation(
      "ZS0402", "A REQ waits for its reply before it asks again",
      """
      A REQ alternates: send, receive, send, receive. A second send before the reply fails with EFSM. A DEALER may have
      several requests in flight. Where no reply came within the time that `within` says, or the request was `lost`, a
      generated client renews its REQ, and may ask anew.

      The branches of a `par` happen at the same time, so one REQ asks in one of them only. Of a process with `count: many` there
      is a REQ for each instance, and each may go through another branch.

      Source: man zmq_socket, ZMQ_REQ, "allows only an alternating sequence"; libzmq `req.cpp`.
      """,
      wrong: .demo(
        messages: """
          ping: {}
          stop: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: stop
            final: Server
          """),
      right: .demo(
        messages: """
          ping: {}
          pong: {}
          stop: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          - Client -> Server: stop
            final: Server
          """)),
    Explanation(
      "ZS0403", "A REP answers each request once",
      """
      A REP alternates: receive, send, receive, send. A request that is never answered blocks it for ever; a second
      answer fails with EFSM. So each branch of an `alt` has its reply. Four things excuse it: the process ends (`final`),
      the request is `lost`, the socket says `otherwise: drop` (the runtime then makes it ready for the next request), or it
      is not a REP but a ROUTER.

      Source: man zmq_socket, ZMQ_REP, "allows only an alternating sequence"; libzmq `rep.cpp`.
      """,
      wrong: .demo(messages: "ping: {}", steps: "- Client -> Server: ping"),
      right: .demo()),
    Explanation(
      "ZS0404", "A REP never speaks first",
      """
      A REP sends to the one who has asked. Before somebody asks there is nobody, and libzmq answers EFSM.

      Source: RFC 28; libzmq `rep.cpp`.
      """,
      wrong: .demo(messages: "ping: {}", steps: "- Server -> Client: ping"),
      right: .demo()),
    Explanation(
      "ZS0405", "A REQ receives only replies",
      """
      What a ROUTER sends to a REQ that has not asked is thrown away. While the REQ waits, *anything* from the peer that
      it has asked counts as the reply: libzmq does not compare the two (unless `req_correlate` is set).

      Source: RFC 28; libzmq `req.cpp`; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { routing_id: client, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "news: {}",
        steps: "- Server -> Client: news"),
      right: .demo(
        processes: """
          Client: { routing_id: client, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "news: {}",
        steps: "- Server -> Client: news")),
    Explanation(
      "ZS0406", "A REQ gets an answer",
      """
      A REQ that is not answered can never send again (EFSM). If no answer is meant, let a DEALER send the message; if
      one of the two processes ends with it, write `final`. Where only some branches answer, write `within` on a reply: the
      client then gives up in the others, and its REQ is renewed.

      A reply need not say `within`: without it, generated clients wait for a default time and then give up.

      Source: RFC 28; libzmq `req.cpp`.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS0407", "Nothing follows on the sockets of a process that has ended",
      """
      `final: Server` says that the process ends with this step. Later in the chain it neither sends nor receives;
      libzmq would queue what is sent to it, or drop it. If it answers before it ends, write `final` on the answer.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
            final: Server
          - Client <- Server: pong
          """),
      right: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            final: Server
          """)),
    Explanation(
      "ZS0408", "`final` names a process that takes part in the step",
      """
      A process ends with a message that it sends or receives. A third one cannot know that the message was sent, and
      nobody receives what is `lost`.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ, log: PUSH } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          Log: { sockets: { entries: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        messages: """
          ping: {}
          pong: {}
          stop: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          - Client -> Log: stop
            final: Server
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ, log: PUSH } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          Log: { sockets: { entries: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
          """,
        messages: """
          ping: {}
          pong: {}
          stop: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          - Client -> Log: stop
            final: Log
          """)),
    Explanation(
      "ZS0409", "A message is answered in every chain or in none",
      """
      From the chains follows what a handler returns and what a client gets: one method for each message, with one
      result. A message that is answered in one chain and not in another would need two. What answers it may differ: the
      replies of all branches and all chains are its alternatives, and the result is one of them.

      A reply is either an element of a stream or the last answer. One that is both would leave whoever asked in doubt
      whether more will come.
      """,
      wrong: .demo(
        chains: """
          asking:
            steps:
              - Client -> Server: ping
              - Client <- Server: pong
          stopping:
            steps:
              - Client -> Server: ping
                final: Server
          """),
      right: .demo(
        messages: """
          ping: {}
          pong: {}
          stop: {}
          """,
        chains: """
          asking:
            steps:
              - Client -> Server: ping
              - Client <- Server: pong
          stopping:
            steps:
              - Client -> Server: stop
                final: Server
          """)),
  ]

  /// Family 5: written frames match derived frames.
  static let frames: [Explanation] = [
    Explanation(
      "ZS0501", "Frames as written are the frames as derived",
      """
      `in` is what a program passes to `send_multipart`, `out` what `recv_multipart` returns at the other side. Both
      follow from the two socket types, so nobody has to write them; where somebody does, they are compared frame by
      frame. Only four socket types change frames: REQ adds an empty frame and takes it off, REP takes off everything up
      to it and puts it back, ROUTER puts the sender's routing id in front and takes the receiver's off, STREAM likewise.

      Source: RFC 28; every pair is measured on libzmq by the tests.
      """,
      wrong: .demo(
        processes: """
          Client: { shown_as: client_id, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        steps: """
          - Client -> Server: ping
            out: [ client_id, 'ping, [], {}' ]
          - Client <- Server: pong
          """),
      right: .demo(
        processes: """
          Client: { shown_as: client_id, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        steps: """
          - Client -> Server: ping
            out: [ client_id, '', 'ping, [], {}' ]
          - Client <- Server: pong
          """)),
    Explanation(
      "ZS0502", "What is lost is not received",
      """
      `lost: true` says that the message does not arrive; through proxies it is lost on the last hop. So there is nothing that
      `recv_multipart` could return at the other side.
      """,
      wrong: .demo(
        processes: """
          Client: { shown_as: client, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            lost: true
            out: [ client, 'ping, [], {}' ]
          """),
      right: .demo(
        processes: """
          Client: { shown_as: client, sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: """
          - Client -> Server: ping
            lost: true
            in: [ 'ping, [], {}' ]
          """)),
  ]

  /// Family 6: dispatch is unambiguous.
  static let dispatch: [Explanation] = [
    Explanation(
      "ZS0601", "The type on the wire names one message",
      """
      In the built-in layouts a message is known by its type: the first element of the JSON array, or the member `type` of
      the object. Two messages with one type, received by one socket, cannot be told apart, whatever of these their layouts are.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: """
          ping: {}
          short-ping: { wire: ping, layout: list }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: short-ping
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: """
          ping: {}
          short-ping: { wire: p, layout: list }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: short-ping
          """))
  ]
}
