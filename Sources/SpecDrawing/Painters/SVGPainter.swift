import SpecModel

/// Paints a ladder as SVG: the columns are those of the text, the rows have the height that they need.
///
/// ```
/// <svg …><title>Sending pings</title><desc>…</desc>
///   processes and boxes · lifelines · a <g> for each thing that happens, with its own <title>
/// </svg>
/// ```
struct SVGPainter {
  /// Where everything stands.
  let layout: LadderLayout
  /// The chain: its name and its heading.
  let chain: ChainSpec
  /// What makes ids unique in the page around it, which has the style sheet; nil where it is a file of its own.
  let page: String?

  private static let headerHeight = 64

  /// The whole, with a line end behind it.
  func text() -> String {
    let heights = layout.lines.map(\.row.height)
    let bottom = SVGPainter.headerHeight + heights.reduce(0, +) + 12
    let width = (layout.width + 3) * SVGText.column
    let id = "d-" + SVGPainter.id((page.map { "\($0)-" } ?? "") + chain.name.text)
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"zmqspec\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\""
        + " viewBox=\"0 0 \(width) \(bottom)\" width=\"\(width)\" height=\"\(bottom)\">",
      "<title id=\"\(id)-t\">\(SVGText.escaped(Page.visible(chain.heading)))</title>",
      "<desc id=\"\(id)-d\">\(SVGText.escaped(layout.scene.telling))</desc>",
    ]
    if page == nil { parts.append("<style>\n\(SVGStyle.text)</style>") }
    parts.append("<rect class=\"ground\" width=\"\(width)\" height=\"\(bottom)\"/>")
    parts += header()
    parts += lifelines(heights, bottom: bottom - 12)
    parts += frames(heights)
    parts += rows(heights)
    return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// A name as a part of an id: letters, digits, hyphens.
  private static func id(_ name: String) -> String {
    String(
      name.unicodeScalars.map { $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "-" })
  }

  private func x(_ lifeline: Int) -> Int { layout.lifelines[lifeline] * SVGText.column + SVGText.column / 2 }

  // MARK: Processes and lifelines

  private func header() -> [String] {
    var parts: [String] = []
    let scene = layout.scene
    for (participant, name) in zip(scene.participants, layout.names) {
      let boxes = participant.lifelines.map { (layout.boxes[$0], scene.lifelines[$0].box.count) }
      let columns = TextWidth.columns(of: participant.name)
      let left = min(name, boxes.map(\.0).min() ?? name) * SVGText.column - 6
      let right = max(name + columns, boxes.map { $0.0 + $0.1 }.max() ?? 0) * SVGText.column + 6
      parts.append(SVGText.box(x: left, y: 6, width: right - left, height: 54, class: "process", radius: 6))
      parts.append(SVGText.text(participant.name, x: name * SVGText.column, y: 25, class: "name"))
    }
    for (lifeline, column) in zip(scene.lifelines, layout.boxes) {
      let width = lifeline.box.count * SVGText.column
      parts.append(SVGText.box(x: column * SVGText.column, y: 33, width: width, height: 22, class: "box"))
      parts.append(SVGText.text(lifeline.type, x: (column + 1) * SVGText.column, y: 49))
    }
    return parts
  }

  /// A line down from each box, dotted where time passes.
  private func lifelines(_ heights: [Int], bottom: Int) -> [String] {
    var top = 55
    var y = SVGPainter.headerHeight
    var spans: [(Int, Int, String)] = []
    for (line, height) in zip(layout.lines, heights) {
      if line.row == .plain(isPause: true) {
        spans += [(top, y, "lifeline"), (y, y + height, "pause")]
        top = y + height
      }
      y += height
    }
    spans.append((top, bottom, "lifeline"))
    return layout.lifelines.indices.flatMap { lifeline in
      spans.filter { $0.0 < $0.1 }.map { SVGText.line(x(lifeline), $0.0, x(lifeline), $0.1, class: $0.2) }
    }
  }

  // MARK: Frames

  /// The frames of groups, and over their lines the titles.
  private func frames(_ heights: [Int]) -> [String] {
    var boxes: [String] = []
    var titles: [String] = []
    var y = SVGPainter.headerHeight
    var open: [Int] = []
    for (line, height) in zip(layout.lines, heights) {
      switch line.row {
      case .frame(let frame, .opening(let title)):
        open.append(y + 8)
        titles.append(tab(title, of: layout.frames[frame], y: y + 8))
      case .frame(let frame, .separator(let title)):
        let frame = layout.frames[frame]
        boxes.append(SVGText.line(edge(frame.left), y + 12, edge(frame.right), y + 12, class: "branch"))
        titles.append(tab(title, of: frame, y: y + 12))
      case .frame(let index, .closing):
        guard let top = open.popLast() else { continue }
        let frame = layout.frames[index]
        let (left, right) = (edge(frame.left), edge(frame.right))
        boxes.append(
          SVGText.box(x: left, y: top, width: right - left, height: y + 8 - top, class: "group", radius: 5))
      case .arrow, .loop, .lost, .work, .plain: break
      }
      y += height
    }
    return boxes + titles
  }

