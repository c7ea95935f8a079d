@testable import SpecCompiler
import SpecModel

/// What the compiler finds in a text, as golden values that show every range to its end.
///
/// ```
/// 3:8-3:10 ZS0009 a protocol file has no anchors, aliases or tags, found an alias
///   help: declare what is shared once under `types`, …
///   note 2:1-2:9: …
/// ```
enum Found {
  /// One entry for each finding, with help and notes.
  static func all(_ text: String) -> [String] { all(Array(text.utf8)) }

  /// One entry for each finding, with help and notes.
  static func all(_ bytes: [UInt8]) -> [String] {
    Compiler.compile(bytes, name: "test.yaml").diagnostics.map { finding in
      ([line(finding)] + (finding.help.map { ["  help: \($0)"] } ?? [])
        + finding.notes.map { "  note \(place($0.range)): \($0.message)" }).joined(separator: "\n")
    }
  }

  /// One line for each finding, without help and notes.
  static func lines(_ text: String) -> [String] {
    Compiler.compile(Array(text.utf8), name: "test.yaml").diagnostics.map(line)
  }

  /// The codes, in the order of the file.
  static func codes(_ text: String) -> [String] {
    Compiler.compile(Array(text.utf8), name: "test.yaml").diagnostics.map(\.code.rawValue)
  }

  /// `3:8-3:10`
  static func place(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  private static func line(_ finding: Diagnostic) -> String {
    "\(place(finding.range)) \(finding.code) \(finding.message)"
  }
}

/// Files for tests, of which a test writes only the part it is about.
enum Sample {
  /// A REQ process `A`, a REP process `B`, the messages `m` and `r`; six lines.
  static let pair = """
    zmqspec: 1
    protocol: t
    processes:
      A: { sockets: { a: REQ } }
      B: { sockets: { b: { type: REP, bind: "tcp://*:5555" } } }
    messages: { m: {}, r: {} }

    """

  /// The steps of a chain of `pair`; the first stands in line 10, column 9.
  static func steps(_ steps: String...) -> String {
    pair + "chains:\n  c:\n    steps:\n" + steps.map { "      - \($0)\n" }.joined()
  }

  /// A socket of the process `A`; it stands in line 5, column 10.
  static func socket(_ socket: String) -> String {
    "zmqspec: 1\nprotocol: t\nprocesses:\n  A: { sockets: {\n      s: \(socket)\n    } }\n"
  }

  /// The fields of a message `m`; they stand in line 5, column 15.
  static func args(_ fields: String) -> String {
    "zmqspec: 1\nprotocol: t\nprocesses: {}\nmessages:\n  m: {args: { \(fields) } }\n"
  }

  /// The article's example, Docs/Language.md.
  static let pingPong = """
    zmqspec: 1
    protocol: ping-pong
    about: Counts pings and pongs between two processes.
    layout: pair                                   # for all messages; default: triple

    processes:
      PingProc: { shown_as: ping_uuid, sockets: { pongs: REQ } }
      PongProc: { sockets: { pings: { type: REP, bind: "tcp://127.0.0.1:5678" } } }

    messages:
      ping: { args: { count: int } }
      pong: { args: { count: int } }
      plzdiekthxbye: {}

    chains:
      sending-pings:
        about: |
          * If the ping process sends a *ping*, the pong process responds with a *pong*.
          * The number of pings (and pongs) is counted. The current ping count is sent with each message.
        steps:
          - PingProc -> PongProc: ping
          - PingProc <- PongProc: pong
            within: 2s
      stopping:
        about: The pong process ends when it is asked to.
        steps:
          - PingProc -> PongProc: plzdiekthxbye
            final: PongProc

    """
}
