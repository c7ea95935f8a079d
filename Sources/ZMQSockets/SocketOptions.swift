import CLibZMQ
import ZMQRuntime
import ZMQWire

/// libzmq's socket options by their own names, with the defaults that keep a program out of trouble.
enum SocketOptions {
  /// How libzmq stores an option's value.
  private enum Kind { case int, int64, bytes }

  /// The options that exist in every libzmq 4.3 without drafts and make sense before bind and connect.
  private static let known: [String: (number: Int32, kind: Kind)] = [
    "affinity": (ZMQ_AFFINITY, .int64), "backlog": (ZMQ_BACKLOG, .int), "bindtodevice": (ZMQ_BINDTODEVICE, .bytes),
    "conflate": (ZMQ_CONFLATE, .int), "connect_timeout": (ZMQ_CONNECT_TIMEOUT, .int),
    "curve_publickey": (ZMQ_CURVE_PUBLICKEY, .bytes), "curve_secretkey": (ZMQ_CURVE_SECRETKEY, .bytes),
    "curve_server": (ZMQ_CURVE_SERVER, .int), "curve_serverkey": (ZMQ_CURVE_SERVERKEY, .bytes),
    "handshake_ivl": (ZMQ_HANDSHAKE_IVL, .int), "heartbeat_ivl": (ZMQ_HEARTBEAT_IVL, .int),
    "heartbeat_timeout": (ZMQ_HEARTBEAT_TIMEOUT, .int), "heartbeat_ttl": (ZMQ_HEARTBEAT_TTL, .int),
    "immediate": (ZMQ_IMMEDIATE, .int), "invert_matching": (ZMQ_INVERT_MATCHING, .int), "ipv6": (ZMQ_IPV6, .int),
    "linger": (ZMQ_LINGER, .int), "maxmsgsize": (ZMQ_MAXMSGSIZE, .int64),
    "multicast_hops": (ZMQ_MULTICAST_HOPS, .int), "multicast_maxtpdu": (ZMQ_MULTICAST_MAXTPDU, .int),
    "plain_password": (ZMQ_PLAIN_PASSWORD, .bytes), "plain_server": (ZMQ_PLAIN_SERVER, .int),
    "plain_username": (ZMQ_PLAIN_USERNAME, .bytes), "probe_router": (ZMQ_PROBE_ROUTER, .int),
    "rate": (ZMQ_RATE, .int), "rcvbuf": (ZMQ_RCVBUF, .int), "rcvhwm": (ZMQ_RCVHWM, .int),
    "rcvtimeo": (ZMQ_RCVTIMEO, .int), "reconnect_ivl": (ZMQ_RECONNECT_IVL, .int),
    "reconnect_ivl_max": (ZMQ_RECONNECT_IVL_MAX, .int), "recovery_ivl": (ZMQ_RECOVERY_IVL, .int),
    "req_correlate": (ZMQ_REQ_CORRELATE, .int), "req_relaxed": (ZMQ_REQ_RELAXED, .int),
    "router_handover": (ZMQ_ROUTER_HANDOVER, .int), "router_mandatory": (ZMQ_ROUTER_MANDATORY, .int),
    "sndbuf": (ZMQ_SNDBUF, .int), "sndhwm": (ZMQ_SNDHWM, .int), "sndtimeo": (ZMQ_SNDTIMEO, .int),
    "socks_proxy": (ZMQ_SOCKS_PROXY, .bytes), "stream_notify": (ZMQ_STREAM_NOTIFY, .int),
    "tcp_keepalive": (ZMQ_TCP_KEEPALIVE, .int), "tcp_keepalive_cnt": (ZMQ_TCP_KEEPALIVE_CNT, .int),
    "tcp_keepalive_idle": (ZMQ_TCP_KEEPALIVE_IDLE, .int), "tcp_keepalive_intvl": (ZMQ_TCP_KEEPALIVE_INTVL, .int),
    "tcp_maxrt": (ZMQ_TCP_MAXRT, .int), "tos": (ZMQ_TOS, .int), "xpub_manual": (ZMQ_XPUB_MANUAL, .int),
    "xpub_nodrop": (ZMQ_XPUB_NODROP, .int), "xpub_verbose": (ZMQ_XPUB_VERBOSE, .int),
    "xpub_verboser": (ZMQ_XPUB_VERBOSER, .int), "xpub_welcome_msg": (ZMQ_XPUB_WELCOME_MSG, .bytes),
    "zap_domain": (ZMQ_ZAP_DOMAIN, .bytes),
  ]

  /// Refuses a number that libzmq would take, and that goes wrong later, in silence.
  ///
  /// A time to live travels in tenths of a second, and the peer multiplies these 16 bits by 100 in 16 bits
  /// (zmtp_engine.cpp): 65.6 s are 64 ms there, and the connection ends again and again. What Linux refuses of tcp's
  /// (tcp(7)) ends each connection as it begins.
  private static func check(_ name: String, _ number: Int) throws(TransportError) {
    let limits: String
    switch name {
    case "heartbeat_ttl":
      if (0...65_500).contains(number), number.isMultiple(of: 100) { return }
      limits = "a peer counts steps of 100 ms, up to 65500"
    case "tcp_keepalive_cnt":
      if number == -1 || (1...127).contains(number) { return }
      limits = "the system takes 1 to 127, and -1 for its own"
    case "tcp_keepalive_idle", "tcp_keepalive_intvl":
      if number == -1 || (1...32_767).contains(number) { return }
      limits = "the system takes 1 to 32767, and -1 for its own"
    default: return
    }
    throw TransportError(operation: "set", subject: "option \(name) to \(number)", code: EINVAL, reason: limits)
  }

