import SpecDrawing
import SpecModel

/// A protocol as text: every chain with its heading, what it is about, its diagram and its frames.
///
/// ```
/// Sending pings
/// -------------
///
/// * If the ping process sends a *ping*, the pong process responds with a *pong*.
///
///     PingProc      PongProc
///      [REQ] ---1--> [REP]
///            <--2---
///
///     1 IN : ['ping, count']
///     …
/// ```
struct TextPage {
  /// The page; ends with a line break.
  private(set) var text: String
  /// What is doubtful about the diagrams.
  private(set) var warnings: [String] = []

  /// - Parameter chains: Names of those to show; empty for all.
  init(_ spec: ProtocolSpec, chains: [String], options: DrawingOptions, withTitle: Bool) {
    var blocks: [String] = []
    if withTitle { blocks.append(TextPage.heading(spec.title ?? spec.name.text, "=")) }
    for chain in spec.chains where chains.isEmpty || chains.contains(chain.name.text) {
      blocks.append(TextPage.heading(chain.heading, "-"))
      if let about = chain.about.flatMap(TextPage.prose) { blocks.append(about) }
      let diagram = Drawing.diagram(of: chain, in: spec, options: options)
      let frames = Drawing.frames(of: chain, in: spec, options: options)
      blocks += [diagram.text, frames].filter { !$0.isEmpty }
      warnings += diagram.warnings
    }
    text = blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
  }

  private static func heading(_ text: String, _ line: String) -> String {
    let text = Printable.line(text)
    return text + "\n" + String(repeating: line, count: max(1, TextWidth.columns(of: text)))
  }

  /// What a person wrote, without blank lines at its end, and safe for a terminal.
  private static func prose(_ text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Printable.line(String($0)) }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
