import SpecModel
import ZMQWire

extension SpecSketch {
  /// A chain of up to 12 messages among up to 6 processes, with names of any length and width.
  ///
  /// Socket types are random: a drawing must be right for every file, also for one that the checker would refuse.
  static func random(seed: UInt64) -> SpecSketch {
    var random = SeededGenerator(seed: seed)
    var sketch = SpecSketch(layout: BuiltInLayout.allCases.randomElement(using: &random) ?? .triple)
    var sockets: [SocketID] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      let name = word(&random) + "\(index)"
      let count: ProcessSpec.Count = Bool.random(using: &random) ? .one : .many
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        sockets.append(
          sketch.socket(
            SocketType.allCases.randomElement(using: &random) ?? .pair, of: name, count: count,
            delimiter: Bool.random(using: &random), prefixes: Bool.random(using: &random) ? [word(&random)] : nil))
      }
    }
    for number in 1...Int.random(in: 1...12, using: &random) {
      guard let sender = sockets.randomElement(using: &random) else { continue }
      let others = sockets.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      let receivers = others.count == 1 ? Array(others) : others.filter { $0 != sender }
      let message = sketch.message(word(&random) + "_\(number)", ["count"])
      sketch.step(
        sender, receivers, message,
        answers: number > 1 && Bool.random(using: &random) ? Int.random(in: 0..<(number - 1), using: &random) : nil)
    }
    return sketch
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    let syllables = ["Ping", "_proc", "日本", "Wörker", "x", "e\u{301}", "👍🏽", "Heartbeat", "N"]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "x" }
      .joined()
  }
}
