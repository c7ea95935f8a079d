import SpecModel
import Testing

@testable import SpecDrawing

@Suite("Whatever the chain, a ladder is right")
struct LadderPropertyTests {
  static let spacings: [LadderSpacing] = [.normal, .tight]

  @Test("Every arrow touches both ends, passes all others, and no label stands over a lifeline", arguments: 0..<150)
  func arrows(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let scene = Scene(sketch.chain, in: sketch.spec)
    for spacing in LadderPropertyTests.spacings {
      let layout = LadderLayout(scene, spacing: spacing, named: seed % 2 == 0)
      let lines = LadderPainter(layout: layout, glyphs: .ascii).lines()
      var next = lines.dropFirst(2)
      for row in layout.rows {
        guard let line = next.popFirst() else {
          Issue.record("row missing")
          return
        }
        check(row, Grid(line), layout, line)
        if case .loop = row { next.removeFirst() }
      }
      #expect(next.isEmpty)
    }
  }

  private func check(_ row: LadderRow, _ grid: Grid, _ layout: LadderLayout, _ line: String) {
    let columns = layout.lifelines
    for label in row.labels {
      let start = columns[label.lifeline] + 4
      let width = TextWidth.columns(of: label.text)
      #expect(grid.text(at: start, columns: width) == label.text, "\(line)")
      #expect(!columns.contains { (start - 1...start + width).contains($0) }, "\(line)")
    }
    guard case .arrow(let spans) = row else { return }
    var touched: Set<Int> = []
    for span in spans {
      let (left, right) = (columns[span.left], columns[span.right])
      touched.formUnion([span.left, span.right])
      #expect(grid[left + 1] == (span.pointsLeft ? "<" : "-"), "\(line)")
      #expect(grid[right - 1] == (span.pointsLeft ? "-" : ">"), "\(line)")
      for passed in span.left + 1..<max(span.right, span.left + 1) { #expect(grid[columns[passed]] == "-", "\(line)") }
    }
    for lifeline in touched { #expect(grid[columns[lifeline]] == "|", "\(line)") }
    let range = (spans.map(\.left).min() ?? 0)...(spans.map(\.right).max() ?? 0)
    for lifeline in columns.indices where !range.contains(lifeline) {
      #expect(grid[columns[lifeline]] == "|", "\(line)")
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
      #expect(min(layout.names.min() ?? 0, layout.boxes.min() ?? 0) == 4)
      #expect(zip(layout.lifelines, layout.lifelines.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
