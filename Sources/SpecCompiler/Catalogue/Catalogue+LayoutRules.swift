extension Catalogue {
  /// Family 10: layouts and unions lose nothing and have one meaning.
  static let layoutRules: [Explanation] = [
    Explanation(
      "ZS1015", "A layout writes the whole message",
      """
      What a layout writes into no frame never travels, and the receiver reads a message that has lost a part. Positional
      arguments are in `$args`, keyword arguments in `$kwargs`, all of them in `$data`; `$name` is one of them, or a field of the layout.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ json: [ $type, $args ] ]",
        messages: "ping: { layout: call, kwargs: { quality: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ json: [ $type, $args, $kwargs ] ]",
        messages: "ping: { layout: call, kwargs: { quality: int } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1016", "A layout's fields and a message's arguments have different names",
      """
      `$id` in a layout is the layout's field of that name, so an argument called `id` could not be named there; and both would be a
      parameter called `id` of one generated method.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { id: int }, frames: [ json: [ $type, $id, $args ] ] }",
        messages: "ping: { layout: call, args: { id: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { id: int }, frames: [ json: [ $type, $id, $args ] ] }",
        messages: "ping: { layout: call, args: { scene: int } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1017", "Spread keyword arguments have keys of their own",
      """
      `{ op: $type, $kwargs... }` puts each keyword argument beside `op`. One that is called `op` itself would be a second member with
      the same key, of which a JSON reader keeps one.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "operation: [ json: { op: $type, $kwargs... } ]",
        messages: "ping: { layout: operation, kwargs: { op: string } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "operation: [ json: { op: $type, params: $kwargs } ]",
        messages: "ping: { layout: operation, kwargs: { op: string } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1018", "A union's tag is no field of its records",
      """
      A union is written as the object of its record, with the tag as a further member: `{"kind":"circle","radius":1}`. A field of
      that name would be a second member with the same key.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        types: """
          Circle: { record: { type: string, radius: float } }
          Shape: { union: { circle: Circle } }
          """,
        messages: "ping: { args: { shape: Shape } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        types: """
          Circle: { record: { type: string, radius: float } }
          Shape: { union: { circle: Circle }, tag: kind }
          """,
        messages: "ping: { args: { shape: Shape } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1019", "Nothing is newer than the protocol",
      """
      `since` names the version of the protocol that has brought something. One that is later than the protocol's own `version` is
      a slip in one of the two.
      """,
      wrong: .demo(
        top: "version: 1.2.0",
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { since: 1.3.0, args: { load: { type: float, since: 2.0.0 } } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        top: "version: 2.0.0",
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { since: 1.3.0, args: { load: { type: float, since: 2.0.0 } } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1020", "A receiver can tell where each part of a message ends",
      """
      A multipart message has a number of frames, and a frame a number of bytes: that tells where one part of varying length ends,
      and not where each of two does. So at most one part of a message has a varying number of frames, and inside of a packed
      frame only the last item may be without a length in front.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { hops: list<bytes> }, frames: [ text: $type, bytes: $hops..., $args... ] }",
        messages: "ping: { layout: call, args: { body...: bytes } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { hops: list<bytes> }, frames: [ text: $type, json: $hops, $args... ] }",
        messages: "ping: { layout: call, args: { body...: bytes } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1022", "A layout writes each part of a message once",
      """
      Two copies of one value may differ, and a reader would have to believe one of them. `$args` has all positional arguments,
      `$data` all there are, so `$name` beside them is one too many. Only `$type` may stand in several places.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: $type, text: $scene, json: $args ]",
        messages: "ping: { layout: call, args: { scene: string, size: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: $type, text: $scene, json: $size ]",
        messages: "ping: { layout: call, args: { scene: string, size: int } }",
        steps: "- Client -> Server: ping")),
  ]
}
