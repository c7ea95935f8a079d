extension Catalogue {
  /// Keys, and what stands behind them.
  static let keys: [Explanation] = [
    Explanation(
      "ZS0020", "Every key is one of the language's",
      """
      An unknown key is never ignored: it is misspelt more often than not. Keys that begin with `x-` are yours, anywhere.
      """,
      wrong: .demo(top: "tittle: A demonstration"), right: .demo(top: "title: A demonstration\nx-owner: me")),
    Explanation(
      "ZS0021", "The keys that must be there are there",
      """
      A file has `zmqspec`, `protocol` and `processes`, a socket its `type`, a chain its `steps`, a type its `enum` or
      its `record`. All else has a default.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQ } }
          Server: { sockets: { clients: { bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo()),
    Explanation(
      "ZS0022", "A value is of the kind that its place wants",
      """
      A list where a mapping must stand, a text where `true` or `false` must, and the like.
      """,
      wrong: .demo(
        messages: """
          - ping
          - pong
          """),
      right: .demo()),
    Explanation(
      "ZS0023", "A name has letters, digits, `_` and `-`, and begins with a letter",
      """
      Names become Swift names, anchors of pages and frames in frame lists, so they keep to what all of them bear: `a` to
      `z`, `A` to `Z`, `0` to `9`, `_` and `-`. On the wire a message may be called anything, see `wire`.
      """,
      wrong: .demo(
        messages: """
          ping: {}
          pong!: {}
          """,
        steps: "- Client -> Server: ping"),
      right: .demo(
        messages: """
          ping: {}
          pong: { wire: "pong!" }
          """)),
    Explanation(
      "ZS0024", "The version of the language is one that this tool knows",
      """
      `zmqspec: 1` says in which version of the language a file is written, so that later tools read it as it was meant.
      """,
      wrong: .text("zmqspec: 2\nprotocol: demo\nprocesses: {}"), right: .demo()),
    Explanation(
      "ZS0025", "A word is one of those that may stand there",
      """
      Some keys take one of a few words: `count`, `unknown`. The message lists them.
      """,
      wrong: counted("several"), right: counted("many")),
    Explanation(
      "ZS0026", "A socket type is one of libzmq's stable ones",
      """
      PAIR, REQ, REP, DEALER, ROUTER, PUB, SUB, XPUB, XSUB, PUSH, PULL and STREAM, in capitals. The draft types (CLIENT,
      SERVER, RADIO, DISH, …) are missing on purpose: in a libzmq that was built without them `zmq_socket` still succeeds,
      and the program is aborted at the first tcp connection.

      Source: man zmq_socket; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: REQUEST } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo()),
    Explanation(
      "ZS0027", "A span of time has a unit",
      """
      A number and one of `us`, `ms`, `s`, `min`, `h`, with no blank between: `250ms`, `2.5s`. A bare number is
      milliseconds for one reader and seconds for the next.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            within: 2
          """),
      right: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            within: 2s
          """)),
    Explanation(
      "ZS0050", "A span of time is longer than nothing",
      """
      `every: 0s` would send without end, `silence: 0s` take everybody for silent, `within: 0s` give up before anybody can answer,
      and a `pause` of nothing is none. Leave the key out where no time is meant. libzmq's `options` are another matter: there 0
      says something of its own (`linger: 0ms` keeps nothing at close, `heartbeat_ivl: 0ms` sends no pings).
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            within: 0s
          """),
      right: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            within: 2s
          """)),
    Explanation(
      "ZS0029", "A value means the same in every version of YAML",
      """
      YAML 1.1 reads `no` as false, `010` as eight, `1:30` as ninety, `1e3` as a text; YAML 1.2 reads a text, ten, a text,
      a thousand. A file with them would mean one thing to this tool and another to the next, so quotes decide.

      Source: yaml.org/type; YAML 1.2.2, section 10.3.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { country: { type: string, default: no } } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { country: { type: string, default: "no" } } }
          pong: {}
          """)),
    Explanation(
      "ZS0030", "A type expression can be read",
      """
      A type is a name, or `list<…>`, `map<…>` (with strings as keys) or `optional<…>` of a type.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { counts: list<int } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { counts: list<int> } }
          pong: {}
          """)),
    Explanation(
      "ZS0031", "An arrow is `->` or `<-`, between processes",
      """
      `A -> B: m` is sent, `A <- B: r` answers. An end is `Process` or `Process.socket`; only what is sent may have several
      receivers, parted by commas.
      """,
      wrong: .demo(
        steps: """
          - Client => Server: ping
          - Client <- Server: pong
          """),
      right: .demo()),
    Explanation(
      "ZS0032", "A step has one arrow and one message",
      """
      Each step is a list item of its own: `- Client -> Server: ping`, with a blank behind the colon. Quotes round the whole make
      one text of it; where an arrow needs quotes (in braces or brackets, for its commas), they stand round the arrow alone:
      `{ "Server -> Client, Log": ping }`.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server:ping
          - Client <- Server: pong
          """),
      right: .demo()),
    Explanation(
      "ZS0033", "A frame in `in` or `out` is a text",
      """
      The article's notation: a plain word is a value by name, `''` the empty frame, a text in single quotes a serialised
      list, a text in double quotes a constant.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
            out: [ [ ping, [], {} ] ]
          - Client <- Server: pong
          """),
      right: .demo(
        steps: """
          - Client -> Server: ping
            out: [ 'ping, [], {}' ]
          - Client <- Server: pong
          """)),
  ]

  /// More about what stands behind keys.
  static let values: [Explanation] = [
    Explanation(
      "ZS0037", "`version` is a semantic version",
      """
      Three numbers, such as `1.2.0`, and perhaps a pre-release such as `1.2.0-rc.1`. It is the version of *your* protocol.

      Source: semver.org, version 2.0.0.
      """,
      wrong: .demo(top: "version: 1.2"), right: .demo(top: "version: 1.2.0")),
    Explanation(
      "ZS0038", "Keys that exclude one another do not stand together",
      """
      A type is an `enum` or a `record`, not both.
      """,
      wrong: .demo(
        types: "Colour: { enum: [ red, green ], record: { hue: float } }",
        messages: """
          ping: { args: { colour: Colour } }
          pong: {}
          """),
      right: .demo(
        types: "Colour: { enum: [ red, green ] }",
        messages: """
          ping: { args: { colour: Colour } }
          pong: {}
          """)),
    Explanation(
      "ZS0039", "A key means something on its socket type",
      """
      `delimiter` is a choice of DEALER and ROUTER only (libzmq itself writes and strips it for REQ and REP, and the others
      know no envelope); `topic` belongs to PUB and XPUB, `subscribe` to SUB and XSUB, `otherwise` to sockets that
      receive.

      Source: RFC 28 to 31.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, delimiter: true } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo()),
    Explanation(
      "ZS0040", "The value behind `=` is a scalar",
      """
      `count: int = 5` is short for a mapping with `type` and `default`. Behind `=` stands a number, `true` or `false`, a
      word, a text in quotes, or `empty`; for lists and objects use the long form.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { counts: "list<int> = [1, 2]" } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { counts: { type: list<int>, default: [ 1, 2 ] } } }
          pong: {}
          """)),
    Explanation(
      "ZS0041", "A number fits 64 bits",
      """
      Larger integers have no type here. Write them as a `string`, or as `bytes`.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { count: uint64 = 99999999999999999999 } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: uint64 = 18446744073709551615 } }
          pong: {}
          """)),
    Explanation(
      "ZS0042", "Something stands where something must",
      """
      An empty text, an `enum` without cases, a chain without steps: leave the key out, or fill it.
      """,
      wrong: .demo(
        types: "Colour: { enum: [] }",
        messages: """
          ping: { args: { colour: Colour } }
          pong: {}
          """),
      right: .demo(
        types: "Colour: { enum: [ red ] }",
        messages: """
          ping: { args: { colour: Colour } }
          pong: {}
          """)),
    Explanation(
      "ZS0043", "`connect` names an endpoint or a socket",
      """
      An endpoint begins with its transport, `tcp://…`; a socket is `Process.socket`, whose endpoint is then taken.
      """,
      wrong: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: Server } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { sockets: { server: { type: REQ, connect: Server.clients } } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0044", "A key means something on its step",
      """
      `within` says how long a reply may take and `answers` which request it answers, so they stand beside `<-`; `every`
      stands beside `->`. An arrow through proxies has several hops, each with frames of its own, so `in` and `out` stand
      in its `hops`.
      """,
      wrong: .demo(
        steps: """
          - Client -> Server: ping
            within: 2s
          - Client <- Server: pong
          """),
      right: .demo(
        steps: """
          - Client -> Server: ping
          - Client <- Server: pong
            within: 2s
          """)),
  ]

  /// libzmq's options.
  static let options: [Explanation] = [
    Explanation(
      "ZS0028", "A size is a number of bytes, or has a unit",
      """
      `B`, `kB`, `MB`, `GB` (powers of 1000), `KiB`, `MiB`, `GiB` (powers of 1024), with no blank between: `64MiB`.
      """,
      wrong: sized("64 megabytes"), right: sized("64MiB")),
    Explanation(
      "ZS0034", "An option is one of libzmq's stable ones",
      """
      Options have libzmq's own names, in lower case and without `ZMQ_`. Some are written elsewhere, because they are
      more than an option: `routing_id`, `subscribe`.

      Source: man zmq_setsockopt.
      """,
      wrong: option("send_hwm: 10"), right: option("sndhwm: 10")),
    Explanation(
      "ZS0035", "An option is one that its socket type knows",
      """
      libzmq answers EINVAL to an option that a socket type does not know.

      Source: man zmq_setsockopt, "Applicable socket types".
      """,
      wrong: option("router_mandatory: true"), right: option("req_correlate: true")),
    Explanation(
      "ZS0036", "The value of an option is of its kind and within its bounds",
      """
      Flags are `true` and `false`, times have a unit although libzmq counts them in milliseconds, sizes may have one. 0 and -1 are
      written without one, where libzmq has a meaning for them.

      Some values libzmq would take, and go wrong later: a `heartbeat_ttl` of 65.6 s or more wraps around in the peer, which then
      ends the connection again and again, and with a `tcp_keepalive_cnt`, `…_idle` or `…_intvl` that Linux refuses there never
      is a connection (both measured).

      Source: man zmq_setsockopt, "Option value type" and "unit"; tcp(7).
      """,
      wrong: option("linger: soon"), right: option("linger: 250ms")),
  ]

  private static func counted(_ count: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { count: \(count), sockets: { server: REQ } }
        Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
        """)
  }

  private static func sized(_ size: String) -> ExampleFile { option("maxmsgsize: \(size)") }

  private static func option(_ option: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: { type: REQ, options: { \(option) } } } }
        Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
        """)
  }
}
