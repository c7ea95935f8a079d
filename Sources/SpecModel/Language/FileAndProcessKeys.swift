import ZMQWire

// The keys of a file's top, of processes and of sockets.

extension LanguagePlace {
  static let fileKeys: [LanguageKey] = [
    LanguageKey(
      "zmqspec", "The version of the language", .words(LanguageWord.versions), example: "1", isRequired: true),
    LanguageKey("protocol", "The name of the protocol", .text(.name), example: "ping-pong", isRequired: true),
    LanguageKey("version", "The semantic version of the protocol itself", .text(.version), example: "1.2.0"),
    LanguageKey("title", "One line for headings; the name where there is none", .text(.line), example: "Ping and pong"),
    LanguageKey("about", "What the protocol is for, in Markdown", .text(.markdown), example: "Counts pings and pongs."),
    LanguageKey(
      "layout", "How messages become frames: `triple` (the default), `pair`, `list`, `object` or one of `layouts`",
      .anyOf([.words(LanguageWord.layouts), .text(.name)]), example: "pair"),
    LanguageKey(
      "processes", "Who takes part, by name", .entries(of: .process),
      example: "{ PongProc: { sockets: { pings: REP } } }", isRequired: true),
    LanguageKey(
      "layouts", "Layouts of your own, by name", .entries(of: .layout), example: "{ answer: [ json: $kwargs ] }"),
    LanguageKey(
      "types", "Enums, records and unions, by name", .entries(of: .type),
      example: "{ Colour: { enum: [ red, green, blue ] } }"),
    LanguageKey(
      "messages", "What can be said, by name", .entries(of: .message), example: "{ ping: { args: { count: int } } }"),
    LanguageKey(
      "chains", "Who says what to whom, in which order, by task", .entries(of: .chain),
      example: "{ sending-pings: { steps: [ { PingProc -> PongProc: ping } ] } }"),
  ]

  static let processKeys: [LanguageKey] = [
    LanguageKey("about", "What the process does, in Markdown", .text(.markdown), example: "Hands scenes to workers."),
    LanguageKey(
      "count", "How many of it there may be at a time: `one` (the default) or `many`", .words(LanguageWord.counts),
      example: "many"),
    LanguageKey(
      "shown_as", "The name under which frame lists show its routing id; default `<process>_id`", .text(.name),
      example: "ping_uuid"),
    LanguageKey(
      "routing_id", "The routing id that its sockets set; without it libzmq makes one up", .text(.template),
      example: "\"worker-{name}\""),
    LanguageKey("sockets", "Its sockets, by name", .entries(of: .socket), example: "{ pongs: REQ }"),
    LanguageKey(
      "proxies", "Pairs of sockets between which everything is passed on (zmq_proxy)", .oneOrSeveral(.text(.proxy)),
      example: "[ clients <-> workers ]"),
  ]

  static let socketKeys: [LanguageKey] = [
    LanguageKey(
      "type", "The libzmq socket type", .words(LanguageWord.socketTypes), example: "ROUTER", isRequired: true),
    LanguageKey("about", "What the socket is for, in Markdown", .text(.markdown), example: "Where clients ask."),
    LanguageKey(
      "bind", "The endpoint, or a list of endpoints, that it binds", .oneOrSeveral(.text(.endpoint)),
      example: "\"tcp://*:{client_port}\""),
    LanguageKey(
      "connect", "The endpoint, the `Process.socket`, or a list of them, that it connects to",
      .oneOrSeveral(.text(.connection)),
      example: "Broker.clients"),
    LanguageKey(
      "routing_id", "The routing id that it sets; default: its process's", .text(.template),
      example: "\"worker-{name}\""),
    LanguageKey(
      "shown_as", "The name under which frame lists show its routing id; default: its process's", .text(.name),
      example: "worker_id"),
    LanguageKey(
      "delimiter", "DEALER, ROUTER: whether an empty frame parts envelope and body; inferred where it is not written",
      .flag,
      example: "true", on: [.dealer, .router]),
    LanguageKey(
      "topic", "PUB, XPUB: frame 0 of every message that it sends", .text(.template), example: "\"weather.{city}\"",
      on: [.pub, .xpub]),
    LanguageKey(
      "subscribe", "SUB, XSUB: the prefix or prefixes it subscribes to, or `dynamic`; default: what its chains deliver",
      .anyOf([.words(LanguageWord.dynamic), .oneOrSeveral(.text(.prefix))]),
      example: "[ \"weather.\" ]", on: [.sub, .xsub]),
    LanguageKey(
      "silence", "After this long without a message from a peer, the process is told", .text(.duration), example: "3s",
      on: Set(SocketType.allCases.filter(\.canReceive))),
    LanguageKey(
      "otherwise",
      "What answers a message that is malformed, unknown or out of turn: `drop` (the default), `handle` or a message",
      .anyOf([.words(LanguageWord.refusals), .text(.name)]),
      example: "handle", on: Set(SocketType.allCases.filter(\.canReceive))),
    LanguageKey(
      "options", "libzmq options by their own names, with units", .options, example: "{ sndhwm: 10000, linger: 0ms }"),
    LanguageKey(
      "security", "How peers are known: `none` (the default), `plain` or `curve`", .words(LanguageWord.mechanisms),
      example: "curve"),
  ]
}
