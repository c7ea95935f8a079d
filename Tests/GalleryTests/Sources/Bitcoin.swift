extension Source {
  static let bitcoin = Source(
    file: "bitcoin", citation: "Bitcoin Core, doc/zmq.md, Usage",
    sockets: ["Node.notifications": "PUB", "Listener.notifications": "SUB"],
    messages: [
      notification("hashblock", ["hash": "32-byte block hash in Little Endian"]),
      notification("hashtx", ["hash": "32-byte transaction hash in Little Endian"]),
      notification("rawblock", ["block": "serialized block"]),
      notification("rawtx", ["transaction": "serialized transaction"]),
      notification("sequence", ["event": "32-byte hash, C, D, or R or A and 8-byte LE uint"]),
    ])

  private static func notification(_ topic: String, _ body: KeyValuePairs<String, String>) -> Shown {
    Shown(
      topic, topic,
      wire: [
        "\"\(topic)\"": "topic", body[0].key: body[0].value, "number": "uint32 sequence number in Little Endian",
      ])
  }
}
