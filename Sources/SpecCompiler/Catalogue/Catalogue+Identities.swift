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
  ]
}
