extension Source {
  /// The frames are those of `Events.emit_event`, an empty one and the event; what is in the event is the document's.
  static let zerorpc = Source(
    file: "zerorpc", citation: "zerorpc-python, doc/protocol.md: Event layer, RPC Layer, Streaming; zerorpc/events.py",
    sockets: ["Client.server": "DEALER", "Server.clients": "ROUTER"],
    messages: [
      call("hello", "hello, [name]", "a request: the method's name, a tuple of arguments"),
      call("streaming_range", "streaming_range, [from, to, step]", "a request"),
      call("ping", "_zerorpc_ping, []", "a default call"),
      call("inspect", "_zerorpc_inspect, []", "a default call"),
      answer("returned", "OK, [value]", "a response: OK, a tuple with the returned value"),
      answer("raised", "ERR, [name, human, traceback]", "an error: ERR, a tuple of three strings"),
      answer("streamed", "STREAM, [value]", "part of a stream: STREAM, a tuple with the value"),
      answer("stream-done", "STREAM_DONE, null", "the end of a stream: STREAM_DONE, null"),
      answer("heartbeat", "_zpc_hb, null", "Heartbeat: _zpc_hb, null"),
      answer("more", "_zpc_more, count", "Buffering: _zpc_more, an integer"),
    ])

  private static func call(_ message: String, _ content: String, _ meaning: String) -> Shown {
    Shown(
      message, content,
      wire: ["''": "parts = (b'', event.pack())", #"<{message_id: message_id, "v": 3}, \#(content)>"#: meaning])
  }

  private static func answer(_ message: String, _ content: String, _ meaning: String) -> Shown {
    Shown(
      message, content,
      wire: [
        "''": "parts = (b'', event.pack())",
        #"<{message_id: message_id, "v": 3, response_to: response_to}, \#(content)>"#: meaning,
      ])
  }
}
