import ZMQWire

/// Where a chain did not go as its script: the drawing up to the arrow that failed, and what was found in its place.
///
/// ```
/// Sending pings, step 2: PongProc sends another pong
///
///     PingProc      PongProc
///       [REQ]         [REP]
///         |---1 ping--->|
///         |<--2 pong----|   <- here
///
///   expected ["pong",7]
///   found    ["pong",8]
/// ```
public struct PlayFailure: Error, CustomStringConvertible, Sendable {
  /// One sentence: the chain, the step, who did what.
  public let summary: String
  /// The drawing up to the arrow that failed.
  public let drawing: String
  /// What was expected and what was found.
  public let details: [String]

  /// All of it.
  public var description: String {
    [summary, drawing, details.joined(separator: "\n")].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  init(_ script: ChainScript, at step: Int, _ what: String, mark: String = "here", details: [String] = []) {
    summary = "\(script.title), step \(script.steps[step].number): \(what)"
    var rows = script.header + script.steps[..<step].flatMap(\.rows)
    var failing = script.steps[step].rows
    if let last = failing.popLast() { failing.append("\(last)   <- \(mark)") }
    rows += failing
    drawing = rows.joined(separator: "\n")
    self.details = details.map { "  \($0)" }
  }

  init(_ script: ChainScript, after what: String, details: [String]) {
    summary = "\(script.title): \(what)"
    drawing = (script.header + script.steps.flatMap(\.rows)).joined(separator: "\n")
    self.details = details.map { "  \($0)" }
  }
}

/// Frames for people: text as it stands, everything else in hexadecimal.
enum FrameText {
  static func text(of frames: [[UInt8]]) -> String {
    frames.isEmpty ? "no frame" : frames.map(text).joined(separator: ", ")
  }

  private static func text(of frame: [UInt8]) -> String {
    if frame.isEmpty { return "''" }
    let isText = frame.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && String(validating: frame, as: UTF8.self) != nil
    if isText { return String(decoding: frame.prefix(400), as: UTF8.self) + (frame.count > 400 ? "…" : "") }
    let digits = Array("0123456789abcdef")
    return "0x"
      + String(frame.prefix(64).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
      + (frame.count > 64 ? "… (\(frame.count) bytes)" : "")
  }
}
