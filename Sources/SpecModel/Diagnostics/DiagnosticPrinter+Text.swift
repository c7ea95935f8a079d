extension DiagnosticPrinter {
  /// ```
  /// protocols/ping-pong.yaml:14:9: error: REP drops this message: the DEALER sends no delimiter [ZS0203]
  ///    14 |       - PingProc -> PongProc: ping
  ///       |         ^^^^^^^^^^^^^^^^^^^^
  ///       = help: remove `delimiter: false` from socket 'pings' of 'PingProc': it is inferred
  /// protocols/ping-pong.yaml:6:7: note: 'pings' is declared a DEALER without delimiter here
  /// ```
  func text(_ diagnostic: Diagnostic) -> String {
    let severity = paint(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? .red : .magenta)
    let message = paint(Printable.line(diagnostic.message), .bold)
    var output = "\(place(diagnostic.range)) \(severity) \(message) [\(diagnostic.code)]\n"
    output += excerpt(diagnostic.range)
    if let help = diagnostic.help { output += "\(gutter("")) \(paint("= help:", .bold)) \(Printable.line(help))\n" }
    for note in diagnostic.notes {
      output += "\(place(note.range)) \(paint("note:", .cyan)) \(Printable.line(note.message))\n"
    }
    return output
  }

  /// `protocols/ping-pong.yaml:14:9:`
  private func place(_ range: SourceRange) -> String {
    paint("\(Printable.line(source.name)):\(range.start.line):\(range.start.column):", .bold)
  }

  /// The line, and carets under the part of it that is meant; of a range of several lines the first.
  private func excerpt(_ range: SourceRange) -> String {
    guard let line = source.line(range.start.line) else { return "" }
    let end = range.end.line == range.start.line ? range.end.column : Int.max
    let excerpt = LineExcerpt(of: line, columns: range.start.column, end)
    return "\(gutter("\(range.start.line)")) | \(excerpt.text)\n"
      + "\(gutter("")) | \(excerpt.indent)\(paint(excerpt.carets, .green))\n"
  }

  /// A line number, or nothing, at the right of five columns.
  private func gutter(_ number: String) -> String {
    String(repeating: " ", count: max(0, 5 - number.count)) + number
  }

  /// The colours of severities and carets, as in clang and swiftc.
  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case magenta = "1;35"
    case cyan = "1;36"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    inColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
