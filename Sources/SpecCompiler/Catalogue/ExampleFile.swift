/// A protocol file in an explanation.
public struct ExampleFile: Sendable {
  /// The file as a reader sees it.
  public let text: String
  /// The file as the compiler reads it: the text, except where that cannot be shown (bytes that are not
  /// UTF-8, sixteen megabytes).
  public let bytes: @Sendable () -> [UInt8]

  /// A file as it stands.
  static func text(_ text: String) -> ExampleFile {
    ExampleFile(text: text + "\n", bytes: { Array(text.utf8) + [0x0A] })
  }

  /// A file that cannot be shown as it is.
  static func shown(as text: String, bytes: @escaping @Sendable () -> [UInt8]) -> ExampleFile {
    ExampleFile(text: text + "\n", bytes: bytes)
  }

  /// A small protocol in which only what an explanation is about differs from this one:
  ///
  /// ```yaml
  /// zmqspec: 1
  /// protocol: demo
  ///
  /// processes:
  ///   Client: { sockets: { server: REQ } }
  ///   Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
  ///
  /// messages:
  ///   ping: {}
  ///   pong: {}
  ///
  /// chains:
  ///   asking:
  ///     steps:
  ///       - Client -> Server: ping
  ///       - Client <- Server: pong
  /// ```
  static func demo(
    top: String? = nil,
    processes: String = """
    Client: { sockets: { server: REQ } }
    Server: { sockets: { clients: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
    """,
    layouts: String? = nil,
    types: String? = nil,
    messages: String = """
    ping: {}
    pong: {}
    """,
    steps: String = """
    - Client -> Server: ping
    - Client <- Server: pong
    """,
    chains: String? = nil
  ) -> ExampleFile {
    var text = "zmqspec: 1\nprotocol: demo\n"
    if let top { text += top + "\n" }
    text += "\nprocesses:\n" + indented(processes, by: 2)
    if let layouts { text += "\n\nlayouts:\n" + indented(layouts, by: 2) }
    if let types { text += "\n\ntypes:\n" + indented(types, by: 2) }
    text += "\n\nmessages:\n" + indented(messages, by: 2)
    text += "\n\nchains:\n" + indented(chains ?? "asking:\n  steps:\n" + indented(steps, by: 4), by: 2)
    return .text(text)
  }

  private static func indented(_ text: String, by blanks: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: blanks) + $0 }
      .joined(separator: "\n")
  }
}
