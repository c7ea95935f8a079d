import Foundation
import SpecModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import SpecDrawing

@Suite("Whatever the chain, every painter shows all of it")
struct PainterPropertyTests {
  @Test("An SVG is well-formed, and has every number and every box once", arguments: 0..<60)
  func svg(seed: Int) throws {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let options = DrawingOptions(isAiry: seed % 5 == 0, isTight: seed % 3 == 0)
    let text = Drawing.svg(of: sketch.chain, in: sketch.spec, options: options)
    let drawing = SVGReader(text)
    #expect(drawing.isWellFormed, "\(text)")
    let scene = Scene(sketch.chain, in: sketch.spec)
    #expect(drawing.texts["number"]?.sorted() == scene.arrows.map(\.number).sorted())
    #expect(drawing.texts["name"] == scene.participants.map(\.name))
    #expect(drawing.boxes == scene.lifelines.count)
    #expect(drawing.isWithinItsBorders)
    #expect(text == Drawing.svg(of: sketch.chain, in: sketch.spec, options: options))
    #expect(!text.contains("href") && !text.contains("url("))
  }

  @Test("Mermaid closes what it opens, and has an arrow to each receiver", arguments: 0..<60)
  func mermaid(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let scene = Scene(sketch.chain, in: sketch.spec)
    let lines = Drawing.mermaid(of: sketch.chain, in: sketch.spec).split(separator: "\n").map {
      $0.drop { $0 == " " }
    }
    let opening = ["box ", "alt", "opt", "loop", "par", "break"]
    let opened = lines.count { line in opening.contains { line.hasPrefix($0) && !line.hasPrefix("participant") } }
    #expect(opened == lines.count { $0 == "end" })
    for arrow in scene.arrows {
      #expect(
        lines.count { $0.hasPrefix("s\(arrow.sender)-") && $0.contains(": \(arrow.number) ") }
          == max(1, arrow.receivers.count))
    }
  }

  @Test("The grid is JSON, and its columns are those of the text", arguments: 0..<60)
  func grid(seed: Int) throws {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let grid = try JSONDecoder().decode(
      DecodedGrid.self, from: Data(Drawing.json(of: sketch.chain, in: sketch.spec).utf8))
    let scene = Scene(sketch.chain, in: sketch.spec)
    let lines = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(style: .ladder, width: .max))
      .text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
    #expect(grid.rows == lines.count)
    #expect(grid.columns == lines.map { TextWidth.columns(of: $0) }.max())
    #expect(grid.events.compactMap(\.number) == scene.arrows.map(\.number))
    for event in grid.events where event.kind == "message" {
      #expect(lines[event.row].contains(try #require(event.number) + " "))
    }
    for group in grid.groups {
      #expect(Grid(lines[group.top])[group.left] == "+" && Grid(lines[group.bottom])[group.right] == "+")
    }
  }
}

/// What a reader of the laid-out grid looks at.
private struct DecodedGrid: Decodable {
  struct Event: Decodable {
    var row: Int
    var kind: String
    var number: String?
  }
  struct Group: Decodable { var left: Int, right: Int, top: Int, bottom: Int }

  var columns: Int
  var rows: Int
  var events: [Event]
  var groups: [Group]
}

/// Reads an SVG as a browser does, as far as the tests ask.
private final class SVGReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  /// The texts of each class, in their order.
  private(set) var texts: [String: [String]] = [:]
  private(set) var boxes = 0
  private(set) var isWithinItsBorders = true
  private var open = ""
  private var width = 0
  private var height = 0

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open = element == "text" ? attributes["class"] ?? "" : ""
    if element == "text" { texts[open, default: []].append("") }
    if attributes["class"] == "box" { boxes += 1 }
    let number = { (name: String) in attributes[name].flatMap { Int($0) } ?? 0 }
    if element == "svg" { (width, height) = (number("width"), number("height")) }
    if number("x") + number("textLength") + (element == "rect" ? number("width") : 0) > width || number("y") > height {
      isWithinItsBorders = false
    }
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    if element == "text" { open = "-" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard let last = texts[open]?.indices.last else { return }
    texts[open]?[last] += string
  }
}
