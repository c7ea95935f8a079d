import SpecModel

/// The rows of a scene, before anything has a column.
struct LadderRows {
  /// From top to bottom; a note is one row still, however long.
  private(set) var lines: [LadderLine] = []
  /// The frames of all groups, in the order in which they begin.
  private(set) var frames: [LadderFrame] = []
  /// How much further in the first box stands for the sake of the frames: 2 columns for each level, those of `break`
  /// not counted (drawings 5 to 7).
  private(set) var indent = 0

  /// - Parameters:
  ///   - scene: What is shown.
  ///   - named: Whether labels carry the message's name beside its number.
  ///   - isAiry: Whether a row without anything parts what happens.
  ///   - isTight: Whether frames go round the lifelines that their messages touch alone.
  init(_ scene: Scene, named: Bool, isAiry: Bool, isTight: Bool = false) {
    var open: [(frame: Int, indents: Bool)] = []
    for (index, event) in scene.events.enumerated() {
      if isAiry, index > 0, !isEdge(scene.events[index - 1]), !isEdge(event) {
        lines.append(LadderLine(row: .plain(isPause: false), depth: open.count))
      }
      switch event {
      case .message(let arrow):
        let label = named ? "\(arrow.number) \(arrow.name)" : arrow.number
        lines.append(
          LadderLine(row: LadderRow(arrow, label: label), remark: arrow.remark ?? "", depth: open.count))
      case .handOff(let from, let to, let work):
        let span = LadderRow.Span(
          left: min(from, to), right: max(from, to), pointsLeft: to < from, isHandOff: true, label: work)
        lines.append(LadderLine(row: .arrow([span]), depth: open.count))
      case .work(let lifeline, let text):
        lines.append(LadderLine(row: .work(lifeline: lifeline, text: text), depth: open.count))
      case .pause(let text): lines.append(LadderLine(row: .plain(isPause: true), remark: text, depth: open.count))
      case .note(let text): lines.append(LadderLine(row: .plain(isPause: false), remark: text, depth: open.count))
      case .opening(let title):
        lines.append(LadderLine(row: .frame(frames.count, .opening("[\(title)]")), depth: open.count))
        open.append((frames.count, !title.hasPrefix(GroupSpec.Kind.break.rawValue)))
        frames.append(LadderFrame(depth: open.count - 1))
        indent = max(indent, 2 * open.count(where: \.indents))
      case .separator(let title):
        guard let innermost = open.last else { continue }
        lines.append(LadderLine(row: .frame(innermost.frame, .separator("[\(title)]")), depth: open.count - 1))
      case .closing:
        guard let innermost = open.popLast() else { continue }
        lines.append(LadderLine(row: .frame(innermost.frame, .closing), depth: open.count))
      }
    }
    if isTight {
      indent = 0
      cover(scene.lifelines.count)
    }
  }

  /// Finds out for each frame which lifelines are touched in it; one in which none is touched goes round all.
  private mutating func cover(_ count: Int) {
    guard count > 0 else { return }
    var open: [(frame: Int, cover: ClosedRange<Int>?)] = []
    for line in lines {
      switch line.row {
      case .frame(let frame, .opening): open.append((frame, nil))
      case .frame(_, .separator), .plain: continue
      case .frame(_, .closing):
        guard let (frame, touched) = open.popLast() else { continue }
        let cover = touched ?? 0...(count - 1)
        frames[frame].cover = cover
        guard let outer = open.indices.last else { continue }
        open[outer].cover = open[outer].cover.joined(with: cover)
        let index = open[outer].frame
        frames[index].height = max(frames[index].height, frames[frame].height + 1)
      case .arrow(let spans):
        for span in spans { touch(span.left...span.right, in: &open) }
      case .loop(let lifeline, _), .lost(let lifeline, _), .work(let lifeline, _):
        touch(lifeline...lifeline, in: &open)
      }
    }
  }

  private func touch(_ lifelines: ClosedRange<Int>, in open: inout [(frame: Int, cover: ClosedRange<Int>?)]) {
    guard let innermost = open.indices.last else { return }
    open[innermost].cover = open[innermost].cover.joined(with: lifelines)
  }

  private func isEdge(_ event: SceneEvent) -> Bool {
    switch event {
    case .opening, .separator, .closing: true
    case .message, .handOff, .work, .pause, .note: false
    }
  }
}

extension ClosedRange<Int>? {
  /// The smallest range with both.
  fileprivate func joined(with other: ClosedRange<Int>) -> ClosedRange<Int> {
    map { Swift.min($0.lowerBound, other.lowerBound)...Swift.max($0.upperBound, other.upperBound) } ?? other
  }
}
