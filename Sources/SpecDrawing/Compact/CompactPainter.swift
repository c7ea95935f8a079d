import SpecModel

/// Paints the compact form as text: the article's drawing, with a row for what comes back.
///
/// ```
///     PingProc      PongProc
///      [REQ] ---1--> [REP]
///            <--2---
/// ```
struct CompactPainter {
  /// What is drawn.
  let model: CompactModel
  /// What lines are made of.
  let glyphs: Glyphs

  /// The lines of the drawing; row n has the n-th message between each two neighbours.
  func lines() -> [String] {
    let columns = columns()
    var header = TextRow()
    for (station, column) in zip(model.stations, columns) { header.put(station.name, at: column - station.boxOffset) }
    var lines = [header.text]
    for index in 0..<(model.gaps.map(\.count).max() ?? 0) {
      var row = TextRow()
      for (place, station) in model.stations.enumerated() {
        if index == 0 { row.put(station.box, at: columns[place]) }
        guard place < model.gaps.count, index < model.gaps[place].count else { continue }
        let start = columns[place] + station.box.count + 1
        row.put(arrow(model.gaps[place][index], width: columns[place + 1] - 1 - start), at: start)
      }
      lines.append(row.text)
    }
    return lines
  }

  /// The column of each box: behind the arrow of the gap, and so far that two names stand two blanks apart.
  private func columns() -> [Int] {
    var columns: [Int] = []
    var nameEnd = 0
    for (place, station) in model.stations.enumerated() {
      var column = Page.margin + station.boxOffset
      if let last = columns.last {
        let arrow = model.gaps[place - 1].map { $0.number.count + 6 }.max() ?? 0
        column = max(
          last + model.stations[place - 1].box.count + arrow + 2, nameEnd + 2 + station.boxOffset)
      }
      columns.append(column)
      nameEnd = column - station.boxOffset + TextWidth.columns(of: station.name)
    }
    return columns
  }

  /// `---1-->` or `<--2---`; what it is longer than that grows on its right.
  private func arrow(_ arrow: CompactArrow, width: Int) -> String {
    var row = TextRow()
    row.fill(0..<width, with: glyphs.line)
    row.put(arrow.number, at: 3)
    if arrow.pointsRight {
      row.put(String(glyphs.headRight), at: width - 1)
    } else {
      row.put(String(glyphs.headLeft), at: 0)
    }
    return row.text
  }
}
