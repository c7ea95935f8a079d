extension Source {
  /// The Guide draws each message between the sockets; its `ABC` is the client's routing id.
  static let sharedQueue = Source(
    file: "shared-queue", citation: "ZeroMQ Guide, chapter 3, The Extended Reply Envelope",
    sockets: [
      "Client.service": "REQ", "Broker.frontend": "ROUTER", "Broker.backend": "DEALER", "Service.requests": "REP",
    ],
    messages: [
      Shown(
        "request", "Hello",
        hops: [
          ["''": "empty delimiter frame", "text": "Hello, data frame"],
          ["client_id": "ABC, identity of connection", "''": "empty delimiter frame", "text": "Hello, data frame"],
        ]),
      Shown(
        "reply", "World",
        hops: [
          ["client_id": "ABC, identity of connection", "''": "empty delimiter frame", "text": "World, data frame"],
          ["''": "empty delimiter frame", "text": "World, data frame"],
        ]),
    ])
}
