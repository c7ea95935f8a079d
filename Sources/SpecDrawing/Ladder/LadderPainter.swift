import SpecModel

/// Paints a ladder as text.
///
/// ```
///     Station         Display  Logger  Archive
///      [PUB]           [SUB]    [SUB]   [SUB]
///        |---1 report--->|------->|------>|
///        |---2 alarm------------->|------>|
/// ```
struct LadderPainter {
  /// Where everything stands.
  let layout: LadderLayout
  /// What lines are made of.
  let glyphs: Glyphs

  /// The lines of the drawing.
  func lines() -> [String] {
    var painted = [names(), boxes()]
    var open: [LadderFrame] = []
    for line in layout.lines {
      if case .frame(_, .closing) = line.row { open.removeLast() }
      let around = open.prefix(line.depth)
      var rows = rows(of: line.row)
      if !line.remark.isEmpty, !rows.isEmpty { rows[0].put(line.remark, at: layout.remarkColumn(of: line.row)) }
      for var row in rows {
        for frame in around {
          row.put(String(glyphs.lifeline), at: frame.left)
          row.put(String(glyphs.lifeline), at: frame.right)
        }
        painted.append(row.text)
      }
      if case .frame(let frame, .opening) = line.row { open.append(layout.frames[frame]) }
    }
    return painted
  }

  /// `    Station         Display  Logger  Archive`
  private func names() -> String {
    var row = TextRow()
    for (participant, column) in zip(layout.scene.participants, layout.names) { row.put(participant.name, at: column) }
    return row.text
  }

  /// `     [PUB]           [SUB]    [SUB]   [SUB]`
  private func boxes() -> String {
    var row = TextRow()
    for (lifeline, column) in zip(layout.scene.lifelines, layout.boxes) { row.put(lifeline.box, at: column) }
    return row.text
  }

  private func rows(of row: LadderRow) -> [TextRow] {
    switch row {
    case .arrow(let spans): [arrow(spans)]
    case .loop(let lifeline, let label): loop(at: lifeline, label: label)
    case .lost(let lifeline, let label): [lost(from: lifeline, label: label)]
    case .work(let lifeline, let text): work(at: lifeline, text: text)
    case .plain(let isPause): [lifelines(isPause ? glyphs.pause : glyphs.lifeline)]
    case .frame(let index, .opening(let title)):
      [edge(of: layout.frames[index], glyphs.topLeft, glyphs.topRight, title: title)]
    case .frame(let index, .separator(let title)): [separator(in: layout.frames[index], title: title)]
    case .frame(let index, .closing): [edge(of: layout.frames[index], glyphs.bottomLeft, glyphs.bottomRight)]
    }
  }

  // MARK: Lines between lifelines

  /// `       |---1 report--->|------->|------>|`
  private func arrow(_ spans: [LadderRow.Span]) -> TextRow {
    var row = lifelines(glyphs.lifeline)
    var leaving: [Int: (left: Bool, right: Bool)] = [:]
    for span in spans {
      let left = layout.lifelines[span.left]
      let right = layout.lifelines[span.right]
      // An `x` does not touch.
      let gap = span.isLost ? 1 : 0
      row.fill((left + 1)..<right, with: span.isHandOff ? glyphs.handOff : glyphs.line)
      if span.pointsLeft {
        if span.isLost { row.put(" ", at: left + 1) }
        row.put(span.isLost ? "x" : String(glyphs.headLeft), at: left + 1 + gap)
        leaving[span.right, default: (false, false)].left = true
      } else {
        if span.isLost { row.put(" ", at: right - 1) }
        row.put(span.isLost ? "x" : String(glyphs.headRight), at: right - 1 - gap)
        leaving[span.left, default: (false, false)].right = true
      }
      if let label = span.label { row.put(label, at: left + span.offset) }
    }
    for (lifeline, sides) in leaving {
      let glyph =
        sides.left && sides.right ? glyphs.leavesBoth : sides.left ? glyphs.leavesLeft : glyphs.leavesRight
      row.put(String(glyph), at: layout.lifelines[lifeline])
    }
    return row
  }

