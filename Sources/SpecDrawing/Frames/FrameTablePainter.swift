import SpecModel

/// The frames of a chain as tables in Markdown, one for each message: what becomes of each frame on its way.
///
/// ```
/// | frame | what | 1a IN Client REQ | 1a OUT Broker ROUTER | 1b IN Broker DEALER | 1b OUT Worker REP |
/// |--|--|--|--|--|--|
/// | routing id | bytes, 5 by default | - | `client` | `client` | - |
/// | delimiter | empty | - | `''` | `''` | - |
/// | body | JSON triple `render` | yes | yes | yes | yes |
/// ```
struct FrameTablePainter {
  /// The chain.
  let chain: ChainSpec
  /// Its protocol.
  let spec: ProtocolSpec
  /// Whether there is a column for what travels, and whether bodies are sample values.
  let options: DrawingOptions

  /// The tables, with blank lines between them.
  func text() -> String {
    zip(chain.steps, spec.frames(of: chain)).map { table(of: $0, $1) }.joined(separator: "\n\n")
  }

  /// A place that a message passes, and its frames there.
  private struct Column {
    let title: String
    let frames: [FrameSymbol]
  }

  private func table(of step: StepSpec, _ frames: StepFrames) -> String {
    let notation = FrameNotation(step, in: spec, realJSON: options.realJSON)
    let columns = columns(of: step, frames)
    let envelopes = columns.map { $0.frames.dropLast(notation.bodyLength) }
    var rows: [[String]] = []
    for symbol in FrameTablePainter.merged(envelopes.map(Array.init)) {
      rows.append(
        [name(of: symbol), what(symbol, of: step)]
          + envelopes.map { $0.contains(symbol) ? code(notation.text(symbol)) : "-" })
    }
    let body = spec[step.message].bodyFrames(in: spec)
    let samples = notation.texts(of: body)
    for (index, (symbol, codec)) in zip(body, spec[step.message].frameCodecs(in: spec)).enumerated() {
      let sample = options.realJSON && index < samples.count ? code(samples[index]) : "yes"
      rows.append([name(of: symbol), what(codec, step.message)] + columns.map { $0.frames.isEmpty ? "-" : sample })
    }
    let header = ["frame", "what"] + columns.map(\.title)
    return ([row(header), "|" + String(repeating: "--|", count: header.count)] + rows.map(row))
      .joined(separator: "\n")
  }

  private func columns(of step: StepSpec, _ frames: StepFrames) -> [Column] {
    var columns: [Column] = []
    for (index, (hop, frames)) in zip(step.hops, frames.hops).enumerated() {
      let label = step.label(ofHop: index)
      let isLost = step.isLost && index == step.hops.count - 1
      columns.append(Column(title: "\(label) IN \(spec.named(hop.sender))", frames: frames.sent))
      if options.showWire { columns.append(Column(title: "\(label) NET", frames: frames.wire)) }
      let receivers = hop.receivers.map { spec.named($0) }.joined(separator: ", ")
      columns.append(
        Column(title: "\(label) OUT \(receivers)\(isLost ? ": lost" : "")", frames: isLost ? [] : frames.received))
    }
    return columns
  }

  /// All frames of some envelopes, each once, in an order that is that of each; aligned at the body, where they agree.
  static func merged(_ envelopes: [[FrameSymbol]]) -> [FrameSymbol] {
    var merged: [FrameSymbol] = []
    for envelope in envelopes {
      var end = merged.count
      for symbol in envelope.reversed() {
        if let known = merged[..<end].lastIndex(of: symbol) {
          end = known
        } else if !merged.contains(symbol) {
          merged.insert(symbol, at: end)
        }
      }
    }
    return merged
  }

  private func name(of symbol: FrameSymbol) -> String {
    switch symbol {
    case .routingID: "routing id"
    case .delimiter: "delimiter"
    case .topic: "topic"
    case .body: "body"
    case .value, .constant, .binary: code(symbol.notation)
    }
  }

  private func what(_ symbol: FrameSymbol, of step: StepSpec) -> String {
    switch symbol {
    case .routingID(let name):
      spec.owner(ofRoutingID: name).flatMap { spec.routingIDSize(of: $0) }.map { "bytes, \($0)" }
        ?? (spec.owner(ofRoutingID: name).map { spec.setsRoutingID($0) } == true ? "bytes" : "bytes, 5 by default")
    case .delimiter: "empty"
    case .topic: (step.topic ?? spec[step.sender].topic).map { "text " + code($0.text) } ?? "text"
    case .value, .constant, .body, .binary: "bytes"
    }
  }

  private func what(_ codec: String, _ message: MessageID) -> String {
    let name = code(spec[message].wireType)
    return spec[message].layout.builtIn.map { "JSON \($0.rawValue) \(name)" } ?? codec
  }

  private func code(_ text: String) -> String {
    let ticks = text.contains("`") ? "``" : "`"
    let blank = text.contains("`") ? " " : ""
    return ticks + blank + Page.visible(text) + blank + ticks
  }

  private func row(_ cells: [String]) -> String {
    "| "
      + cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
      .joined(separator: " | ") + " |"
  }
}
