extension Source {
  static let ironhouse = Source(
    file: "ironhouse", citation: "CZMQ, examples/security: woodhouse.c, ironhouse.c",
    sockets: [
      "Server.woodhouse": "PUSH", "Server.ironhouse": "PUSH", "Client.woodhouse": "PULL", "Client.ironhouse": "PULL",
    ],
    messages: [Shown("hello", "zstr_send (server, \"Hello\")", wire: [#""Hello""#: "a single message, Hello"])])
}