  private func edge(_ column: Int) -> Int { column * SVGText.column + SVGText.column / 2 }

  /// A title on the line of a frame.
  private func tab(_ title: String, of frame: LadderFrame, y: Int) -> String {
    let x = frame.title * SVGText.column
    let width = TextWidth.columns(of: title) * SVGText.column
    return "<rect class=\"ground\" x=\"\(x - 6)\" y=\"\(y - 9)\" width=\"\(width + 12)\" height=\"18\"/>"
      + SVGText.text(title, x: x, y: y + 4, class: "title")
  }

  // MARK: Rows

  private func rows(_ heights: [Int]) -> [String] {
    var parts: [String] = []
    var y = SVGPainter.headerHeight
    for (line, height) in zip(layout.lines, heights) {
      switch line.row {
      case .frame: break
      case .arrow(let spans): parts.append(group(arrow(spans, y: y + 20), line, y: y + 20))
      case .loop(let lifeline, let label): parts.append(group(loop(lifeline, label, y: y), line, y: y + 20))
      case .lost(let lifeline, let label):
        let end = x(lifeline) + (TextWidth.columns(of: label) + 6) * SVGText.column
        let row = y + 20
        parts.append(
          group(
            [SVGText.line(x(lifeline), row, end, row, class: "arrow"), SVGText.cross(end, row)]
              + self.label(label, x: x(lifeline) + 28, y: row - 6), line, y: row))
      case .work(let lifeline, let text): parts.append(group(work(lifeline, text, y: y), line, y: y + 20))
      case .plain: parts.append(group([], line, y: y + height / 2 + 4))
      }
      y += height
    }
    return parts.filter { !$0.isEmpty }
  }

  /// What happens in a row, with what stands beside it.
  private func group(_ parts: [String], _ line: LadderLine, y: Int) -> String {
    var parts = parts
    if !line.remark.isEmpty {
      let x = layout.remarkColumn(of: line.row) * SVGText.column
      parts.append(SVGText.text(line.remark, x: x, y: y + 4, class: "remark"))
    }
    return parts.isEmpty ? "" : "<g>" + parts.joined() + "</g>"
  }

  private func arrow(_ spans: [LadderRow.Span], y: Int) -> [String] {
    var parts: [String] = []
    for span in spans {
      let (left, right) = (x(span.left), x(span.right))
      let style = span.isHandOff ? "arrow hand-off" : "arrow"
      if span.isLost {
        let end = span.pointsLeft ? left + 14 : right - 14
        parts.append(SVGText.line(span.pointsLeft ? end : left, y, span.pointsLeft ? right : end, y, class: style))
        parts.append(SVGText.cross(end, y))
      } else {
        parts.append(SVGText.line(left, y, right, y, class: style))
        parts.append(SVGText.head(span.pointsLeft ? left : right, y, pointsLeft: span.pointsLeft))
      }
      guard let label = span.label else { continue }
      let start = left + span.offset * SVGText.column - SVGText.column / 2
      parts +=
        span.isHandOff
        ? [SVGText.text(label, x: start, y: y - 6)] : self.label(label, x: start, y: y - 6)
    }
    return parts
  }

  /// The number, and behind it the message's name.
  private func label(_ label: String, x: Int, y: Int) -> [String] {
    let parts = label.split(separator: " ", maxSplits: 1)
    let number = parts.first.map(String.init) ?? ""
    let name = parts.dropFirst().first.map(String.init) ?? ""
    let width = (TextWidth.columns(of: number) + 1) * SVGText.column
    return [SVGText.text(number, x: x, y: y, class: "number"), SVGText.text(name, x: x + width, y: y)]
  }

  private func loop(_ lifeline: Int, _ label: String, y: Int) -> [String] {
    let start = x(lifeline)
    let end = start + (TextWidth.columns(of: label) + 6) * SVGText.column
    return [
      "<path class=\"arrow\" d=\"M\(start) \(y + 20)L\(end) \(y + 20)L\(end) \(y + 36)L\(start) \(y + 36)\"/>",
      SVGText.head(start, y + 36, pointsLeft: true),
    ] + self.label(label, x: start + 28, y: y + 14)
  }

  private func work(_ lifeline: Int, _ text: String, y: Int) -> [String] {
    let start = x(lifeline)
    let end = start + 3 * SVGText.column
    return [
      "<path class=\"arrow\" d=\"M\(start) \(y + 10)L\(end) \(y + 10)L\(end) \(y + 30)L\(start) \(y + 30)\"/>",
      SVGText.head(start, y + 30, pointsLeft: true),
      SVGText.text(text, x: end + SVGText.column, y: y + 24),
    ]
  }
}

extension LadderRow {
  /// The pixels that the row takes.
  fileprivate var height: Int {
    switch self {
    case .arrow, .lost: 34
    case .loop: 48
    case .work: 40
    case .plain: 26
    case .frame(_, .opening): 24
    case .frame(_, .separator): 30
    case .frame(_, .closing): 16
    }
  }
}
