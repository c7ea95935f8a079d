import SpecModel
import Testing

@testable import SpecDrawing

@Suite("Whatever the chain, a ladder is right")
struct LadderPropertyTests {
  static let spacings: [LadderSpacing] = [.normal, .tight]

  @Test("Every arrow touches both ends, passes all others; no text stands over a lifeline", arguments: 0..<100)
  func rows(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let scene = Scene(sketch.chain, in: sketch.spec)
    for spacing in LadderPropertyTests.spacings {
      let layout = LadderLayout(
        scene, spacing: spacing, named: seed % 2 == 0, isAiry: seed % 5 == 0, isTight: seed % 3 == 1)
      let lines = LadderPainter(layout: layout, glyphs: .ascii).lines()
      var next = lines.dropFirst(2)
      for line in layout.lines {
        guard let text = next.popFirst() else {
          Issue.record("row missing")
          return
        }
        check(line, Grid(text), layout, text, below: next.first.map { Grid($0) } ?? Grid(""))
        next = next.dropFirst(line.row.furtherRows)
      }
      #expect(next.isEmpty)
      #expect(lines.map { TextWidth.columns(of: $0) }.max() == layout.width, "\(lines.joined(separator: "\n"))")
    }
  }

  private func check(_ line: LadderLine, _ grid: Grid, _ layout: LadderLayout, _ text: String, below: Grid) {
    let columns = layout.lifelines
    for label in line.row.labels {
      let start = columns[label.lifeline] + label.offset
      let width = TextWidth.columns(of: label.text)
      let row = label.kind == .work ? below : grid
      #expect(row.text(at: start, columns: width) == label.text, "\(text)")
      #expect(!columns.contains { (start - 1...start + width).contains($0) }, "\(text)")
    }
    if !line.remark.isEmpty {
      let column = layout.remarkColumn(of: line.row)
      let width = TextWidth.columns(of: line.remark)
      #expect(column > (columns.last ?? 0) + 1 && grid[column - 1] == " ", "\(text)")
      #expect(grid.text(at: column, columns: width) == line.remark, "\(text)")
    }
    switch line.row {
    case .arrow(let spans): check(spans, grid, columns, text)
    case .plain(let isPause):
      for column in columns { #expect(grid[column] == (isPause ? ":" : "|"), "\(text)") }
    case .loop, .lost, .work:
      for column in columns { #expect(grid[column] == "|", "\(text)") }
    case .frame: break
    }
  }

  private func check(_ spans: [LadderRow.Span], _ grid: Grid, _ columns: [Int], _ text: String) {
    var touched: Set<Int> = []
    for span in spans {
      let (left, right) = (columns[span.left], columns[span.right])
      let line = span.isHandOff ? "." : "-"
      touched.formUnion([span.left, span.right])
      switch (span.pointsLeft, span.isLost) {
      case (true, false): #expect(grid[left + 1] == "<" && grid[right - 1] == line, "\(text)")
      case (false, false): #expect(grid[left + 1] == line && grid[right - 1] == ">", "\(text)")
      case (true, true): #expect(grid.text(at: left + 1, columns: 2) == " x" && grid[right - 1] == line, "\(text)")
      case (false, true): #expect(grid[left + 1] == line && grid.text(at: right - 2, columns: 2) == "x ", "\(text)")
      }
      for passed in span.left + 1..<max(span.right, span.left + 1) { #expect(grid[columns[passed]] == line, "\(text)") }
    }
    for lifeline in touched { #expect(grid[columns[lifeline]] == "|", "\(text)") }
    let range = (spans.map(\.left).min() ?? 0)...(spans.map(\.right).max() ?? 0)
    for lifeline in columns.indices where !range.contains(lifeline) {
      #expect(grid[columns[lifeline]] == "|", "\(text)")
    }
  }

  @Test("Frames are closed, stand in each other, and hold whatever happens in them", arguments: 0..<100)
  func frames(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    for spacing in LadderPropertyTests.spacings {
      let layout = LadderLayout(Scene(sketch.chain, in: sketch.spec), spacing: spacing, named: true)
      var painted = LadderPainter(layout: layout, glyphs: .ascii).lines().dropFirst(2)
      var open: [LadderFrame] = []
      for line in layout.lines {
        if case .frame(let frame, .closing) = line.row { #expect(open.popLast() == layout.frames[frame]) }
        #expect(open.count >= line.depth)
        for text in painted.prefix(1 + line.row.furtherRows) {
          let grid = Grid(text)
          for frame in open.prefix(line.depth) {
            #expect(grid[frame.left] == "|" && grid[frame.right] == "|", "\(text)")
          }
          if let outer = open.first { #expect(TextWidth.columns(of: text) == outer.right + 1, "\(text)") }
          guard case .frame(let index, let kind) = line.row else { continue }
          let frame = layout.frames[index]
          #expect(grid[frame.left] == "+" && grid[frame.right] == "+", "\(text)")
          switch kind {
          case .opening(let title), .separator(let title):
            let width = TextWidth.columns(of: title) + 2
            #expect(grid.text(at: frame.title - 1, columns: width) == " \(title) ")
            #expect(frame.title + width <= frame.right)
          case .closing: #expect(!grid.text(at: frame.left, columns: frame.right - frame.left).contains(" "))
          }
        }
        painted = painted.dropFirst(1 + line.row.furtherRows)
        guard case .frame(let index, .opening) = line.row else { continue }
        let frame = layout.frames[index]
        if let outer = open.last { #expect(outer.left == frame.left - 2 && outer.right > frame.right + 1) }
        #expect(layout.lifelines.allSatisfy { (frame.left + 2..<frame.right - 1).contains($0) })
        open.append(frame)
      }
      #expect(open.isEmpty)
    }
  }

  @Test("A tight frame goes round what is touched in it, and touches no lifeline", arguments: 0..<200)
  func tightFrames(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    for spacing in LadderPropertyTests.spacings {
      let layout = LadderLayout(Scene(sketch.chain, in: sketch.spec), spacing: spacing, named: true, isTight: true)
      let columns = layout.lifelines
      var painted = LadderPainter(layout: layout, glyphs: .ascii).lines().dropFirst(2)
      var open: [LadderFrame] = []
      for line in layout.lines {
        if case .frame(_, .closing) = line.row { open.removeLast() }
        for text in painted.prefix(1 + line.row.furtherRows) {
          let grid = Grid(text)
          for frame in open.prefix(line.depth) {
            #expect(grid[frame.left] == "|" && grid[frame.right] == "|", "\(text)")
          }
        }
        painted = painted.dropFirst(1 + line.row.furtherRows)
        if case .arrow(let spans) = line.row, let frame = open.last {
          for span in spans {
            #expect(frame.left < columns[span.left] && columns[span.right] < frame.right)
          }
        }
        guard case .frame(let index, .opening) = line.row else { continue }
        let frame = layout.frames[index]
        for edge in [frame.left, frame.right] {
          #expect(edge > 1 && !columns.contains { ($0 - 1...$0 + 1).contains(edge) }, "\(frame)")
        }
        if let outer = open.last { #expect(outer.left < frame.left - 1 && outer.right > frame.right + 1) }
        open.append(frame)
      }
      #expect(open.isEmpty)
    }
  }

  @Test("Names and boxes stand apart, over their lifelines", arguments: 0..<80)
  func header(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let scene = Scene(sketch.chain, in: sketch.spec)
    for spacing in LadderPropertyTests.spacings {
      let layout = LadderLayout(scene, spacing: spacing, named: true)
      let lines = LadderPainter(layout: layout, glyphs: .unicode).lines()
      let (names, boxes) = (Grid(lines[0]), Grid(lines[1]))
      for (participant, column) in zip(scene.participants, layout.names) {
        let width = TextWidth.columns(of: participant.name)
        #expect(names.text(at: column, columns: width) == participant.name)
        #expect(names[column - 1] == " " && names[column + width] == " ")
      }
      for (lifeline, column) in zip(scene.lifelines, layout.boxes) {
        #expect(boxes.text(at: column, columns: lifeline.box.count) == lifeline.box)
      }
      guard !scene.lifelines.isEmpty else { continue }
      let first = min(layout.names.min() ?? 0, layout.boxes.min() ?? 0)
      #expect(layout.frames.isEmpty ? first == 4 : first >= 4)
      #expect(zip(layout.lifelines, layout.lifelines.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}

extension LadderRow {
  /// How many lines it takes beside its first.
  fileprivate var furtherRows: Int {
    switch self {
    case .loop: 1
    case .work: 2
    case .arrow, .lost, .plain, .frame: 0
    }
  }
}
