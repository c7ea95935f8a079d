import SpecModel

/// Ways through a chain, so many that each of its steps is on one of them.
///
/// ```
/// ask ─ alt ─ done        →   ask done
///           └ failed          ask failed
/// ```
///
/// A loop is gone through twice, branches of `par` one after the other, and whoever may break, breaks once.
struct ChainTraces {
  /// The steps of each way, by their places in `ChainSpec.steps`.
  let ways: [[Int]]

  init(_ chain: ChainSpec) {
    let known = ChainTraces.ways(through: chain.items).map(\.steps)
    var seen: Set<[Int]> = []
    // A reply whose request another branch has sent is not on this way.
    ways = known.map { way in
      way.filter { step in chain.steps[step].answers.map(way.contains) ?? true }
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private struct Way {
    var steps: [Int]
    /// Whether it ends the group around it.
    var breaks = false
  }

  private static func ways(through items: [ChainItemSpec]) -> [Way] {
    let choices = items.map(choices)
    let count = choices.map(\.count).max() ?? 1
    return (0..<count).map { number in
      var way = Way(steps: [])
      for choice in choices where !way.breaks {
        let next = choice[min(number, choice.count - 1)]
        way.steps += next.steps
        way.breaks = next.breaks
      }
      return way
    }
  }

  /// What may happen at an item; never empty.
  private static func choices(at item: ChainItemSpec) -> [Way] {
    switch item {
    case .step(let index): return [Way(steps: [index])]
    case .note, .pause, .work: return [Way(steps: [])]
    case .group(let group):
      let branches = group.branches.map { ways(through: $0.items) }
      switch group.kind {
      case .alt: return branches.flatMap { $0.map { Way(steps: $0.steps) } }
      case .opt: return (branches.first ?? []).map { Way(steps: $0.steps) } + [Way(steps: [])]
      case .loop: return (branches.first ?? []).map { Way(steps: $0.breaks ? $0.steps : $0.steps + $0.steps) }
      case .par:
        let count = branches.map(\.count).max() ?? 1
        return (0..<count).map { number in
          Way(steps: branches.flatMap { $0[min(number, $0.count - 1)].steps })
        }
      case .break: return [Way(steps: [])] + (branches.first ?? []).map { Way(steps: $0.steps, breaks: true) }
      }
    }
  }
}
