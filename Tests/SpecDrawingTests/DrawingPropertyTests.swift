import SpecModel
import Testing

@testable import SpecDrawing

@Suite("Whatever the chain, a drawing keeps the rules")
struct DrawingPropertyTests {
  @Test("It fits or warns, has no blanks at ends of lines, and is the same each time", arguments: 0..<30)
  func rules(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    for style in DrawingOptions.Style.allCases {
      for width in [1, 40, 80] {
        let options = DrawingOptions(
          style: style, charset: seed % 2 == 0 ? .ascii : .unicode, width: width, showWire: seed % 3 == 0,
          realJSON: seed % 5 == 0, isTight: seed % 4 == 0)
        let drawing = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: options)
        let lines = drawing.text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
        let widest = lines.map { TextWidth.columns(of: $0) }.max() ?? 0
        #expect(widest <= width || drawing.warnings.contains { $0.contains("takes \(widest) columns") })
        let text = Drawing.text(of: sketch.chain, in: sketch.spec, options: options)
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        #expect(!text.split(separator: "\n" as Character).contains { $0.hasSuffix(" ") })
        #expect(text == Drawing.text(of: sketch.chain, in: sketch.spec, options: options))
      }
    }
  }

  @Test("Each step is drawn once, under its number", arguments: 0..<100)
  func numbers(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    for style in [DrawingOptions.Style.ladder, .compact] {
      let options = DrawingOptions(style: style, width: seed % 2 == 0 ? 80 : 1000)
      let diagram = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: options).text
      let bytes = Array(diagram.utf8)
      for (step, hop) in sketch.chain.steps.flatMap({ step in step.hops.indices.map { (step, $0) } }) {
        let label = step.label(ofHop: hop)
        let starts = ["---\(label)", "<--\(label)", " x-\(label)"].map { occurrences(of: Array($0.utf8), in: bytes) }
        #expect(starts.reduce(0, +) == 1, "\(diagram)")
      }
    }
  }

  /// How often a label stands in a drawing, longer ones that begin alike not counted.
  private func occurrences(of start: [UInt8], in drawing: [UInt8]) -> Int {
    guard drawing.count >= start.count else { return 0 }
    return (0...(drawing.count - start.count)).count { index in
      let end = index + start.count
      let isLonger = end < drawing.count && (drawing[end].isDigit || drawing[end].isLetter)
      return !isLonger && drawing[index..<end].elementsEqual(start)
    }
  }

  @Test("ASCII and Unicode differ in the lines alone", arguments: 0..<80)
  func charsets(seed: Int) {
    let sketch = SpecSketch.random(seed: UInt64(seed))
    let ascii = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(charset: .ascii))
    let unicode = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(charset: .unicode))
    // What stands between the dashes of a separator is a dash too in Unicode.
    let pairs: [Character: String] = [
      "─": "-", "│": "|", "├": "|+", "┤": "|+", "┼": "|", "►": ">", "◄": "<", "┐": ".+", "┘": "'+", "┌": "+",
      "└": "+", "┊": ":", "┄": ".- ",
    ]
    #expect(unicode.text.count == ascii.text.count)
    for (a, b) in zip(unicode.text, ascii.text) { #expect(pairs[a]?.contains(b) ?? (a == b)) }
    #expect(unicode.warnings == ascii.warnings)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
