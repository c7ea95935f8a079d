import SpecModel

/// How a chain gets stuck, as it is printed under the diagnostic.
///
/// ```
///       = chain 'asking' goes like this:
///           1. Client -> Server: hello
///              Server restarts
///           *  Client waits for 'welcome' for ever
/// ```
enum TraceText {
  /// The events, each on a line, the fatal one marked.
  static func render(_ trace: ChainTrace, in spec: ProtocolSpec) -> String {
    guard spec.chains.indices.contains(trace.chain) else { return "" }
    let chain = spec.chains[trace.chain]
    var lines = ["      = chain '\(chain.name)' goes like this:"]
    for event in trace.events {
      switch event {
      case .step(let place): lines.append(line(chain, place, spec))
      case .lost(let place): lines.append(line(chain, place, spec) + "    x lost")
      case .pause(let span): lines.append("             pause \(span.text)")
      case .note(let text): lines.append("             \(text)")
      }
    }
    lines.append("          *  \(trace.fatal)")
    return lines.map { Printable.line($0) + "\n" }.joined()
  }

  /// `1. Client -> Broker -> Worker: render`
  private static func line(_ chain: ChainSpec, _ place: Int, _ spec: ProtocolSpec) -> String {
    guard chain.steps.indices.contains(place) else { return "" }
    let step = chain.steps[place]
    let way = step.hops.map { spec[$0.sender.process].name.text }
    let receivers = step.receivers.map { spec[$0.process].name.text }.joined(separator: ", ")
    let number = String(repeating: " ", count: max(0, 11 - "\(step.number)".count)) + "\(step.number). "
    return number + (way + [receivers]).joined(separator: " -> ") + ": \(spec[step.message].name)"
  }
}
