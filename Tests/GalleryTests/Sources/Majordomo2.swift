// Three wire forms that call themselves "MDP/0.2", and carry the same six letters.

extension Source {
  static let majordomo2 = Source(
    file: "majordomo-2", citation: "RFC 18/MDP, MDP/Client and MDP/Worker",
    sockets: [
      "Client.broker": "DEALER", "Broker.clients": "ROUTER", "Broker.workers": "ROUTER", "Worker.broker": "DEALER",
    ],
    messages: [
      Shown(
        "request", "REQUEST", in: "MDP/Client",
        wire: [
          #""MDPC02""#: "frame 0: six bytes", "0x01": "frame 1: REQUEST", "service": "frame 2: service name",
          "body...": "frames 3+: request body",
        ]),
      Shown(
        "partial", "PARTIAL", in: "MDP/Client",
        wire: [
          #""MDPC02""#: "frame 0: six bytes", "0x02": "frame 1: PARTIAL", "service": "frame 2: service name",
          "body...": "frames 3+: reply body",
        ]),
      Shown(
        "final", "FINAL", in: "MDP/Client",
        wire: [
          #""MDPC02""#: "frame 0: six bytes", "0x03": "frame 1: FINAL", "service": "frame 2: service name",
          "body...": "frames 3+: reply body",
        ]),
      Shown(
        "ready", "READY",
        wire: [#""MDPW02""#: "frame 0: six bytes", "0x01": "frame 1: READY", "service": "frame 2: service name"]),
      Shown(
        "worker-request", "REQUEST", in: "MDP/Worker",
        wire: [
          #""MDPW02""#: "frame 0: six bytes", "0x02": "frame 1: REQUEST", "client": "frame 2: client address",
          "''": "frame 3: empty", "body...": "frames 4+: request body",
        ]),
      Shown(
        "worker-partial", "PARTIAL", in: "MDP/Worker",
        wire: [
          #""MDPW02""#: "frame 0: six bytes", "0x03": "frame 1: PARTIAL", "client": "frame 2: client address",
          "''": "frame 3: empty", "body...": "frames 4+: reply body",
        ]),
      Shown(
        "worker-final", "FINAL", in: "MDP/Worker",
        wire: [
          #""MDPW02""#: "frame 0: six bytes", "0x04": "frame 1: FINAL", "client": "frame 2: client address",
          "''": "frame 3: empty", "body...": "frames 4+: reply body",
        ]),
      Shown(
        "heartbeat", "HEARTBEAT", wire: [#""MDPW02""#: "frame 0: six bytes", "0x05": "frame 1: HEARTBEAT"]),
      Shown(
        "disconnect", "DISCONNECT", wire: [#""MDPW02""#: "frame 0: six bytes", "0x06": "frame 1: DISCONNECT"]),
    ])

  static let majordomo2Libmdp = Source(
    file: "majordomo-2-libmdp",
    citation: "github.com/zeromq/majordomo, tag wire-protocol-0.2, libmdp: include/mdp_common.h, src",
    sockets: ["Client.broker": "REQ", "Broker.everybody": "ROUTER", "Worker.broker": "DEALER"],
    messages: [
      Shown(
        "request", "mdp_client_send", in: "src/mdp_client.c",
        wire: [
          "''": "a REQ's own", #""MDPC02""#: "MDPC_CLIENT", "service": "service name", "body...": "the request",
        ]),
      Shown(
        "reply", "s_broker_worker_msg, MDPW_FINAL", in: "src/mdp_broker.c",
        wire: [
          "''": "zmsg_wrap", #""MDPC02""#: "MDPC_CLIENT", "service": "worker->service->name", "body...": "the reply",
        ]),
      Shown(
        "ready", "s_mdp_worker_connect_to_broker", in: "src/mdp_worker.c",
        wire: [
          "''": #"zmsg_pushstr (msg, "")"#, #""MDPW02""#: "MDPW_WORKER", "0x01": "MDPW_READY", "service": "option",
        ]),
      Shown(
        "worker-request", "s_worker_send, MDPW_REQUEST", in: "src/mdp_broker.c",
        wire: [
          "''": "zmsg_wrap (address)", #""MDPW02""#: "MDPW_WORKER", "0x02": "MDPW_REQUEST",
          "client": "zmsg_wrap (sender)", "''": "zmsg_wrap", "body...": "the request",
        ]),
      Shown(
        "worker-final", "mdp_worker_recv, MDPW_FINAL", in: "src/mdp_worker.c",
        wire: [
          "''": #"zmsg_pushstr (msg, "")"#, #""MDPW02""#: "MDPW_WORKER", "0x03": "MDPW_FINAL",
          "client": "zmsg_wrap (reply_to)", "''": "zmsg_wrap", "body...": "the reply",
        ]),
      Shown(
        "heartbeat", "MDPW_HEARTBEAT",
        wire: ["''": #"zmsg_pushstr (msg, "")"#, #""MDPW02""#: "MDPW_WORKER", "0x04": "MDPW_HEARTBEAT"]),
      Shown(
        "disconnect", "MDPW_DISCONNECT",
        wire: ["''": #"zmsg_pushstr (msg, "")"#, #""MDPW02""#: "MDPW_WORKER", "0x05": "MDPW_DISCONNECT"]),
    ])

  static let majordomo2Zproto = Source(
    file: "majordomo-2-zproto",
    citation: "github.com/zeromq/majordomo, src: mdp_client_msg.bnf, mdp_worker_msg.bnf, and .c generated with them",
    sockets: ["Client.broker": "DEALER", "Broker.everybody": "ROUTER", "Worker.broker": "DEALER"],
    messages: [
      Shown(
        "request", "CLIENT-REQUEST",
        wire: [#"<0xAAA4, 1, "MDPC02", 1, service>"#: "signature %d1 version messageid service", "body...": "body"]),
      Shown(
        "partial", "CLIENT-PARTIAL",
        wire: [#"<0xAAA4, 2, "MDPC02", 2, service>"#: "signature %d2 version messageid service", "body...": "body"]),
      Shown(
        "final", "CLIENT-FINAL",
        wire: [#"<0xAAA4, 3, "MDPC02", 3, service>"#: "signature %d3 version messageid service", "body...": "body"]),
      Shown(
        "ready", "READY",
        wire: [#"<0xAAA4, 4, "MDPW02", 1, service>"#: "signature %d4 version messageid service"]),
      Shown(
        "worker-request", "WORKER-REQUEST",
        wire: [
          #"<0xAAA4, 5, "MDPW02", 2>"#: "signature %d5 version messageid", "client": "address", "''": "empty",
          "body...": "body",
        ]),
      Shown(
        "worker-partial", "WORKER-PARTIAL",
        wire: [
          #"<0xAAA4, 6, "MDPW02", 3>"#: "signature %d6 version messageid", "client": "address", "''": "empty",
          "body...": "body",
        ]),
      Shown(
        "worker-final", "WORKER-FINAL",
        wire: [
          #"<0xAAA4, 7, "MDPW02", 4>"#: "signature %d7 version messageid", "client": "address", "''": "empty",
          "body...": "body",
        ]),
      Shown("heartbeat", "HEARTBEAT", wire: [#"<0xAAA4, 8, "MDPW02", 5>"#: "signature %d8 version messageid"]),
      Shown("disconnect", "DISCONNECT", wire: [#"<0xAAA4, 9, "MDPW02", 6>"#: "signature %d9 version messageid"]),
    ])
}
