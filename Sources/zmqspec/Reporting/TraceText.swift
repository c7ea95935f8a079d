import SpecDrawing
import SpecModel

/// How a chain gets stuck, as it is drawn under the diagnostic: the chain's diagram up to the fatal step.
///
/// ```
///       = chain 'joining' goes like this:
///            Client       Server
///           [DEALER]     [ROUTER]
///               |---1 hello-->|
///               |             |  Server restarts
///               |             |  Client waits for 'welcome' for ever
/// ```
enum TraceText {
  /// The diagram, indented under the finding, within 80 columns where it can be.
  static func render(_ trace: ChainTrace, in spec: ProtocolSpec, isUnicode: Bool) -> String {
    guard spec.chains.indices.contains(trace.chain) else { return "" }
    // The diagram has a margin of its own.
    let indent = "      "
    let options = DrawingOptions(charset: isUnicode ? .unicode : .ascii, width: 80 - indent.count)
    let diagram = Drawing.diagram(of: trace, in: spec, options: options).text
    let lines = diagram.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }
    let heading = "      = chain '\(spec.chains[trace.chain].name)' goes like this:"
    return ([heading] + lines).map { Printable.line($0) + "\n" }.joined()
  }
}