  /// ```
  /// |---1 hello--.
  /// |<-----------'
  /// ```
  private func loop(at lifeline: Int, label: String) -> [TextRow] {
    let end = layout.lifelines[lifeline] + TextWidth.columns(of: label) + 6
    var out = line(from: lifeline, to: end)
    out.put(label, at: layout.lifelines[lifeline] + 4)
    out.put(String(glyphs.turnDown), at: end)
    return [out, back(to: lifeline, from: end)]
  }

  /// `|---1 hello--x`
  private func lost(from lifeline: Int, label: String) -> TextRow {
    let end = layout.lifelines[lifeline] + TextWidth.columns(of: label) + 6
    var row = line(from: lifeline, to: end)
    row.put(label, at: layout.lifelines[lifeline] + 4)
    row.put("x", at: end)
    return row
  }

  /// ```
  /// |--.
  /// |  | rasterise()
  /// |<-'
  /// ```
  private func work(at lifeline: Int, text: String) -> [TextRow] {
    let end = layout.lifelines[lifeline] + 3
    var out = line(from: lifeline, to: end)
    out.put(String(glyphs.turnDown), at: end)
    var middle = lifelines(glyphs.lifeline)
    middle.put(String(glyphs.lifeline), at: end)
    middle.put(text, at: end + 2)
    return [out, middle, back(to: lifeline, from: end)]
  }

  private func line(from lifeline: Int, to end: Int) -> TextRow {
    var row = lifelines(glyphs.lifeline)
    row.put(String(glyphs.leavesRight), at: layout.lifelines[lifeline])
    row.fill((layout.lifelines[lifeline] + 1)..<end, with: glyphs.line)
    return row
  }

  private func back(to lifeline: Int, from end: Int) -> TextRow {
    let column = layout.lifelines[lifeline]
    var row = lifelines(glyphs.lifeline)
    row.put(String(glyphs.headLeft), at: column + 1)
    row.fill((column + 2)..<end, with: glyphs.line)
    row.put(String(glyphs.turnBack), at: end)
    return row
  }

  /// `       |               |        |       |`
  private func lifelines(_ glyph: Character) -> TextRow {
    var row = TextRow()
    for column in layout.lifelines { row.put(String(glyph), at: column) }
    return row
  }

  // MARK: Lines of frames

  /// The lifelines that a frame does not go round.
  private func outside(_ frame: LadderFrame) -> TextRow {
    var row = TextRow()
    for column in layout.lifelines where !(frame.left...frame.right).contains(column) {
      row.put(String(glyphs.lifeline), at: column)
    }
    return row
  }

  /// `  +--- [alt: a worker is ready] ----------------------------+`
  private func edge(of frame: LadderFrame, _ left: Character, _ right: Character, title: String? = nil) -> TextRow {
    var row = outside(frame)
    row.fill(frame.left..<(frame.right + 1), with: glyphs.line)
    row.put(String(left), at: frame.left)
    row.put(String(right), at: frame.right)
    if let title { row.put(" \(title) ", at: frame.title - 1) }
    return row
  }

  /// `  +- - [else: unknown service] - - - - - - - - - - - - - - -+`
  private func separator(in frame: LadderFrame, title: String) -> TextRow {
    let end = frame.title + TextWidth.columns(of: title)
    var row = outside(frame)
    row.fill((frame.left + 1)..<frame.right, with: glyphs.dashGap)
    for column in [frame.left + 1, frame.left + 3] + Array(stride(from: end + 1, to: frame.right, by: 2)) {
      row.put(String(glyphs.dash), at: column)
    }
    row.put(String(glyphs.branchLeft), at: frame.left)
    row.put(String(glyphs.branchRight), at: frame.right)
    row.put(" \(title) ", at: frame.title - 1)
    return row
  }
}
