import SpecDrawing
import Testing

@Suite("The ladder's rows that no golden has")
struct LadderTests {
  static let rows: SpecSketch = {
    var sketch = SpecSketch()
    let left = sketch.socket(.router, of: "Left")
    let middle = sketch.socket(.router, of: "Middle")
    let right = sketch.socket(.router, of: "Right")
    sketch.step(middle, [left, right], sketch.message("hello"))
    sketch.step(right, [left], sketch.message("pass over"))
    sketch.step(middle, [middle], sketch.message("self"))
    sketch.step(right, [], sketch.message("gone"))
    sketch.step(right, [left, middle], sketch.message("both"))
    return sketch
  }()

  @Test("Heads on both sides, passing over, to itself, to nobody")
  func ascii() {
    #expect(
      Drawing.diagram(of: LadderTests.rows.chain, in: LadderTests.rows.spec).text == """
              Left              Middle          Right
            [ROUTER]           [ROUTER]       [ROUTER]
                |<-----------------|---1 hello--->|
                |<--2 pass over-------------------|
                |                  |---3 self--.  |
                |                  |<----------'  |
                |                  |              |---4 gone--x
                |<--5 both---------|<-------------|
        """)
  }

  @Test("The same in Unicode")
  func unicode() {
    let options = DrawingOptions(charset: .unicode)
    #expect(
      Drawing.diagram(of: LadderTests.rows.chain, in: LadderTests.rows.spec, options: options).text == """
              Left              Middle          Right
            [ROUTER]           [ROUTER]       [ROUTER]
                │◄─────────────────┼───1 hello───►│
                │◄──2 pass over───────────────────┤
                │                  ├───3 self──┐  │
                │                  │◄──────────┘  │
                │                  │              ├───4 gone──x
                │◄──5 both─────────┤◄─────────────┤
        """)
  }

  @Test("What is too wide shrinks, drops names, abbreviates, and at last warns")
  func widths() {
    var sketch = SpecSketch()
    let names = ["PingProcess", "PongProcess", "PlainOne", "other_one"]
    let sockets = names.map { sketch.socket(.pair, of: $0) }
    sketch.step(sockets[0], [sockets[1]], sketch.message("measurement"))
    sketch.step(sockets[0], [sockets[2]], sketch.message("ask"))
    sketch.step(sockets[3], [sockets[0]], sketch.message("say"))
    func draw(_ width: Int) -> (text: String, warnings: [String]) {
      Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(width: width))
    }
    #expect(draw(80).text.contains("|---1 measurement--->|"))
    #expect(draw(56).text.contains("|---1 measurement->|"))
    #expect(draw(50).text.contains("PingProcess PongProcess PlainOne other_one"))
    #expect(draw(50).warnings.isEmpty)
    #expect(
      draw(35).text == """
              PP1    PP2    PO     oo
            [PAIR] [PAIR] [PAIR] [PAIR]
               |---1->|      |      |
               |---2-------->|      |
               |<--3----------------|

            PP1 = PingProcess
            PP2 = PongProcess
            PO = PlainOne
            oo = other_one
        """)
    #expect(draw(20).text == draw(35).text)
    #expect(draw(20).warnings == ["chain 'chain': its diagram takes 31 columns, and 20 are allowed"])
  }

  @Test("Control characters in quoted names stay visible and harmless")
  func control() {
    var sketch = SpecSketch()
    let a = sketch.socket(.pub, of: "A\u{1B}[31m", topic: "a\nb")
    let b = sketch.socket(.sub, of: "B", prefixes: ["\t\u{2028}"])
    sketch.step(a, [b], sketch.message("m\r\nn"))
    let text = Drawing.text(of: sketch.chain, in: sketch.spec, options: DrawingOptions(style: .both, showWho: true))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(text.contains(#"A\u{1b}[31m PUB   topic = "a\nb""#))
    #expect(text.contains(#"B           SUB "\t\u{2028}""#))
    #expect(text.contains(#"1 m\r\nn"#))
  }
}
