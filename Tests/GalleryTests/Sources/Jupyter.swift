extension Source {
  /// On IOPub a topic takes the place of the routing id; heartbeats are plain bytes.
  static let jupyter = Source(
    file: "jupyter",
    citation:
      "jupyter_client, docs/messaging.rst: General Message Format, The Wire Protocol, Messages on the … channel",
    sockets: [
      "Frontend.shell": "DEALER", "Frontend.control": "DEALER", "Frontend.stdin": "DEALER", "Frontend.iopub": "SUB",
      "Frontend.heartbeat": "REQ", "Kernel.shell": "ROUTER", "Kernel.control": "ROUTER", "Kernel.stdin": "ROUTER",
      "Kernel.iopub": "PUB", "Kernel.heartbeat": "REP",
    ],
    messages: [
      request("kernel_info_request"), request("execute_request"), request("shutdown_request"),
      effect("kernel_info_reply", of: "kernel_info_request"), effect("execute_reply", of: "execute_request"),
      effect("input_request", of: "execute_request"), effect("input_reply", of: "input_request"),
      effect("shutdown_reply", of: "shutdown_request"),
      published("execute_input", of: #""execute_request""#), published("stream", of: #""execute_request""#),
      published("status", of: "parent_type"),
      Shown("ping", "Heartbeat", wire: ["''": "a REQ's own", "data": "a simple bytestring"]),
      Shown("pong", "Heartbeat", wire: ["''": "a REP's own", "data": "the same"]),
    ])

  private static let delimiter = #""<IDS|MSG>""#
  private static let header =
    #"'{msg_id: msg_id, username: username, session: session, date: date, msg_type: msg_type, "version": "5.3"}'"#

  private static func parent(_ type: String) -> String {
    "'{msg_id: parent_id, username: parent_username, session: parent_session, date: parent_date, "
      + #"msg_type: \#(type), "version": "5.3"}'"#
  }

  private static func request(_ message: String) -> Shown {
    Shown(
      message, message,
      wire: [
        delimiter: "delimiter", "signature": "HMAC signature", header: "serialized header dict",
        "'parent'": "serialized parent header dict", "'metadata'": "serialized metadata dict",
        "'content'": "serialized content dict", "buffers...": "extra raw data buffers",
      ])
  }

  private static func effect(_ message: String, of type: String) -> Shown {
    Shown(
      message, message,
      wire: [
        delimiter: "delimiter", "signature": "HMAC signature", header: "serialized header dict",
        parent("\"\(type)\""): "serialized parent header dict", "'metadata'": "serialized metadata dict",
        "'content'": "serialized content dict", "buffers...": "extra raw data buffers",
      ])
  }

  private static func published(_ message: String, of type: String) -> Shown {
    Shown(
      message, message, in: "IOPub",
      wire: [
        "topic": "one prefix component, the topic", delimiter: "delimiter", "signature": "HMAC signature",
        header: "serialized header dict", parent(type): "serialized parent header dict",
        "'metadata'": "serialized metadata dict", "'content'": "serialized content dict",
        "buffers...": "extra raw data buffers",
      ])
  }
}
