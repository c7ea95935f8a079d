extension Catalogue {
  /// Families 2 and 6: what the frames of a body must be for libzmq to deliver it and for a socket to know it.
  static let bodies: [Explanation] = [
    Explanation(
      "ZS0204", "A message has at least one frame",
      """
      Behind the delimiter of a REQ or REP, and behind the routing id that a ROUTER takes off, libzmq wants at least one frame;
      it discards the message otherwise, without a word, and over tcp a REQ loses its connection. A layout of nothing but
      `$args...` with a rest can be no frame at all. Write a constant or `$type` in front, or a `length` that the rest must have.

      Source: RFC 28, REQ and REP, "one or more data frames"; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "request: [ $args... ]",
        messages: """
          ping: { layout: request, args: { body...: bytes } }
          pong: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "request: [ $args... ]",
        messages: """
          ping: { layout: request, args: { body...: { type: bytes, length: 1.. } } }
          pong: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """)),
    Explanation(
      "ZS0205", "The delimiter is written once",
      """
      A REQ writes the empty frame in front of the body by itself, and so do a DEALER and a ROUTER with a `delimiter`. A layout
      that begins with `empty` adds another, which arrives as the first frame of the body. Specifications often list the
      delimiter among the frames of a message: leave it out of the layout, or say `delimiter: false` at both ends.

      Source: RFC 28; RFC 7, whose client sends "an empty frame (zero bytes, invisible to REQ application)".
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "request: [ empty, text: MDPC01, $args... ]",
        messages: """
          ping: { layout: request, args: { service: string } }
          pong: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "request: [ text: MDPC01, $args... ]",
        messages: """
          ping: { layout: request, args: { service: string } }
          pong: {}
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """)),
    Explanation(
      "ZS0602", "A socket can tell its messages apart",
      """
      A message is known by its constants first, of which `$type` is one for each message; then by what may stand in its frames
      and by how many there are: an integer of one byte is none of four, a JSON list no object. A reply may also be known by its
      request, where all that looks the same answers something else. What is still the same for two messages would be decoded as either of them.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "entry: [ $args... ]",
        messages: """
          ping: { layout: entry, args: { name: string } }
          pong: { layout: entry, args: { text: string } }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "entry: [ text: $type, $args... ]",
        messages: """
          ping: { layout: entry, args: { name: string } }
          pong: { layout: entry, args: { text: string } }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: pong
          """)),
    Explanation(
      "ZS0603", "No value is the constant of another message",
      """
      Where one message has a constant in a frame and another the value of a field, the constant is looked for first. So the one
      value that is the same would be taken for the other message. A `pattern` (or a `length`, or an integer of another size)
      that excludes it proves that this does not happen.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          entry: [ text: $key, text: $value ]
          end: [ text: $type, text: $subtree ]
          """,
        messages: """
          ping: { layout: entry, args: { key: string, value: string } }
          pong: { layout: end, wire: KTHXBAI, args: { subtree: string } }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          entry: [ text: $key, text: $value ]
          end: [ text: $type, text: $subtree ]
          """,
        messages: """
          ping: { layout: entry, args: { key: { type: string, pattern: "/.*" }, value: string } }
          pong: { layout: end, wire: KTHXBAI, args: { subtree: string } }
          """,
        steps: """
          - Client -> Server: ping
          - Client -> Server: pong
          """)),
  ]
}
