extension Source {
  static let subscriptions = Source(
    file: "subscriptions",
    citation:
      "RFC 23/ZMTP, subscribe: %d1 subscription, unsubscribe: %d0 subscription; ZeroMQ Guide, examples/C/lvcache.c",
    sockets: ["Listener.values": "XSUB", "Cache.values": "XPUB"],
    messages: [
      Shown("subscribe", "event", in: "lvcache.c", wire: ["<0x01, prefix>": "one byte 1 = sub, followed by topic"]),
      Shown("unsubscribe", "event", in: "lvcache.c", wire: ["<0x00, prefix>": "one byte 0 = unsub, followed by topic"]),
      Shown(
        "value", "topic and current", in: "lvcache.c",
        wire: ["topic": "zstr_sendm (backend, topic)", "value": "zstr_send (backend, current)"]),
    ])

  /// Each event in two frames, its number from `include/zmq.h`.
  static let socketMonitor = Source(
    file: "socket-monitor", citation: "libzmq, doc/zmq_socket_monitor, Description and Supported events; include/zmq.h",
    sockets: ["Library.events": "PAIR", "Watcher.events": "PAIR"],
    messages: [
      event("connected", "CONNECTED", 0x0001), event("connect-delayed", "CONNECT_DELAYED", 0x0002),
      event("connect-retried", "CONNECT_RETRIED", 0x0004), event("listening", "LISTENING", 0x0008),
      event("bind-failed", "BIND_FAILED", 0x0010), event("accepted", "ACCEPTED", 0x0020),
      event("accept-failed", "ACCEPT_FAILED", 0x0040), event("closed", "CLOSED", 0x0080),
      event("close-failed", "CLOSE_FAILED", 0x0100), event("disconnected", "DISCONNECTED", 0x0200),
      event("monitor-stopped", "MONITOR_STOPPED", 0x0400),
      event("handshake-failed", "HANDSHAKE_FAILED_NO_DETAIL", 0x0800),
      event("handshake-succeeded", "HANDSHAKE_SUCCEEDED", 0x1000),
      event("handshake-broken", "HANDSHAKE_FAILED_PROTOCOL", 0x2000),
      event("handshake-denied", "HANDSHAKE_FAILED_AUTH", 0x4000),
    ])

  private static func event(_ message: String, _ name: String, _ number: Int) -> Shown {
    let digits = String(number, radix: 16)
    let hexadecimal = "0x" + String(repeating: "0", count: 4 - digits.count) + digits
    return Shown(
      message, "ZMQ_EVENT_\(name)",
      wire: [
        "<\(hexadecimal), value>": "event number (16 bits) and event value (32 bits)",
        "endpoint": "the affected endpoint",
      ])
  }
}
