import Foundation
import SpecDrawing
import SpecModel
import Testing

@Suite("A drawing takes work in proportion to its chain")
struct DrawingIsLinearTests {
  /// A chain of so many steps over 30 processes, every tenth in a group of its own, with work, notes and losses.
  static func sketch(steps: Int) -> SpecSketch {
    var sketch = SpecSketch()
    let sockets = (0..<30).map { sketch.socket($0 % 3 == 0 ? .router : .dealer, of: "Process\($0)") }
    let message = sketch.message("message", ["count"])
    for number in 0..<steps {
      let sender = sockets[number * 7 % 30]
      let step = sketch.newStep(
        [HopSpec(sender: sender, receivers: [sockets[(number * 7 + 1 + number % 5) % 30]])], message,
        isLost: number % 25 == 0)
      switch number % 10 {
      case 0: sketch.add(sketch.group(.opt, ("something is so", [step, sketch.note("It seldom is.")])))
      case 5: sketch.add(step, sketch.work(sender, "think()"))
      default: sketch.add(step)
      }
    }
    return sketch
  }

  /// The processor time of this thread for one drawing, the least of three; no wall clock, which other work stretches.
  private func seconds(steps: Int) -> Double {
    let sketch = DrawingIsLinearTests.sketch(steps: steps)
    return (0..<3).map { _ in
      let start = DrawingIsLinearTests.now
      #expect(!Drawing.text(of: sketch.chain, in: sketch.spec).isEmpty)
      return DrawingIsLinearTests.now - start
    }.min() ?? 0
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("Eight times the steps are not much more than eight times the work")
  func linear() {
    // A step that looked at all others would make it 64 times.
    #expect(seconds(steps: 400) < 20 * seconds(steps: 50))
  }

  @Test("500 steps over 30 processes: a row each, with its name")
  func readable() {
    let sketch = DrawingIsLinearTests.sketch(steps: 500)
    let drawing = Drawing.diagram(of: sketch.chain, in: sketch.spec, options: DrawingOptions(width: 900))
    #expect(drawing.warnings.isEmpty)
    let rows = drawing.text.split(separator: "\n")
    #expect(rows.count { $0.contains(" message-") } == 500)
    #expect(rows[1...].allSatisfy { $0.utf8.count < 900 })
  }
}
