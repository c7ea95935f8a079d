import Foundation
import Testing

@Suite("Docs/Diagrams.md shows what the tool prints")
struct DiagramsPageTests {
  @Test("Every drawing stands in a golden, line by line")
  func drawings() throws {
    let page = GoldenDrawingTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/Diagrams.md")
    let goldens = try GoldenDrawingTests.names.flatMap { name in
      let folder = GoldenDrawingTests.folder.appending(path: name)
      return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.lastPathComponent.hasPrefix("expected.") }
        .map { "\n" + (try String(contentsOf: $0, encoding: .utf8)) }
    }
    // What the page keeps current by itself is held by the tests of the command.
    let text = try String(contentsOf: page, encoding: .utf8)
      .replacing(/<!-- zmqspec: render [^`]*-->\n```[^`]*```\n<!-- zmqspec: end -->/, with: "")
    let blocks = text.split(separator: "```\n" as Substring)
    let drawings = blocks.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(drawings.count > 10)
    for drawing in drawings { #expect(goldens.contains { $0.contains("\n" + drawing) }, "\(drawing)") }
  }
}
