extension Source {
  /// What a REQ and a REP make of `['ping, count']`: the REQ's empty frame is added on the wire.
  static let pingPong = Source(
    file: "ping-pong",
    citation: "Stefan Scherfke, Designing and Testing PyZMQ Applications, part 1: the first listing of frames",
    sockets: ["PingProc.pongs": "REQ", "PongProc.pings": "REP"],
    messages: [
      Shown("ping", "1 IN", wire: ["''": "a REQ's own", "'ping, count'": "message type and data"]),
      Shown("pong", "2 IN", wire: ["''": "a REQ's own", "'pong, count'": "message type and data"]),
      Shown("plzdiekthxbye", "stop", wire: ["''": "a REQ's own", "'plzdiekthxbye, null'": "message type, no data"]),
    ])

  static let pingPongRouter = Source(
    file: "ping-pong-router", citation: "the same: the second listing of frames",
    sockets: ["PingProc.pongs": "REQ", "PongProc.pings": "ROUTER"],
    messages: pingPong.messages)
}