  /// The names of all options that can be set.
  static var names: [String] { known.keys.sorted() }

  /// What is set unless the protocol file or the program says otherwise.
  ///
  /// libzmq's own defaults block at exit for ever, never notice a dead peer, and send to nobody when a
  /// routing id is unknown.
  static func defaults(for configuration: SocketConfiguration) -> [String: SocketOption] {
    let (cutOff, isBoundless) = configuration.maximumMessageSize.multipliedReportingOverflow(by: 4)
    var options: [String: SocketOption] = [
      "linger": 1000, "heartbeat_ivl": 5000, "heartbeat_timeout": 15000, "heartbeat_ttl": 15000,
      "reconnect_ivl_max": 10000, "handshake_ivl": 10000,
      // Beyond the runtime's own limit there is still somebody to tell; beyond this the peer is cut off.
      "maxmsgsize": .int(isBoundless ? -1 : cutOff),
    ]
    if configuration.openedType == .router {
      options["router_mandatory"] = 1
      options["router_handover"] = 1
    }
    // Who subscribes to a PUB is counted.
    if configuration.type == .pub { options["xpub_verboser"] = 1 }
    // Messages are not queued for endpoints that never answer, but only where there is another to choose:
    // this also throws away what is queued at each disconnect.
    if configuration.openedType.roundRobins, configuration.connect.count > 1 { options["immediate"] = 1 }
    return options
  }

  /// Sets all options, the routing id and the subscriptions; must come before bind and connect.
  static func apply(
    _ configuration: SocketConfiguration, domain: String?, to handle: UnsafeMutableRawPointer
  ) throws(TransportError) {
    let options = defaults(for: configuration).merging(configuration.options) { _, chosen in chosen }
      .merging(security(configuration.security, domain: domain)) { _, security in security }
    for name in options.keys.sorted() {
      guard let value = options[name] else { continue }
      try set(name, to: value, on: handle)
    }
    if let id = configuration.routingID {
      try set(ZMQ_ROUTING_ID, named: "routing_id", to: id.bytes, on: handle)
    }
    for prefix in configuration.subscriptions where configuration.type == .sub {
      try set(ZMQ_SUBSCRIBE, named: "subscribe", to: prefix, on: handle)
    }
  }

  /// Sets an option by its name.
  static func set(_ name: String, to value: SocketOption, on handle: UnsafeMutableRawPointer)
    throws(TransportError)
  {
    guard let option = known[name] else {
      throw TransportError(
        operation: "set", subject: "option \(name)", code: EINVAL, reason: "this library knows no such option")
    }
    var status: Int32
    switch (option.kind, value) {
    case (.int, .int(let number)):
      try check(name, number)
      guard var value = Int32(exactly: number) else {
        throw TransportError("set", "option \(name) to \(number)", code: EINVAL)
      }
      status = zmq_setsockopt(handle, option.number, &value, MemoryLayout<Int32>.size)
    case (.int64, .int(var number)):
      status = zmq_setsockopt(handle, option.number, &number, MemoryLayout<Int64>.size)
    case (.bytes, .string(let text)):
      return try set(option.number, named: name, to: Array(text.utf8), on: handle)
    case (.bytes, .int), (.int, .string), (.int64, .string):
      throw TransportError(
        operation: "set", subject: "option \(name)", code: EINVAL,
        reason: option.kind == .bytes ? "its value is a text" : "its value is a number")
    }
    guard status == 0 else { throw .last("set", "option \(name)") }
  }

  /// Sets an option whose value is bytes.
  static func set(_ option: Int32, named name: String, to bytes: [UInt8], on handle: UnsafeMutableRawPointer)
    throws(TransportError)
  {
    guard zmq_setsockopt(handle, option, bytes, bytes.count) == 0 else { throw .last("set", "option \(name)") }
  }

  /// The value of an option that is a C `int`.
  static func int(_ option: Int32, of handle: UnsafeMutableRawPointer) throws(TransportError) -> Int32 {
    var value: Int32 = 0
    var size = MemoryLayout<Int32>.size
    let status = retryingInterrupts { zmq_getsockopt(handle, option, &value, &size) }
    guard status == 0 else { throw .last("read", "option \(option)") }
    return value
  }

  /// The value of an option that is a text.
  static func string(_ option: Int32, of handle: UnsafeMutableRawPointer) throws(TransportError) -> String {
    var size = 1024
    return try withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) {
      buffer throws(TransportError) -> String in
      guard let start = buffer.baseAddress, zmq_getsockopt(handle, option, start, &size) == 0 else {
        throw .last("read", "option \(option)")
      }
      return String(cString: start)
    }
  }
}
