import SpecModel
import Testing

@testable import SpecDrawing

@Suite("Frames as tables and as boxes")
struct FrameFormTests {
  @Test("What is nested in JSON is left out, what is empty is not")
  func outline() {
    #expect(FrameBoxes.outline(of: #"["render",["x",[1]],{}]"#) == #"["render",[..],{}]"#)
    #expect(FrameBoxes.outline(of: #"{"type":"a]\"","b":{"c":1},"d":[]}"#) == #"{"type":"a]\"","b":{..},"d":[]}"#)
    #expect(FrameBoxes.outline(of: #"["ping",5]"#) == #"["ping",5]"#)
    #expect(FrameBoxes.outline(of: "5") == "5")
  }

  @Test("Envelopes are merged from the body on, each frame once")
  func merged() {
    let client = FrameSymbol.routingID("client")
    let worker = FrameSymbol.routingID("worker")
    #expect(
      FrameTablePainter.merged([[], [client, .delimiter], [worker, client, .delimiter], [.delimiter]])
        == [worker, client, .delimiter])
    #expect(FrameTablePainter.merged([]) == [])
  }

  @Test("Every row of a table has as many cells as its head", arguments: 0..<40)
  func cells(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let options = DrawingOptions(showWire: seed % 2 == 0, realJSON: seed % 3 == 0, frames: .table)
    let tables = Drawing.frames(of: sketch.chain, in: sketch.spec, options: options)
      .split(separator: "\n\n" as Substring)
    #expect(tables.count == sketch.chain.steps.count)
    for table in tables {
      let counts = table.split(separator: "\n").map { $0.count { $0 == "|" } }
      #expect(Set(counts).count == 1 && counts.count > 2, "\(table)")
    }
  }

  @Test("Boxes are closed: a line above and below each, their corners over their edges", arguments: 0..<40)
  func boxes(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let options = DrawingOptions(realJSON: seed % 3 == 0, frames: .boxes)
    let text = Drawing.frames(of: sketch.chain, in: sketch.spec, options: options)
    #expect(!text.split(separator: "\n" as Character).contains { $0.hasSuffix(" ") })
    for block in text.split(separator: "\n\n" as Substring) {
      let lines = block.split(separator: "\n").map { Grid($0) }
      for index in lines.indices where lines[index].text(at: 0, columns: 5) == "Frame" {
        let line = lines[index]
        // `| 5 | client |`: three edges, or two where there is no content.
        let divider = (11..<40).first { line[$0] == "|" } ?? 0
        let edge = divider + 2
        #expect(line[10] == "|" && divider > 12)
        for neighbour in [lines[index - 1], lines[index + 1]] {
          #expect(neighbour[10] == "#" && ["#", "+"].contains(neighbour[divider]), "\(block)")
          #expect(line[edge] == " " || neighbour[edge] == "-", "\(block)")
        }
      }
    }
  }
}
