extension Source {
  static let majordomo = Source(
    file: "majordomo", citation: "RFC 7/MDP, MDP/Client and MDP/Worker",
    sockets: [
      "Client.broker": "REQ", "Broker.clients": "ROUTER", "Broker.workers": "ROUTER", "Worker.broker": "DEALER",
    ],
    messages: [
      Shown(
        "request", "REQUEST", in: "MDP/Client",
        wire: [
          "''": "frame 0: empty", #""MDPC01""#: "frame 1: six bytes", "service": "frame 2: service name",
          "body...": "frames 3+: request body",
        ]),
      Shown(
        "reply", "REPLY", in: "MDP/Client",
        wire: [
          "''": "frame 0: empty", #""MDPC01""#: "frame 1: six bytes", "service": "frame 2: service name",
          "body...": "frames 3+: reply body",
        ]),
      Shown(
        "ready", "READY",
        wire: [
          "''": "frame 0: empty", #""MDPW01""#: "frame 1: six bytes", "0x01": "frame 2: READY",
          "service": "frame 3: service name",
        ]),
      Shown(
        "worker-request", "REQUEST", in: "MDP/Worker",
        wire: [
          "''": "frame 0: empty", #""MDPW01""#: "frame 1: six bytes", "0x02": "frame 2: REQUEST",
          "client": "frame 3: client address", "''": "frame 4: empty", "body...": "frames 5+: request body",
        ]),
      Shown(
        "worker-reply", "REPLY", in: "MDP/Worker",
        wire: [
          "''": "frame 0: empty", #""MDPW01""#: "frame 1: six bytes", "0x03": "frame 2: REPLY",
          "client": "frame 3: client address", "''": "frame 4: empty", "body...": "frames 5+: reply body",
        ]),
      Shown(
        "heartbeat", "HEARTBEAT",
        wire: ["''": "frame 0: empty", #""MDPW01""#: "frame 1: six bytes", "0x04": "frame 2: HEARTBEAT"]),
      Shown(
        "disconnect", "DISCONNECT",
        wire: ["''": "frame 0: empty", #""MDPW01""#: "frame 1: six bytes", "0x05": "frame 2: DISCONNECT"]),
    ])
}
