import SpecCompiler
import SpecModel
import Testing

/// What the rules must let pass: each protocol is as far as it may go and has no diagnostics.
@Suite struct CleanProtocolsTests {
  /// A protocol with nothing wrong, and what it shows.
  struct Sample: Sendable, CustomTestStringConvertible {
    var shows: String
    var processes: String
    var rest: String = ""
    var messages = "ping: {}\npong: {}"
    var chains: [String]
    var testDescription: String { shows }

    /// One chain of steps.
    init(_ shows: String, _ processes: String, rest: String = "", messages: String? = nil, steps: String) {
      self.init(shows, processes, rest: rest, messages: messages, chains: [steps])
    }

    /// Several chains of steps.
    init(_ shows: String, _ processes: String, rest: String = "", messages: String? = nil, chains: [String]) {
      self.shows = shows
      self.processes = processes
      self.rest = rest
      self.messages = messages ?? self.messages
      self.chains = chains
    }

    var text: String {
      func indented(_ text: String, _ blanks: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: blanks) + $0 + "\n" }.joined()
      }
      return "zmqspec: 1\nprotocol: sample\n\(rest)\nprocesses:\n\(indented(processes, 2))messages:\n"
        + "\(indented(messages, 2))chains:\n"
        + chains.enumerated().map { "  chain-\($0):\n    steps:\n" + indented($1, 6) }.joined()
    }
  }

  @Test("zero diagnostics", arguments: lockstep + paths + proxies + routing + endpoints + publishing + values + layouts)
  func clean(sample: Sample) {
    let compilation = Compiler.compile(Array(sample.text.utf8), name: "sample.yaml")
    #expect(DiagnosticPrinter(compilation.source).print(compilation.diagnostics) == "")
  }

  private static func pair(_ client: String, _ server: String, more: String = "") -> String {
    """
    Client: { sockets: { server: \(client) } }
    Server: { sockets: { clients: { type: \(server), bind: "tcp://127.0.0.1:5555" } } }\(more)
    """
  }

  private static let broker = """
    Client: { count: many, sockets: { broker: { type: REQ, connect: Broker.clients } } }
    Broker:
      sockets:
        clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
        workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
      proxies: [ clients <-> workers ]
    Worker: { count: many, sockets: { jobs: { type: REP, connect: Broker.workers } } }
    """

  static let paths = [
    Sample(
      "every branch has its reply, or the request is lost", broker, messages: "render: {}\ndone: {}\nfailed: {}",
      steps: """
        - Client -> Broker -> Worker: render
        - alt the scene is drawn:
            - Client <- Broker <- Worker: done
              within: 2.5s
          else the scene is broken:
            - Client <- Broker <- Worker: failed
          else no worker answers:
            - Client -> Broker -> Worker: render
              lost: true
            - pause: 2.5s
        """),
    Sample(
      "whoever has waited long enough asks anew", pair("REQ", "ROUTER"),
      steps: """
        - Client -> Server: ping
        - alt the server is there:
            - Client <- Server: pong
              within: 2s
          else it is not:
            - Client -> Server: ping
            - Client <- Server: pong
              answers: ping
        """),
    Sample(
      "a request that was lost is asked again", pair("REQ", "REP"),
      steps: """
        - Client -> Server: ping
          lost: true
        - pause: 2.5s
        - Client -> Server: ping
        - Client <- Server: pong
        """),
    Sample(
      "a loop that asks and is answered each time", pair("REQ", "REP"),
      steps: """
        - loop:
            - Client -> Server: ping
            - Client <- Server: pong
            - break enough:
                - note: Nothing more is asked.
        - Client -> Server: ping
        - Client <- Server: pong
        """),
    Sample(
      "two branches ask at the same time", pair("REQ", "REP", more: "\nOther: { sockets: { server: REQ } }"),
      steps: """
        - par:
            - [ { Client -> Server: ping }, { Client <- Server: pong } ]
            - [ { Other -> Server: ping }, { Other <- Server: pong } ]
        """),
    Sample(
      "many processes end, one after the other",
      "Client: { count: many, sockets: { server: DEALER } }\n"
        + "Server: { sockets: { clients: { type: ROUTER, bind: \"tcp://127.0.0.1:5555\" } } }",
      messages: "hello: {}\nstop: {}",
      steps: """
        - loop for each client:
            - Client -> Server: hello
            - Server -> Client: stop
              final: Client
        """),
    Sample(
      "a break that ends the chain after an answer", pair("DEALER", "ROUTER"),
      messages: "ping: {}\npong: {}\nbusy: {}",
      steps: """
        - Client -> Server: ping
        - break the server is busy:
            - Client <- Server: busy
        - Client <- Server: pong
        """),
    Sample(
      "one branch of several decides who speaks first", pair("DEALER", "ROUTER"),
      steps: """
        - opt the client is new:
            - Client -> Server: ping
        - Server -> Client: pong
        """),
  ]

  static let proxies = [
    Sample(
      "two ROUTERs of which only the one that is addressed first sets its id",
      "Client: { sockets: { server: ROUTER } }\n"
        + "Server: { routing_id: b, sockets: { clients: { type: ROUTER, bind: \"tcp://127.0.0.1:5555\" } } }",
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "a worker that answers through a proxy knows all ids from the request",
      broker.replacing("type: REQ", with: "type: DEALER").replacing("type: REP", with: "type: ROUTER"),
      steps: "- Client -> Broker -> Worker: ping\n- Client <- Broker <- Worker: pong"),
    Sample(
      "a forwarder",
      """
      Reader: { count: many, sockets: { news: { type: SUB, connect: Hub.readers } } }
      Hub:
        sockets:
          readers: { type: XPUB, bind: "tcp://127.0.0.1:5555" }
          writers: { type: XSUB, bind: "tcp://127.0.0.1:5556" }
        proxies: [ writers <-> readers ]
      Writer: { count: many, sockets: { news: { type: PUB, topic: news, connect: Hub.writers } } }
      """, messages: "ping: {}", steps: "- Writer -> Hub -> Reader: ping"),
    Sample(
      "peers that take turns and understand the same",
      "Client: { sockets: { servers: { type: PUSH, connect: [ Left.jobs, Right.jobs ] } } }\n"
        + "Left: { sockets: { jobs: { type: PULL, bind: \"tcp://127.0.0.1:5555\" } } }\n"
        + "Right: { sockets: { jobs: { type: PULL, bind: \"tcp://127.0.0.1:5556\" } } }",
      messages: "ping: {}", steps: "- Client -> Left: ping\n- Client -> Right: ping"),
  ]

  static let lockstep = [
    Sample(
      "a REP that may stay silent serves a DEALER", pair("DEALER", "REP, otherwise: drop"), messages: "ping: {}",
      steps: "- Client -> Server: ping\n- Client -> Server: ping"),
    Sample(
      "a REP need not answer when its process ends later in the chain",
      pair("REQ", "REP", more: "\nLog: { sockets: { server: { type: PULL, connect: Server.log } } }").replacing(
        "clients:", with: "log: { type: PUSH, bind: \"tcp://127.0.0.1:5556\" }, clients:"),
      steps: "- Client -> Server: ping\n- Server -> Log: pong\n  final: Server"),
    Sample(
      "a REQ need not be answered when its own process ends", pair("REQ", "ROUTER"), messages: "ping: {}",
      steps: "- Client -> Server: ping\n  final: Client"),
    Sample(
      "the one who answers may end with its answer", pair("REQ", "REP"),
      steps: "- Client -> Server: ping\n- Client <- Server: pong\n  final: Server"),
    Sample(
      "a REP serves one client after the other", pair("REQ", "REP", more: "\nOther: { sockets: { server: REQ } }"),
      steps: """
        - Client -> Server: ping
        - Client <- Server: pong
        - Other -> Server: ping
        - Other <- Server: pong
        """),
    Sample(
      "a message that is forwarded keeps its name",
      pair("REQ", "REP", more: "").replacing(
        "clients:", with: "next: { type: PUSH, bind: \"tcp://127.0.0.1:5556\" }, clients:")
        + "\nNext: { sockets: { server: PULL } }",
      messages: "ping: {}\npong: {}\njob: {}",
      steps: """
        - Client -> Server.clients: ping
        - Client <- Server.clients: pong
        - Server -> Next: job
        - Server -> Next: job
        """),
  ]

  static let routing = [
    Sample(
      "a ROUTER answers whoever has asked", pair("DEALER", "ROUTER"),
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "a ROUTER speaks first to an id that is set",
      "Client: { count: many, routing_id: \"c-{name}\", sockets: { server: DEALER } }\n"
        + "Server: { sockets: { clients: { type: ROUTER, bind: \"tcp://127.0.0.1:5555\" } } }",
      messages: "ping: {}", steps: "- Server -> Client: ping"),
    Sample(
      "a ROUTER knows who has spoken in another chain", pair("DEALER", "ROUTER"),
      chains: ["- Server -> Client: pong", "- Client -> Server: ping"]),
    Sample(
      "two ROUTERs with ids",
      "Client: { routing_id: a, sockets: { server: ROUTER } }\n"
        + "Server: { routing_id: b, sockets: { clients: { type: ROUTER, bind: \"tcp://127.0.0.1:5555\" } } }",
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "a ROUTER without id speaks first to one with",
      "Client: { count: many, sockets: { server: ROUTER } }\n"
        + "Server: { routing_id: b, sockets: { clients: { type: ROUTER, bind: \"tcp://127.0.0.1:5555\" } } }",
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample("two DEALERs", pair("DEALER", "DEALER"), steps: "- Client -> Server: ping\n- Server -> Client: pong"),
    Sample("a PAIR", pair("PAIR", "PAIR"), steps: "- Client -> Server: ping\n- Server -> Client: pong"),
    Sample(
      "frames as the author believes them",
      pair("REQ", "ROUTER").replacing("Client: {", with: "Client: { shown_as: id,"),
      steps: """
        - Client -> Server: ping
          in: [ 'ping, [], {}' ]
          out: [ id, '', 'ping, [], {}' ]
        - Client <- Server: pong
          in: [ id, '', 'pong, [], {}' ]
          out: [ 'pong,[],{}' ]
        """),
  ]

  static let endpoints = [
    Sample(
      "parameters anywhere in an endpoint",
      """
      Client: { sockets: { server: { type: REQ, connect: "tcp://{host}:{port}" } } }
      Server: { count: many, sockets: { clients: { type: REP, bind: [ "tcp://{host}:{port}", "ipc:///tmp/{name}" ] } } }
      """, steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "ports that the system chooses collide with nothing",
      """
      Client: { sockets: { server: REQ, news: SUB } }
      Server:
        count: many
        sockets: { clients: { type: REP, bind: "tcp://*:*" }, news: { type: PUB, bind: "tcp://*:0" } }
      """, steps: "- Client -> Server: ping\n- Client <- Server: pong\n- Server.news -> Client.news: pong"),
    Sample(
      "another name of the same machine",
      pair("{ type: REQ, connect: \"tcp://server.example:5555\" }", "REP"),
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "IPv6", pair("REQ", "REP").replacing("127.0.0.1", with: "[::1]"),
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "one port on two addresses",
      pair("REQ", "REP").replacing("clients:", with: "log: { type: PUB, bind: \"tcp://10.0.0.1:5555\" }, clients:")
        + "\nReader: { sockets: { log: SUB } }",
      steps: "- Client -> Server: ping\n- Client <- Server: pong\n- Server -> Reader: pong"),
    Sample(
      "inproc inside one process",
      "Main: { sockets: { a: PAIR, b: { type: PAIR, bind: \"inproc://ab\" } } }",
      steps: "- Main.a -> Main.b: ping\n- Main.b -> Main.a: pong"),
    Sample(
      "a path of 107 bytes",
      pair("REQ", "REP").replacing("tcp://127.0.0.1:5555", with: "ipc://" + String(repeating: "a", count: 107)),
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
  ]

  static let publishing = [
    Sample(
      "a subscription to everything", pair("{ type: SUB, subscribe: \"\" }", "PUB"), messages: "ping: {}",
      steps: "- Server -> Client: ping"),
    Sample(
      "a subscription by type", pair("{ type: SUB, subscribe: '[\"ping\"' }", "PUB"), messages: "ping: {}",
      steps: "- Server -> Client: ping"),
    Sample(
      "subscriptions of the program's own", pair("{ type: SUB, subscribe: dynamic }", "PUB, topic: a"),
      messages: "ping: {}", steps: "- Server -> Client: ping"),
    Sample(
      "part of a placeholder", pair("{ type: SUB, subscribe: a.berlin }", "PUB, topic: \"a.{city}\""),
      messages: "ping: { args: { city: string } }", steps: "- Server -> Client: ping"),
    Sample(
      "the topic's own text among the frames", pair("SUB", "PUB, topic: news"), messages: "ping: {}",
      steps: "- Server -> Client: ping\n  in: [ news, 'ping, [], {}' ]\n  out: [ topic, 'ping, [], {}' ]"),
    Sample(
      "a constant and a field as first frames, which are the topics", pair("SUB", "PUB"),
      rest: "layouts: { beat: [ text: $type ], entry: [ $args... ] }\n",
      messages: "ping: { layout: beat }\npong: { layout: entry, args: { key: { type: string, pattern: /.* } } }",
      steps: "- Server -> Client: ping\n- Server -> Client: pong"),
    Sample(
      "XPUB and XSUB, both ways", pair("XSUB", "XPUB"), steps: "- Server -> Client: ping\n- Client -> Server: pong"),
  ]

  /// Two messages of these layouts, sent by a DEALER.
  private static func told(_ shows: String, _ layouts: String, _ messages: String, more: String = "") -> Sample {
    Sample(
      shows, pair("DEALER", "ROUTER"), rest: "layouts: { \(layouts) }\n", messages: messages,
      steps: "- Client -> Server: ping\n- Client -> Server: pong" + more)
  }

  static let layouts = [
    told(
      "told apart by the number of frames", "a: [ $args... ]",
      "ping: { layout: a, args: { x: string } }\npong: { layout: a, args: { x: string, y: string } }"),
    told(
      "told apart by the size of a frame", "a: [ $x ], b: [ $y ]",
      "ping: { layout: a, args: { x: uint8 } }\npong: { layout: b, args: { y: uint16 } }"),
    told(
      "told apart by the kind of a JSON value", "a: [ json: [ 1, $data ] ]",
      "ping: { layout: a, args: { x: string } }\npong: { layout: a, args: { x: list<int> } }"),
    told(
      "told apart by the members of a JSON object", "a: [ json: $kwargs ]",
      "ping: { layout: a, kwargs: { x: string } }\npong: { layout: a, kwargs: { y: string } }"),
    told(
      "told apart by a type in the midst of a packed frame",
      "a: [ packed: [ uint16: 0xAAA1, uint8: $n, uint8: $type, string8: $s ], $more... ]",
      "ping: { layout: a, wire: 1, args: { n: uint8, s: string, more...: bytes } }\n"
        + "pong: { layout: a, wire: 2, args: { n: uint8, s: string, more...: bytes } }"),
    told(
      "told apart by a constant that a pattern excludes", "a: [ text: $x ], b: [ text: END ]",
      "ping: { layout: a, args: { x: { type: string, pattern: \"/.*\" } } }\npong: { layout: b }"),
    told(
      "told apart by a text that is no number", "a: [ text: $x ], b: [ text: END ]",
      "ping: { layout: a, args: { x: int } }\npong: { layout: b }"),
    Sample(
      "replies of one shape are known by their requests", pair("DEALER", "ROUTER"),
      rest: "layouts: { answer: [ json: $kwargs ] }\n",
      messages: "ping: {}\nask: {}\npong: { layout: answer, kwargs: { n: int } }\n"
        + "told: { layout: answer, kwargs: { n: int } }",
      steps: """
        - Client -> Server: ping
        - Client <- Server: pong
        - Client -> Server: ask
        - Client <- Server: told
        """),
    Sample(
      "a subscription on purpose", pair("XSUB", "XPUB"),
      rest: "layouts: { subscribing: [ packed: [ uint8: $type, bytes: $prefix ] ] }\n",
      messages: "ping: {}\npong: { layout: subscribing, wire: 1, args: { prefix: bytes } }",
      steps: "- Server -> Client: ping\n- Client -> Server: pong"),
    Sample(
      "a wider integer that its bounds keep small", pair("DEALER", "ROUTER"),
      rest: "layouts: { a: [ text: $type, uint8: $n, int16le: $m ] }\n",
      messages: "ping: { layout: a, args: { n: { type: int, minimum: 0, maximum: 255 }, m: uint8 } }",
      steps: "- Client -> Server: ping"),
    Sample(
      "what is handled causes what is sent", pair("DEALER", "ROUTER"),
      rest: """
        layouts:
          call: { fields: { id: int = fresh }, frames: [ json: [ $type, $id ] ] }
          news: { fields: { about: int = cause.id }, frames: [ json: [ $type, $about ] ] }

        """,
      messages: "ping: { layout: call }\npong: { layout: news }",
      steps: "- Client -> Server: ping\n- Server -> Client: pong"),
  ]

  static let values = [
    Sample(
      "names that are Swift's keywords", pair("REQ", "REP"),
      rest: "types: { switch: { enum: [ default, case ] } }\n",
      messages: "class: { args: { init: int, func: switch } }\nreturn: {}",
      steps: "- Client -> Server: class\n- Client <- Server: return"),
    Sample(
      "optional arguments, then defaults", pair("REQ", "REP"),
      messages: "ping: { args: { a: int, b: optional<int>, c: int = 3 } }\npong: {}",
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "layouts side by side", pair("DEALER", "ROUTER"),
      messages: """
        ping: { layout: pair }
        pong: { layout: list, args: { type: string } }
        pang: { layout: object, kwargs: { x: int } }
        pung: { layout: triple, kwargs: { type: string } }
        """,
      steps: """
        - Client -> Server: ping
        - Client -> Server: pong
        - Client -> Server: pang
        - Client -> Server: pung
        """),
    Sample(
      "a refusal from a reason", pair("REQ", "REP, otherwise: refused"),
      messages: "ping: {}\npong: {}\nrefused: { args: { reason: string, code: int = 400, at: optional<timestamp> } }",
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
    Sample(
      "defaults at the edges of their types", pair("REQ", "REP"),
      rest: "types:\n  Colour: { enum: [ red ] }\n  Point: { record: { x: float, label: string = here } }\n",
      messages: """
        ping:
          args:
            a: int8 = -128
            b: uint64 = 18446744073709551615
            c: float = 1
            d: float32 = -3.0e+38
            e: bytes = "/wA="
            f: uuid = "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"
            g: timestamp = "2024-02-29T23:59:59.123456+01:00"
            h: duration = 0.25
            i: duration = 3
            j: { type: json, default: { any: [ thing, null ] } }
            k: { type: list<Colour>, default: [ red, red ] }
            l: { type: map<Point>, default: { a: { x: 1 }, b: { x: 2.5, label: there } } }
            m: list<int> = empty
            n: routing_id = "d29ya2Vy"
            o: { type: empty, example: null }
            p: { type: optional<Point>, default: null }
        pong: {}
        """,
      steps: "- Client -> Server: ping\n- Client <- Server: pong"),
  ]
}
