extension Catalogue {
  /// Family 4: lockstep on every path through the groups of a chain.
  static let paths: [Explanation] = [
    Explanation(
      "ZS0410", "A request is answered once on every path",
      """
      A reply closes its request. Behind an `alt` in which some branch has answered, one more reply is a second answer on that
      path: a REP refuses it with EFSM, and what a ROUTER sends finds nobody who waits for it. So put all replies into
      branches of one `alt`. Only a reply in a `loop` around which its request stands leaves the request open: it is one element of a stream.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: """
          ping: {}
          pong: {}
          busy: {}
          """,
        steps: """
          - Client -> Server: ping
          - opt the server is busy:
              - Client <- Server: busy
          - Client <- Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: """
          ping: {}
          pong: {}
          busy: {}
          """,
        steps: """
          - Client -> Server: ping
          - alt the server is busy:
              - Client <- Server: busy
            else it is not:
              - Client <- Server: pong
          """)),
    Explanation(
      "ZS0411", "A stream of replies needs DEALER and ROUTER",
      """
      A reply inside a loop that its request stands outside of is one of many. REQ and REP exchange one reply for each request:
      a REP refuses the second with EFSM, and a REQ throws it away. A ROUTER may send a DEALER as many as it likes. Where each
      time round has its own request, let the loop begin in front of it.

      Source: RFC 28; libzmq `rep.cpp`, `req.cpp`.
      """,
      wrong: .demo(
        messages: """
          list: {}
          entry: {}
          end: {}
          """,
        steps: """
          - Client -> Server: list
          - loop for each entry:
              - Client <- Server: entry
          - Client <- Server: end
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: """
          list: {}
          entry: {}
          end: {}
          """,
        steps: """
          - Client -> Server: list
          - loop for each entry:
              - Client <- Server: entry
          - Client <- Server: end
          """)),
  ]
}
