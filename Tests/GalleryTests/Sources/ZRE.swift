extension Source {
  static let zre = Source(
    file: "zre", citation: "RFC 36/ZRE, Interconnection Model and TCP Protocol Grammar",
    sockets: [
      "Node.inbox": "ROUTER", "Node.outbox": "DEALER", "Peer.inbox": "ROUTER", "Peer.outbox": "DEALER",
    ],
    messages: [
      Shown(
        "hello", "hello",
        wire: [
          "<0xAAA1, 1, 2, sequence, endpoint, groups, status, name, headers>":
            "signature %d1 version sequence endpoint groups status name headers"
        ]),
      Shown(
        "whisper", "whisper",
        wire: [
          "<0xAAA1, 2, 2, sequence>": "signature %d2 version sequence", "content...": "content, zero or more frames",
        ]),
      Shown(
        "shout", "shout",
        wire: [
          "<0xAAA1, 3, 2, sequence, group>": "signature %d3 version sequence group",
          "content...": "content, zero or more frames",
        ]),
      Shown(
        "join", "join",
        wire: ["<0xAAA1, 4, 2, sequence, group, status>": "signature %d4 version sequence group status"]),
      Shown(
        "leave", "leave",
        wire: ["<0xAAA1, 5, 2, sequence, group, status>": "signature %d5 version sequence group status"]),
      Shown("ping", "ping", wire: ["<0xAAA1, 6, 2, sequence>": "signature %d6 version sequence"]),
      Shown("ping-ok", "ping_ok", wire: ["<0xAAA1, 7, 2, sequence>": "signature %d7 version sequence"]),
    ])
}
