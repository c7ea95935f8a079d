/// Something wrong, or doubtful, in a protocol file: a value, never thrown.
///
/// ```
/// protocols/ping-pong.yaml:14:9: error: REP drops this message: the DEALER sends no delimiter [ZS0203]
///    14 |       - PingProc -> PongProc: ping
///       |         ^^^^^^^^^^^^^^^^^^^^
///       = help: remove `delimiter: false` from socket 'pings' of 'PingProc': it is inferred
/// protocols/ping-pong.yaml:6:7: note: 'pings' is declared a DEALER without delimiter here
/// ```
public struct Diagnostic: Sendable, Hashable, Encodable {
  /// How much it matters: an error stops everything that would be written, a warning nothing.
  public enum Severity: String, Sendable, Hashable, Encodable, Comparable {
    case warning, error

    /// Warnings stand below errors.
    public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }

  /// A second place that has to do with it.
  public struct Note: Sendable, Hashable, Encodable {
    /// Where.
    public var range: SourceRange
    /// What stands there, as one sentence without a full stop.
    public var message: String

    /// A note that points at a second place.
    public init(_ message: String, at range: SourceRange) {
      self.range = range
      self.message = message
    }
  }

  /// The stable name of the rule that found it.
  public var code: DiagnosticCode
  /// How much it matters.
  public var severity: Severity
  /// Where.
  public var range: SourceRange
  /// What was expected and what was found, as one sentence without a full stop.
  public var message: String
  /// What to write instead; nil only where the message says it already.
  public var help: String?
  /// Other places that have to do with it.
  public var notes: [Note]
  /// The remedy, where there is only one and it can be written down: all of these edits together, and nothing
  /// else. Empty where the author must decide.
  public var fix: [Edit]
  /// For a chain that gets stuck: how it comes to that. Who prints the diagnostic draws it.
  public var trace: ChainTrace?

  /// A finding of the rule `code` at `range`.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, at range: SourceRange, _ message: String,
    help: String? = nil, notes: [Note] = [], fix: [Edit] = [], trace: ChainTrace? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fix = fix
    self.trace = trace
  }
}

extension [Diagnostic] {
  /// Whether anything here stops the generation.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of the file; errors before warnings at one place.
  public func inSourceOrder() -> [Diagnostic] {
    sorted { a, b in
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      if a.severity != b.severity { return a.severity > b.severity }
      return (a.code.rawValue, a.message) < (b.code.rawValue, b.message)
    }
  }
}
