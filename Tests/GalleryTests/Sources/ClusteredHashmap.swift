extension Source {
  static let clusteredHashmap = Source(
    file: "clustered-hashmap", citation: "RFC 12/CHP, Architecture",
    sockets: [
      "Server.snapshots": "ROUTER", "Server.updates": "PUB", "Server.collector": "SUB", "Client.snapshot": "DEALER",
      "Client.updates": "SUB", "Client.changes": "PUB",
    ],
    messages: [
      Shown(
        "icanhaz", "ICANHAZ", in: "State Synchronization",
        wire: [#""ICANHAZ?""#: "frame 0", "subtree": "frame 1: subtree specification"]),
      Shown(
        "kvsync", "KVSYNC", in: "State Synchronization",
        wire: [
          "key": "frame 0: key, as 0MQ string", "sequence": "frame 1: 8 bytes in network order",
          "''": "frame 2: <empty>",
          "''": "frame 3: <empty>", "value": "frame 4: value, as blob",
        ]),
      Shown(
        "kthxbai", "KTHXBAI", in: "State Synchronization",
        wire: [
          #""KTHXBAI""#: "frame 0", "sequence": "frame 1: 8 bytes in network order", "''": "frame 2: <empty>",
          "''": "frame 3: <empty>", "subtree": "frame 4: subtree specification",
        ]),
      Shown(
        "kvpub", "KVPUB", in: "Server-to-Client Updates",
        wire: [
          "key": "frame 0: key, as 0MQ string", "sequence": "frame 1: 8 bytes in network order",
          "uuid": "frame 2: 16 bytes, may be empty", "properties": "frame 3: as 0MQ string",
          "value": "frame 4: value, as blob",
        ]),
      Shown(
        "hugz", "HUGZ", in: "Server-to-Client Updates",
        wire: [
          #""HUGZ""#: "frame 0", "0": "frame 1: 00000000", "''": "frame 2: <empty>", "''": "frame 3: <empty>",
          "''": "frame 4: <empty>",
        ]),
      Shown(
        "kvset", "KVSET", in: "Client-to-Server Updates",
        wire: [
          "key": "frame 0: key, as 0MQ string", "sequence": "frame 1: 8 bytes in network order",
          "uuid": "frame 2: 16 bytes",
          "properties": "frame 3: as 0MQ string", "value": "frame 4: value, as blob",
        ]),
    ])
}
