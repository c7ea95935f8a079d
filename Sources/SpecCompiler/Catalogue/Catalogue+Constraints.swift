extension Catalogue {
  /// Family 11: constraints, codecs, sources and options.
  static let constraints: [Explanation] = [
    Explanation(
      "ZS1103", "A constraint says something of its type",
      """
      `minimum` and `maximum` bound numbers, times and durations; `length` counts the characters of a text, bytes, the elements of
      a list, the members of a map; a `pattern` is for texts. A bound is itself a value of the type.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { name: { type: string, minimum: 3 } } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { name: { type: string, length: 3.. } } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1104", "A minimum is not above its maximum",
      """
      Between bounds that stand the wrong way round there is no value: every message with the field would be refused.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { load: { type: float, minimum: 100, maximum: 0 } } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { load: { type: float, minimum: 0, maximum: 100 } } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1105", "A pattern is a regular expression",
      """
      The whole of a text must match the pattern. Brackets and parentheses that are text have a backslash in front; in YAML,
      single quotes keep backslashes as they are.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { name: { type: string, pattern: '[a-z' } } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: { args: { name: { type: string, pattern: '[a-z]+' } } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1106", "A constant fits its codec",
      """
      `uint8` writes the numbers from 0 to 255, and no texts; `text: 300` writes three digits. `strings` and `dictionary` write values of
      fields only.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ uint8: 300, text: $type ]",
        messages: "ping: { layout: call }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ uint16: 300, text: $type ]",
        messages: "ping: { layout: call }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1107", "A message's type fits the codec of `$type`",
      """
      `uint8: $type` writes a number, so each message with that layout has one: `wire: 0x02`. `text: $type` and the built-in layouts
      write a text; there, a number wants quotes, so that it is clear that its digits are meant.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: MDPW01, uint8: $type ]",
        messages: "ping: { layout: call }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: MDPW01, uint8: $type ]",
        messages: "ping: { layout: call, wire: 0x01 }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1108", "A field fits the codec that a layout gives it",
      """
      A codec that a layout names must be able to write every value of the field. A wider integer fits where `minimum` and
      `maximum` keep it small enough. `$name` alone takes the codec of the field's type, and `json: $name` writes everything.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: $type, uint8: $count ]",
        messages: "ping: { layout: call, args: { count: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: [ text: $type, uint8: $count ]",
        messages: "ping: { layout: call, args: { count: uint8 } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1109", "A source gives what its field holds",
      """
      `fresh` gives a number or a UUID (its text, for a `string`), `now` a `timestamp`, `type` the message's type, `sign(…)` a text or
      bytes. `given` and `cause.…` give whatever type the field has.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { sent: int = now }, frames: [ json: [ $type, $sent ] ] }",
        messages: "ping: { layout: call }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "call: { fields: { sent: timestamp = now }, frames: [ json: [ $type, $sent ] ] }",
        messages: "ping: { layout: call }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1110", "What `cause.…` copies is there",
      """
      `cause.id` copies the field `id` of the message that is answered, or, on a message that answers nothing, of one that its sender
      has received before in the chain. That message has such a field, in its layout or among its arguments, of the same
      type. On a reply it also tells which request it answers.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "success: { fields: { id: int = cause.id }, frames: [ json: [ 1, $id ] ] }",
        messages: """
          ping: {}
          pong: { layout: success }
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          call: { fields: { id: int = fresh }, frames: [ json: [ 0, $id, $type ] ] }
          success: { fields: { id: int = cause.id }, frames: [ json: [ 1, $id ] ] }
          """,
        messages: """
          ping: { layout: call }
          pong: { layout: success }
          """,
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
          """)),
    Explanation(
      "ZS1111", "A signature covers the whole message",
      """
      What `sign(…)` leaves out can be changed on the way, and nobody notices: not the type that decides what is done with the
      message, nor a field that says when or for whom. A signature covers whole frames, so one name from each is enough.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(type)
              sent: timestamp = now
            frames: [ text: $signature, text: $type, text: $sent, json: $args ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(type, sent, args)
              sent: timestamp = now
            frames: [ text: $signature, text: $type, text: $sent, json: $args ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1112", "What a message fixes fits the layout's field",
      """
      `fields:` on a message gives fields of its layout a value that is the same in every such message. It is a value of the
      field's type, and keeps to its constraints.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "part: { fields: { number: uint8 }, frames: [ json: [ $type, $number ] ] }",
        messages: "ping: { layout: part, fields: { number: 300 } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: "part: { fields: { number: uint8 }, frames: [ json: [ $type, $number ] ] }",
        messages: "ping: { layout: part, fields: { number: 3 } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1113", "An option does not lose messages, wait for ever, or eat up memory",
      """
      `linger: -1` keeps a program from ending, `sndhwm: 0` and `rcvhwm: 0` from having a limit, `router_mandatory: false` from
      learning that a message went nowhere. `req_relaxed` alone takes the reply to an earlier request for the next one's. `immediate` is
      right where there are several endpoints (else every other message goes to one where nobody listens) and wrong with one (what is
      queued is thrown away at each interruption). A `maxmsgsize` below 25 bytes refuses the handshake. Each may be meant; then
      say so with `# zmqspec:ignore ZS1113 because …`.

      Source: man zmq_setsockopt; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: PUSH, options: { linger: -1 } } } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: PUSH, options: { linger: 5s } } } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1114", "An option is set where it does something",
      """
      Generated programs never block inside of libzmq, so `rcvtimeo` and `sndtimeo` do nothing; a high-water mark for what a socket
      never does, a `reconnect_ivl_max` below `reconnect_ivl`, a probe to somebody who is no ROUTER, and a handover of routing ids that
      nobody sets have no effect either.

      Source: man zmq_setsockopt.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: PUSH, options: { sndtimeo: 2s } } } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: PUSH } }
          Server: { sockets: { jobs: { type: PULL, bind: "tcp://127.0.0.1:5555" } } }
          """,
        messages: "ping: {}",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1115", "A signature has a frame of its own",
      """
      `sign(…)` covers whole frames: those in which something stands that it names, and those between them in which nothing
      has a name. They are signed as they stand on the wire, and the signature is checked before anything in them is read. So
      it stands in none of them, there is one of it, and what it names is written.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(type, args)
            frames: [ text: $type, json: [ $args, $signature ] ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(type, args)
            frames: [ text: $type, json: $args, text: $signature ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping")),
    Explanation(
      "ZS1116", "A signature does not cover itself",
      """
      What `sign(…)` makes is made of the frames that it covers, and goes into a frame of its own afterwards. If it covered that
      one too, it would have to be known before it is made.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(signature, type, args)
            frames: [ text: $signature, text: $type, json: $args ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping"),
      right: .demo(
        processes: """
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """,
        layouts: """
          signed:
            fields:
              signature: string = sign(type, args)
            frames: [ text: $signature, text: $type, json: $args ]
          """,
        messages: "ping: { layout: signed, args: { count: int } }",
        steps: "- Client -> Server: ping")),
  ]
}
