extension Catalogue {
  /// Comments that excuse a finding.
  static let excuses: [Explanation] = [
    Explanation(
      "ZS0095", "An excuse has a code and a reason",
      """
      `# zmqspec:ignore ZS0406 because …` excuses one code in one line, and says why. The reason is for whoever reads the
      file next; without it the excuse does not count.
      """,
      wrong: .demo(steps: "# zmqspec:ignore ZS0406\n- Client -> Server: ping\n- Client <- Server: pong"),
      right: excusing("# zmqspec:ignore ZS0406 because it is a beacon")),
    Explanation(
      "ZS0096", "An excuse excuses something",
      """
      What it was for is put right, or stands in another line: an excuse counts for its own line, and in a line of its own
      for the next one.
      """,
      wrong: .demo(
        steps: "- Client -> Server: ping  # zmqspec:ignore ZS0406 because it is a beacon\n- Client <- Server: pong"),
      right: excusing("# zmqspec:ignore ZS0406 because it is a beacon")),
    Explanation(
      "ZS0097", "What leaves nothing to generate from cannot be excused",
      """
      A file that is not YAML of this language, a name that is not declared, sockets that cannot carry a message, messages
      that cannot be told apart, names and values that Swift refuses: whatever the reason, nothing could be made from it.
      """,
      wrong: .demo(
        steps: "- Client -> Server: ping  # zmqspec:ignore ZS1003 because it comes later\n- Client <- Server: pong"),
      right: .demo()),
    Explanation(
      "ZS0098", "A comment that begins with `zmqspec:` is an excuse",
      """
      `zmqspec:ignore` and the code are written exactly so. A comment that is misspelt would otherwise do nothing, and
      nobody would know.
      """,
      wrong: .demo(
        steps: "- Client -> Server: ping  # zmqspec:ignor ZS0406 because it is a beacon\n- Client <- Server: pong"),
      right: .demo()),
  ]

  /// A question that nobody answers, with a comment behind it.
  private static func excusing(_ comment: String) -> ExampleFile {
    .demo(
      processes: """
        Client: { sockets: { server: REQ } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
        """,
      messages: "ping: {}", steps: "- Client -> Server: ping  " + comment)
  }
}
