import Foundation
import Testing

@Suite("Docs/Diagrams.md shows what the tool prints")
struct DiagramsPageTests {
  @Test("Every drawing stands in a golden, line by line")
  func drawings() throws {
    let page = GoldenDrawingTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/Diagrams.md")
    let goldens = try GoldenDrawingTests.names.map { name in
      let file = GoldenDrawingTests.folder.appending(path: name).appending(path: "expected.txt")
      return "\n" + (try String(contentsOf: file, encoding: .utf8))
    }
    let blocks = try String(contentsOf: page, encoding: .utf8).split(separator: "```\n" as Substring)
    let drawings = blocks.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(drawings.count > 10)
    for drawing in drawings { #expect(goldens.contains { $0.contains("\n" + drawing) }, "\(drawing)") }
  }
}
