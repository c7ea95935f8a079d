extension Source {
  /// The RFC's request has a mechanism frame and credentials behind it; its section for each mechanism says which.
  static let zap = Source(
    file: "zap", citation: "RFC 27/ZAP, Formal Specification: Architecture, Message Format, Example Exchanges",
    sockets: ["Server.zap": "REQ", "Handler.requests": "REP"],
    messages: [
      Shown(
        "anonymous", "request", in: "The NULL Mechanism",
        wire: [
          "''": "address delimiter, a length of zero", #""1.0""#: "version, the three octets 1.0",
          "request_id": "request id, an opaque blob", "domain": "domain, a string", "address": "origin address",
          "identity": "connection identity, if any", #""NULL""#: "mechanism, the 4 characters NULL",
        ]),
      Shown(
        "plain", "request", in: "The PLAIN Mechanism",
        wire: [
          "''": "address delimiter, a length of zero", #""1.0""#: "version, the three octets 1.0",
          "request_id": "request id, an opaque blob", "domain": "domain, a string", "address": "origin address",
          "identity": "connection identity, if any", #""PLAIN""#: "mechanism, the 5 characters PLAIN",
          "username": "a string frame", "password": "a string frame",
        ]),
      Shown(
        "curve", "request", in: "The CURVE Mechanism",
        wire: [
          "''": "address delimiter, a length of zero", #""1.0""#: "version, the three octets 1.0",
          "request_id": "request id, an opaque blob", "domain": "domain, a string", "address": "origin address",
          "identity": "connection identity, if any", #""CURVE""#: "mechanism, the 5 characters CURVE",
          "public_key": "a 32-byte long-term public key",
        ]),
      Shown(
        "accepted", "reply",
        wire: [
          "''": "address delimiter, a length of zero", #""1.0""#: "version, the three octets 1.0",
          "request_id": "request id, echoed", #""200""#: "status code, success", "text": "status text",
          "user_id": "user id", "metadata": "metadata, a blob",
        ]),
      refusal("try-later", #""300""#, "a temporary error"),
      refusal("denied", #""400""#, "an authentication failure"),
      refusal("broken", #""500""#, "an internal error"),
    ])

  private static func refusal(_ message: String, _ status: String, _ meaning: String) -> Shown {
    Shown(
      message, "reply",
      wire: [
        "''": "address delimiter, a length of zero", #""1.0""#: "version, the three octets 1.0",
        "request_id": "request id, echoed", status: meaning, "reason": "status text",
        "''": "user id, empty for other statuses", "''": "metadata, in case of a 200 status",
      ])
  }
}
