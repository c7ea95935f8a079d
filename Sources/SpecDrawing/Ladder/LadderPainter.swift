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
    [names(), boxes()] + layout.rows.flatMap(lines)
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

  private func lines(of row: LadderRow) -> [String] {
    switch row {
    case .arrow(let spans): [arrow(spans)]
    case .loop(let lifeline, let label): loop(at: lifeline, label: label)
    case .lost(let lifeline, let label): [lost(from: lifeline, label: label)]
    }
  }

  /// `       |---1 report--->|------->|------>|`
  private func arrow(_ spans: [LadderRow.Span]) -> String {
    var row = lifelines()
    var leaving: [Int: (left: Bool, right: Bool)] = [:]
    for span in spans {
      let left = layout.lifelines[span.left]
      let right = layout.lifelines[span.right]
      row.fill((left + 1)..<right, with: glyphs.line)
      if span.pointsLeft {
        row.put(String(glyphs.headLeft), at: left + 1)
        leaving[span.right, default: (false, false)].left = true
      } else {
        row.put(String(glyphs.headRight), at: right - 1)
        leaving[span.left, default: (false, false)].right = true
      }
      if let label = span.label { row.put(label, at: left + 4) }
    }
    for (lifeline, sides) in leaving {
      let glyph =
        sides.left && sides.right ? glyphs.leavesBoth : sides.left ? glyphs.leavesLeft : glyphs.leavesRight
      row.put(String(glyph), at: layout.lifelines[lifeline])
    }
    return row.text
  }

  /// ```
  /// |---1 hello--.
  /// |<-----------'
  /// ```
  private func loop(at lifeline: Int, label: String) -> [String] {
    let column = layout.lifelines[lifeline]
    let end = column + TextWidth.columns(of: label) + 6
    var out = lifelines()
    out.put(String(glyphs.leavesRight), at: column)
    out.fill((column + 1)..<end, with: glyphs.line)
    out.put(label, at: column + 4)
    out.put(String(glyphs.turnDown), at: end)
    var back = lifelines()
    back.put(String(glyphs.headLeft), at: column + 1)
    back.fill((column + 2)..<end, with: glyphs.line)
    back.put(String(glyphs.turnBack), at: end)
    return [out.text, back.text]
  }

  /// `|---1 hello--x`
  private func lost(from lifeline: Int, label: String) -> String {
    let column = layout.lifelines[lifeline]
    let end = column + TextWidth.columns(of: label) + 6
    var row = lifelines()
    row.put(String(glyphs.leavesRight), at: column)
    row.fill((column + 1)..<end, with: glyphs.line)
    row.put(label, at: column + 4)
    row.put("x", at: end)
    return row.text
  }

  /// `       |               |        |       |`
  private func lifelines() -> TextRow {
    var row = TextRow()
    for column in layout.lifelines { row.put(String(glyphs.lifeline), at: column) }
    return row
  }
}
