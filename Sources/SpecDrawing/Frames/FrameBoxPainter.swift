import SpecModel

/// What travels on each hop of a chain as boxes, which is how the ZeroMQ Guide draws messages.
///
/// ```
/// 1b NET    Broker DEALER -> Worker REP
///           #---+--------#
/// Frame 1   | 5 | client |                    Routing id of the client   (added by ROUTER)
///           #---#--------#
/// Frame 2   | 0 |                             Empty delimiter            (added by REQ)
///           #---#--------------------#
/// Frame 3   | n | ["render",[..],{}] |        Body: render               (the handler's)
///           #---+--------------------#
/// ```
///
/// The text at the right begins at column 44 or, where that would leave less than 3 blanks behind the widest box, 9
/// further, and so on, as in frame lists.
struct FrameBoxPainter {
  /// The chain.
  let chain: ChainSpec
  /// Its protocol.
  let spec: ProtocolSpec
  /// Whether bodies are whole samples.
  let options: DrawingOptions

  /// The column of the boxes.
  private static let column = 10

  /// The boxes of all hops, with a blank line between two.
  func text() -> String {
    var blocks: [String] = []
    for (step, frames) in zip(chain.steps, spec.frames(of: chain)) {
      for (index, frames) in frames.hops.enumerated() {
        let boxes = FrameBoxes(step: step, hop: index, spec: spec, realJSON: options.realJSON).boxes(of: frames.wire)
        let lines = [header(of: step, hop: index)] + lines(of: boxes)
        blocks.append(lines.joined(separator: "\n"))
      }
    }
    return blocks.joined(separator: "\n\n")
  }

  private func header(of step: StepSpec, hop index: Int) -> String {
    let hop = step.hops[index]
    let receivers = hop.receivers.map { spec.named($0) }.joined(separator: ", ")
    var row = TextRow()
    row.put("\(step.label(ofHop: index)) NET", at: 0)
    let isLost = step.isLost && index == step.hops.count - 1
    row.put("\(spec.named(hop.sender)) -> \(receivers)\(isLost ? ", lost" : "")", at: FrameBoxPainter.column)
    return row.text
  }

  private func lines(of boxes: [FrameBox]) -> [String] {
    let size = (boxes.map(\.size.count).max() ?? 0) + 2
    let divider = FrameBoxPainter.column + 1 + size
    let widest = boxes.map(\.width).max() ?? 0
    var side = 44
    while side < divider + widest + 5 { side += 9 }
    let what = boxes.map { TextWidth.columns(of: $0.what) }.max() ?? 0
    var lines: [String] = []
    for (index, box) in boxes.enumerated() {
      lines.append(border(between: index > 0 ? boxes[index - 1] : nil, box, divider: divider))
      var row = TextRow()
      row.put(box.name, at: 0)
      row.put("| \(box.size)", at: FrameBoxPainter.column)
      row.put("|", at: divider)
      if !box.content.isEmpty { row.put(" \(box.content) |", at: divider + 1) }
      row.put(box.what, at: side)
      if !box.origin.isEmpty { row.put("(\(box.origin))", at: side + what + 3) }
      lines.append(row.text)
    }
    if let last = boxes.last { lines.append(border(between: last, nil, divider: divider)) }
    return lines
  }

  /// The line between two boxes: `#` at the corners of both, `+` where a line goes on.
  private func border(between above: FrameBox?, _ below: FrameBox?, divider: Int) -> String {
    let neighbours = [above, below].compactMap { $0 }
    let edges = neighbours.map { $0.width == 0 ? divider : divider + 1 + $0.width }
    var row = TextRow()
    row.fill(FrameBoxPainter.column..<((edges.max() ?? divider) + 1), with: "-")
    row.put("+", at: divider)
    for column in edges + [FrameBoxPainter.column] { row.put("#", at: column) }
    return row.text
  }
}
