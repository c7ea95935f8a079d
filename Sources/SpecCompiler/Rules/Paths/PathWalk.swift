import SpecModel

/// A walk over everything that can happen to one thing in a chain.
///
/// Each branch of an `alt` begins with what is known in front of the `alt`, and what is known behind it is what is
/// known at the end of any branch. An `opt` may not happen; what stands in a `loop` happens any number of times; a
/// `break` ends the group or the chain around it. The branches of a `par` all happen: each may begin before or after
/// any other has ended.
///
/// A step may be visited more than once, in different states.
struct PathWalk<State: PathState> {
  private struct Entry: Hashable {
    var group: Int
    var state: State
  }

  private let visit: (Int, inout State) -> Void
  /// What is known behind a group, by what is known in front of it.
  private var known: [Entry: Passage] = [:]

  /// What is known behind some items, and where a `break` among them has ended the group around.
  private struct Passage {
    var end: State
    var broken: State?

    /// What is known behind the group around.
    var behind: State {
      var behind = end
      if let broken { behind.join(broken) }
      return behind
    }
  }

  /// What is known at the end of a path.
  ///
  /// - Parameter visit: What a step changes; the place of the step in its chain comes first.
  static func walk(_ path: [PathItem], from start: State, visit: @escaping (Int, inout State) -> Void) -> State {
    var walk = PathWalk(visit: visit)
    return walk.pass(path, from: start).behind
  }

  private init(visit: @escaping (Int, inout State) -> Void) { self.visit = visit }

  private mutating func pass(_ items: [PathItem], from start: State) -> Passage {
    var passage = Passage(end: start, broken: nil)
    for item in items {
      switch item {
      case .step(let index): visit(index, &passage.end)
      case .group(let group):
        let inner = pass(group, from: passage.end)
        passage.end = inner.end
        if let broken = inner.broken { passage.broken = passage.broken.map { $0.joined(broken) } ?? broken }
      }
    }
    return passage
  }

  /// Behind a group; `broken` is what is known where the group is a `break` that happened.
  private mutating func pass(_ group: PathGroup, from start: State) -> Passage {
    let entry = Entry(group: group.id, state: start)
    if let passage = known[entry] { return passage }
    let passage: Passage =
      switch group.kind {
      case .alt, .opt: Passage(end: alternatives(group, from: start), broken: nil)
      case .loop: Passage(end: repetitions(group, from: start), broken: nil)
      case .par: Passage(end: atTheSameTime(group, from: start), broken: nil)
      case .break: Passage(end: start, broken: alternatives(group.happening, from: start))
      }
    known[entry] = passage
    return passage
  }

  private mutating func alternatives(_ group: PathGroup, from start: State) -> State {
    var end: State? = group.canBePassed ? start : nil
    for branch in group.branches {
      let behind = pass(branch, from: start).behind
      end = end.map { $0.joined(behind) } ?? behind
    }
    return end ?? start
  }

  /// Until another time round brings nothing new.
  private mutating func repetitions(_ group: PathGroup, from start: State) -> State {
    var (entry, end) = (start, start)
    while true {
      var next = entry
      for branch in group.branches {
        let passage = pass(branch, from: entry)
        end.join(passage.behind)
        next.join(passage.end)
      }
      if next == entry { return end }
      entry = next
    }
  }

  private mutating func atTheSameTime(_ group: PathGroup, from start: State) -> State {
    let ends = group.branches.map { pass($0, from: start).behind }
    // What is known when some of the branches behind each have ended already.
    var later = [start]
    for behind in ends.dropFirst().reversed() { later.append(later[later.count - 1].joined(behind)) }
    later.reverse()
    var (earlier, end) = (start, start)
    for (branch, (behind, later)) in zip(group.branches, zip(ends, later)) {
      _ = pass(branch, from: earlier.joined(later))
      earlier.join(behind)
      end = pass(branch, from: end).behind
    }
    return end
  }
}

extension PathState {
  fileprivate func joined(_ other: Self) -> Self {
    var state = self
    state.join(other)
    return state
  }
}

extension PathGroup {
  /// The group as it happens, and is not passed by.
  fileprivate var happening: PathGroup {
    var group = self
    group.canBePassed = false
    return group
  }
}
