extension DiagnosticPrinter {
  /// One JSON object on one line; positions count from 1, `end` is the position behind the last character,
  /// columns count Unicode scalars.
  ///
  /// ```json
  /// {"file":"ping.yaml","code":"ZS0203","severity":"error","message":"…","help":"…",
  ///  "start":{"line":14,"column":9},"end":{"line":14,"column":29},
  ///  "notes":[{"message":"…","start":{"line":6,"column":7},"end":{"line":6,"column":12}}],
  ///  "fix":[{"text":"…","start":{"line":6,"column":7},"end":{"line":6,"column":12}}]}
  /// ```
  ///
  /// (without the line breaks). `help` is null where there is none. The edits of `fix` do not overlap, and are the
  /// whole remedy together; there are none where the author must decide. A chain that gets stuck has one member more, the
  /// way there, in which steps have the numbers of the diagrams and the chain its place in the file, from 0:
  ///
  /// ```json
  /// "trace":{"chain":0,"events":[{"step":1},{"lost":2},{"note":"Broker restarts"}],"fatal":"Client waits for ever"}
  /// ```
  func json(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { "{\"message\":\(quoted($0.message)),\(range($0.range))}" }
    let fix = diagnostic.fix.map { "{\"text\":\(quoted($0.text)),\(range($0.range))}" }
    return "{\"file\":\(quoted(source.name)),\"code\":\(quoted(diagnostic.code.rawValue))"
      + ",\"severity\":\(quoted(diagnostic.severity.rawValue)),\"message\":\(quoted(diagnostic.message))"
      + ",\"help\":\(diagnostic.help.map(quoted) ?? "null"),\(range(diagnostic.range))"
      + ",\"notes\":[\(notes.joined(separator: ","))],\"fix\":[\(fix.joined(separator: ","))]"
      + "\(diagnostic.trace.map(trace) ?? "")}\n"
  }

  private func trace(_ trace: ChainTrace) -> String {
    let events = trace.events.map { event in
      switch event {
      case .step(let place): "{\"step\":\(place + 1)}"
      case .lost(let place): "{\"lost\":\(place + 1)}"
      case .pause(let span): "{\"pause\":\(quoted(span.text))}"
      case .note(let text): "{\"note\":\(quoted(text))}"
      }
    }
    return ",\"trace\":{\"chain\":\(trace.chain),\"events\":[\(events.joined(separator: ","))]"
      + ",\"fatal\":\(quoted(trace.fatal))}"
  }

  private func range(_ range: SourceRange) -> String {
    "\"start\":\(position(range.start)),\"end\":\(position(range.end))"
  }

  private func position(_ position: SourcePosition) -> String {
    "{\"line\":\(position.line),\"column\":\(position.column)}"
  }

  /// A JSON string; only what JSON forbids is escaped.
  private func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
