import SpecModel

/// A chain as text: its sequence diagram and its list of frames.
///
/// ```
///     PingProc      PongProc
///      [REQ] ---1--> [REP]
///            <--2---
///
///     1 IN : ['ping, count']
///     1 OUT: ['ping, count']
///
///     2 IN : ['pong, count']
///     2 OUT: ['pong, count']
/// ```
///
/// The same chain and options give the same text on every platform. Lines end with LF and have no blanks at their ends.
public enum Drawing {
  /// The sequence diagram alone, without a line end behind it, and what is doubtful about it.
  ///
  /// A warning says that the diagram is wider than the options allow, or that it has no compact form; nothing is ever
  /// cut off. The text is empty for a chain without steps.
  public static func diagram(
    of chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions()
  ) -> (text: String, warnings: [String]) {
    let scene = Scene(chain, in: spec)
    if scene.lifelines.isEmpty { return ("", []) }
    let (lines, problems) = DiagramChoice(scene: scene, options: options).diagram()
    return (lines.joined(separator: "\n"), problems.map { "chain '\(chain.name)': \($0)" })
  }

  /// The frames of every message in the form of the options, without a line end behind them; empty for a chain without
  /// steps.
  public static func frames(
    of chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions()
  ) -> String {
    switch options.frames {
    case .list: FrameListPainter(list: FrameList(chain, in: spec, options: options)).lines().joined(separator: "\n")
    case .table: FrameTablePainter(chain: chain, spec: spec, options: options).text()
    case .boxes: FrameBoxPainter(chain: chain, spec: spec, options: options).text()
    case .none: ""
    }
  }

  /// The diagram, a blank line, the frames, and a line end: what `zmqspec render` prints.
  public static func text(
    of chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions()
  ) -> String {
    let parts = [diagram(of: chain, in: spec, options: options).text, frames(of: chain, in: spec, options: options)]
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return text.isEmpty ? "" : text + "\n"
  }
}
