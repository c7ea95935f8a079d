import SpecCompiler
import Testing

/// Work grows with the size of the file and no faster.
@Suite(.serialized) struct ScaleTests {
  private func time(_ text: String) -> (seconds: Double, findings: Int) {
    let bytes = Array(text.utf8)
    let clock = ContinuousClock()
    let start = clock.now
    let compilation = Compiler.compile(bytes, name: "big.yaml")
    let (seconds, attoseconds) = (clock.now - start).components
    return (Double(seconds) + Double(attoseconds) / 1e18, compilation.diagnostics.count)
  }

  private func file(_ count: Int, reply: (Int) -> String) -> String {
    var text =
      "zmqspec: 1\nprotocol: big\nprocesses:\n  A: { sockets: { a: REQ } }\n"
      + "  B: { sockets: { b: { type: REP, bind: \"tcp://127.0.0.1:5555\" } } }\nmessages:\n"
    for index in 0..<count { text += "  ask\(index): { args: { x: int } }\n  tell\(index):\n" }
    text += "chains:\n"
    for index in 0..<count {
      text += "  c\(index):\n    steps:\n      - A -> B: ask\(index)\n      - { A <- B: \(reply(index)), within: 2s }\n"
    }
    return text
  }

  @Test func `ten times the messages and chains take about ten times as long`() {
    let small = time(file(300) { "tell\($0)" })
    let large = time(file(3000) { "tell\($0)" })
    #expect(small.findings == 0)
    #expect(large.findings == 0)
    // A quadratic step would take a hundred times as long.
    #expect(large.seconds < 40 * max(small.seconds, 0.05))
  }

  @Test func `misspelt references among many names take no quadratic time`() {
    let large = time(file(3000) { "tel\($0)" })
    #expect(large.findings >= 3000)
    #expect(large.seconds < 60)
  }
}
