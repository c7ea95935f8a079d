import SpecModel
import ZMQWire

extension SpecSketch {
  /// A chain of up to 12 items in each of its groups, among up to 6 processes, with names of any length and width.
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
    // Every third chain has nothing but messages, so that compact forms come up too.
    let isPlain = seed % 3 == 0
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      sketch.add(sketch.item(among: sockets, depth: isPlain ? nil : 0, &random))
    }
    return sketch
  }

  private mutating func item(
    among sockets: [SocketID], depth: Int?, _ random: inout SeededGenerator
  ) -> ChainItemSpec {
    switch depth == nil ? 0 : Int.random(in: 0..<12, using: &random) {
    case 8: return pause(["3s", "2.5min", "250ms"].randomElement(using: &random) ?? "3s")
    case 9:
      return note(
        (0..<Int.random(in: 1...20, using: &random)).map { _ in SpecSketch.word(&random) }.joined(separator: " "))
    case 10: return work(sockets.randomElement(using: &random) ?? sockets[0], SpecSketch.word(&random) + "()")
    case 11 where (depth ?? 0) < 4:
      let kind = GroupSpec.Kind.allCases.randomElement(using: &random) ?? .opt
      let branches = [.alt, .par].contains(kind) ? Int.random(in: 2...3, using: &random) : 1
      let built = (0..<branches).map { _ in
        GroupSpec.Branch(
          condition: kind == .par ? "" : SpecSketch.word(&random),
          items: (0..<Int.random(in: 0...5, using: &random)).map { _ in
            item(among: sockets, depth: (depth ?? 0) + 1, &random)
          }, range: .beginning)
      }
      return .group(GroupSpec(kind, branches: built, range: .beginning))
    default: return randomStep(among: sockets, isPlain: depth == nil, &random)
    }
  }

  private mutating func randomStep(
    among sockets: [SocketID], isPlain: Bool, _ random: inout SeededGenerator
  ) -> ChainItemSpec {
    let count = chain.steps.count
    var hops: [HopSpec] = []
    var sender = sockets.randomElement(using: &random) ?? sockets[0]
    for _ in 0..<(Bool.random(using: &random) ? 1 : Int.random(in: 1...3, using: &random)) {
      let others = sockets.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      let receivers = others.count == 1 ? Array(others) : others.filter { $0 != sender }
      hops.append(HopSpec(sender: sender, receivers: receivers))
      // The next hop leaves a socket of a process that has got it.
      let process = receivers.first?.process ?? sender.process
      sender = sockets.filter { $0.process == process }.randomElement(using: &random) ?? sender
    }
    return newStep(
      hops, message(SpecSketch.word(&random) + "_\(count + 1)", ["count"]),
      answers: count > 1 && Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil,
      isLost: !isPlain && Int.random(in: 0..<5, using: &random) == 0,
      every: !isPlain && Int.random(in: 0..<5, using: &random) == 0 ? "1s" : nil)
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    let syllables = ["Ping", "_proc", "日本", "Wörker", "x", "e\u{301}", "👍🏽", "Heartbeat", "N"]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "x" }
      .joined()
  }
}
