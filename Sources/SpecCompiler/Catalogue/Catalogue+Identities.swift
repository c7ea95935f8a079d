extension Catalogue {
  /// Family 3: routing ids, as far as options and other ends decide.
  static let identities: [Explanation] = [
    Explanation(
      "ZS0306", "A routing id is set where a ROUTER sees it",
      """
      A routing id is what a ROUTER knows a peer by; no other socket type shows or uses it. Set on a process that faces none, it
      does nothing.

      Source: man zmq_setsockopt, ZMQ_ROUTING_ID.
      """,
      wrong: .demo(
        processes: """
          Client: { routing_id: client, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
          """),
      right: .demo(
        processes: """
          Client: { routing_id: client, sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0307", "A peer that comes back under its routing id is heard",
      """
      Where peers set routing ids, one that has crashed comes back under the same id. With `router_handover: false` a ROUTER keeps
      the id for the connection that it knows: the new one connects, its sends succeed, and it is never heard, not even when
      the old connection is gone. Without the option, the peer that comes last has the id.

      Source: man zmq_setsockopt, ZMQ_ROUTER_HANDOVER; measured.
      """,
      wrong: .demo(
        processes: """
          Client: { count: many, routing_id: "client-{name}", sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555", options: { router_handover: false } } } }
          """),
      right: .demo(
        processes: """
          Client: { count: many, routing_id: "client-{name}", sockets: { server: REQ } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
          """)),
    Explanation(
      "ZS0308", "On its way a message is addressed before ids are put in front of it",
      """
      A ROUTER that receives puts the id of its peer in front; a ROUTER that sends takes the first frame off and sends the rest
      to the peer with that id. So whoever sends through a ROUTER behind a proxy writes the ids of the way in front of the
      body, and each ROUTER that sends takes one. A ROUTER that receives before that puts another id in front of them: the
      next one takes it for the address, and finds no such peer. Only answers pass ROUTERs in that order, because they
      carry the ids that their requests have gathered.

      So make the one that receives a DEALER, which puts nothing in front, or let its process receive the message at a
      socket of its own and send it on itself.

      Source: RFC 28; man zmq_socket, ZMQ_ROUTER.
      """,
      wrong: .demo(
        processes: twoBrokers(lefts: "ROUTER"), messages: "note: {}",
        steps: "- Left -> Broker -> Relay -> Right: note"),
      right: .demo(
        processes: twoBrokers(lefts: "DEALER"), messages: "note: {}",
        steps: "- Left -> Broker -> Relay -> Right: note")),
    Explanation(
      "ZS0309", "What is sent every so often goes to neighbours",
      """
      The runtime sends a message `every` so often to each peer that its own socket has heard. A ROUTER behind a proxy wants
      the id of one peer in front of the message, and those peers are known to the proxy alone: they come and go unheard, and a
      list of those that have once spoken would grow for ever and be sent to in vain.

      So the process with the ROUTER sends it, which has the connections; or a program sends it itself to whom it has an
      address of, `origin.route` of what has come that way; or it is published, which needs no address.

      Source: man zmq_socket, ZMQ_ROUTER; man zmq_proxy.
      """,
      wrong: .demo(
        processes: throughProxy, messages: "beat: {}",
        steps: """
          - Worker -> Broker -> Client: beat
            every: 1s
          """),
      right: .demo(
        processes: throughProxy, messages: "beat: {}", steps: "- Worker -> Broker -> Client: beat")),
  ]

  private static let throughProxy = """
    Client: { sockets: { broker: { type: DEALER, connect: Broker.clients, routing_id: client } } }
    Broker:
      sockets:
        clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
        workers: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
      proxies: clients <-> workers
    Worker: { sockets: { jobs: { type: DEALER, connect: Broker.workers } } }
    """

  private static func twoBrokers(lefts type: String) -> String {
    """
    Left: { sockets: { broker: { type: DEALER, connect: Broker.lefts } } }
    Broker:
      sockets:
        lefts: { type: \(type), bind: "tcp://127.0.0.1:5555" }
        relay: { type: DEALER, bind: "tcp://127.0.0.1:5556" }
      proxies: lefts <-> relay
    Relay:
      sockets:
        broker: { type: DEALER, connect: Broker.relay }
        rights: { type: ROUTER, bind: "tcp://127.0.0.1:5557" }
      proxies: broker <-> rights
    Right: { routing_id: right, sockets: { relay: { type: DEALER, connect: Relay.rights } } }
    """
  }
}
