extension Source {
  /// The RFC's client is the queue. What the queue's own clients send is the Guide's Lazy Pirate: a REQ and one frame.
  static let paranoidPirate = Source(
    file: "paranoid-pirate",
    citation: "RFC 6/PPP, Command Specifications; ZeroMQ Guide, examples/C: ppqueue.c, ppworker.c, lpclient.c",
    sockets: ["Client.queue": "REQ", "Queue.clients": "ROUTER", "Queue.workers": "ROUTER", "Worker.queue": "DEALER"],
    messages: [
      Shown("ready", "READY", wire: ["0x01": "a 1-part message, the single byte 0x01"]),
      Shown("heartbeat", "HEARTBEAT", wire: ["0x02": "a 1-part message, the single byte 0x02"]),
      Shown(
        "task", "REQUEST",
        wire: [
          "client": "address stack", "''": "its null terminator", "body": "message content, 1 or more parts",
          "more...": "message content",
        ]),
      Shown(
        "result", "REPLY",
        wire: [
          "client": "address stack", "''": "its null terminator", "body": "message content, 1 or more parts",
          "more...": "message content",
        ]),
      Shown(
        "request", "request", in: "lpclient.c", wire: ["''": "a REQ's own", "body": "content", "more...": "content"]),
      Shown("reply", "reply", in: "ppqueue.c", wire: ["''": "as received", "body": "content", "more...": "content"]),
    ])

  static let freelance = Source(
    file: "freelance", citation: "RFC 10/FLP, Overall Operation, Request and Reply Routing",
    sockets: ["Client.servers": "ROUTER", "Server.clients": "ROUTER"],
    messages: [
      Shown("ping", "ping command", wire: [#""PING""#: "a single frame, the four characters PING"]),
      Shown("pong", "its reply", wire: [#""PONG""#: "the four characters PONG"]),
      Shown(
        "request", "request command",
        wire: ["control": "first frame: the client control frame", "body": "request body", "more...": "request body"]),
      Shown(
        "reply", "its reply",
        wire: [
          "control": "the control frame, unmodified", "body": "one or more frames of reply body", "more...": "body",
        ]),
    ])
}
