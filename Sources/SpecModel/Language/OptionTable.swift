import ZMQWire

extension OptionKey {
  /// Every option that a socket may set, in alphabetical order.
  public static let all: [OptionKey] = [
    OptionKey("affinity", "Which I/O threads serve the socket, as a bit mask", .number(0...Int.max)),
    OptionKey("backlog", "How many connections may wait to be accepted", .number(0...Int(Int32.max))),
    OptionKey("bindtodevice", "The network interface whose traffic it takes", .text),
    OptionKey("conflate", "Keep only the last message", .flag, for: [.pull, .push, .sub, .pub, .dealer]),
    OptionKey("connect_timeout", "How long a connect may take; 0: the system's", .milliseconds(minimum: 0)),
    OptionKey("handshake_ivl", "How long the ZMTP handshake may take; 0: no limit", .milliseconds(minimum: 0)),
    OptionKey("heartbeat_ivl", "How often a ZMTP ping is sent; 0: never", .milliseconds(minimum: 0)),
    OptionKey("heartbeat_timeout", "How long a ZMTP pong may take; 0: no limit", .milliseconds(minimum: 0)),
    // It travels in tenths of a second, and zmtp_engine.cpp multiplies 16 bits by 100 in 16 bits.
    OptionKey(
      "heartbeat_ttl", "How long the peer may hear nothing of us; 0: as long as it likes",
      .milliseconds(minimum: 0, maximum: 65_500, step: 100),
      beyond:
        "it travels in tenths of a second, and the peer counts it in 16 bits of milliseconds: 65.6s are 64ms there"),
    OptionKey("immediate", "Queue only to completed connections", .flag),
    OptionKey("invert_matching", "Deliver what does not match", .flag, for: [.pub, .xpub, .sub]),
    OptionKey("ipv6", "Use IPv6 beside IPv4", .flag),
    OptionKey("linger", "How long unsent messages are kept at close; -1: for ever", .milliseconds(minimum: -1)),
    OptionKey("maxmsgsize", "The largest message it accepts; -1: no limit", .bytes(minimum: -1)),
    OptionKey("multicast_hops", "How many routers multicast may pass", .number(1...255)),
    OptionKey("multicast_maxtpdu", "The largest multicast packet", .bytes(minimum: 1, maximum: Int(Int32.max))),
    OptionKey("probe_router", "Say hello with an empty message", .flag, for: [.router, .dealer, .req]),
    OptionKey("rate", "The multicast rate in kbit/s", .number(1...Int(Int32.max))),
    OptionKey(
      "rcvbuf", "The kernel's receive buffer; -1: the system's", .bytes(minimum: -1, maximum: Int(Int32.max))),
    OptionKey("rcvhwm", "How many received messages may wait; 0: no limit", .number(0...Int(Int32.max))),
    OptionKey("rcvtimeo", "How long receiving may block; -1: for ever", .milliseconds(minimum: -1)),
    OptionKey("reconnect_ivl", "How long to wait before reconnecting; 0 or -1: never do", .milliseconds(minimum: -1)),
    OptionKey("reconnect_ivl_max", "The longest such wait; 0: always the same", .milliseconds(minimum: 0)),
    OptionKey("recovery_ivl", "How long a multicast receiver may be away", .milliseconds(minimum: 0)),
    OptionKey("req_correlate", "Match replies to requests by a number", .flag, for: [.req]),
    OptionKey("req_relaxed", "Allow a new request before the reply", .flag, for: [.req]),
    OptionKey("router_handover", "Give a routing id to the peer that comes last", .flag, for: [.router]),
    OptionKey("router_mandatory", "Fail on unknown routing ids", .flag, for: [.router]),
    OptionKey("sndbuf", "The kernel's send buffer; -1: the system's", .bytes(minimum: -1, maximum: Int(Int32.max))),
    OptionKey("sndhwm", "How many messages may wait to be sent; 0: no limit", .number(0...Int(Int32.max))),
    OptionKey("sndtimeo", "How long sending may block; -1: for ever", .milliseconds(minimum: -1)),
    OptionKey("socks_proxy", "The SOCKS5 proxy, `host:port`", .text),
    OptionKey("stream_notify", "Tell of connects and disconnects", .flag, for: [.stream]),
    OptionKey("tcp_keepalive", "TCP keep-alive: 1 on, 0 off, -1 the system's", .number(-1...1)),
    OptionKey(
      "tcp_keepalive_cnt", "Probes before giving up; -1: the system's", .number(1...127, orSystem: true),
      beyond: refusedBySystem),
    OptionKey(
      "tcp_keepalive_idle", "Quiet time before the first probe; -1: the system's", .seconds(maximum: 32_767),
      beyond: refusedBySystem),
    OptionKey(
      "tcp_keepalive_intvl", "Time between probes; -1: the system's", .seconds(maximum: 32_767), beyond: refusedBySystem
    ),
    OptionKey("tcp_maxrt", "How long TCP retransmits; 0: the system's", .milliseconds(minimum: 0)),
    OptionKey("tos", "The IP type-of-service byte", .number(0...255)),
    OptionKey("xpub_manual", "The program itself decides on subscriptions", .flag, for: [.xpub]),
    OptionKey("xpub_nodrop", "Fail at the high-water mark instead of dropping", .flag, for: [.pub, .xpub]),
    OptionKey("xpub_verbose", "Pass on every subscription", .flag, for: [.xpub]),
    OptionKey("xpub_verboser", "Pass on every subscription and unsubscription", .flag, for: [.xpub]),
    OptionKey("xpub_welcome_msg", "What a new subscriber gets first", .text, for: [.xpub]),
  ]

  /// Of tcp(7), `TCP_KEEPCNT`, `TCP_KEEPIDLE` and `TCP_KEEPINTVL`: libzmq gives each connection up in silence.
  private static let refusedBySystem = "Linux refuses any other, and libzmq then never has a connection"

  /// The options by name.
  public static let byName: [String: OptionKey] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// libzmq options that a protocol file says in another way, or not at all, with what to write instead.
  public static let elsewhere: [String: String] = {
    var table = [
      "routing_id": "write it as the key `routing_id` of the socket or its process",
      "identity": "write it as the key `routing_id` of the socket or its process",
      "subscribe": "write it as the key `subscribe` of the socket",
      "unsubscribe": "write the key `subscribe: dynamic`, and unsubscribe in the program",
      "connect_routing_id": "write the key `routing_id` at the socket that the ROUTER talks to",
      "router_raw": "use a STREAM socket",
    ]
    for name in [
      "plain_server", "plain_username", "plain_password", "curve_server", "curve_publickey", "curve_secretkey",
      "curve_serverkey", "gssapi_server", "gssapi_principal", "gssapi_service_principal", "gssapi_plaintext",
      "zap_domain", "zap_enforce_domain", "mechanism",
    ] {
      table[name] = "write the key `security` of the socket, and give the program the keys or passwords"
    }
    return table
  }()
}
