import Foundation

/// The memory of some processes while they run: how much it grows when they have warmed up.
final class MemoryWatch: @unchecked Sendable {
  // Sendable because everything is touched under the lock.
  private let lock = NSLock()
  private let processes: [Int32]
  private var samples: [[Int]] = []
  private var hasEnded = false

  init(_ children: [Child]) {
    processes = children.map(\.identifier)
    Thread.detachNewThread { self.watch() }
  }

  private func watch() {
    while true {
      let sample = processes.map { Memory.resident(of: $0) }
      let goesOn = lock.withLock {
        if !hasEnded, !sample.contains(0) { samples.append(sample) }
        return !hasEnded
      }
      guard goesOn else { return }
      Thread.sleep(forTimeInterval: 0.2)
    }
  }

  /// No further look is taken.
  func end() { lock.withLock { hasEnded = true } }

  /// The most that was seen in the third tenth of the time, and in the last.
  private var growth: [(before: Int, after: Int)] {
    let samples = lock.withLock { self.samples }
    let tenth = samples.count / 10
    guard tenth > 0 else { return [] }
    return processes.indices.map { index in
      let before = samples[(2 * tenth)..<(3 * tenth)].map { $0[index] }.max() ?? 0
      return (before, samples.suffix(tenth).map { $0[index] }.max() ?? 0)
    }
  }

  /// Whether none has grown by 2 % or more since it had warmed up.
  var isFlat: Bool { !growth.isEmpty && growth.allSatisfy { Double($0.after) < Double($0.before) * 1.02 } }

  /// For each process, a line of the table.
  func lines(named names: [String]) -> [String] {
    if growth.isEmpty { return ["| memory | too short a run to tell |"] }
    return zip(names, growth).map { name, sizes in
      let percent = (Double(sizes.after) / Double(sizes.before) - 1) * 100
      let grown = (percent * 100).rounded() / 100
      return
        "| memory of the \(name) | \(sizes.before / 1024) KiB when warm, \(sizes.after / 1024) KiB at the end: \(grown) % |"
    }
  }
}
