import SpecModel

/// A chain projected on each of many things: what happens to one of them, with the groups around it.
///
/// ```
/// alt the scene is drawn:                      on the REQ of Client:    alt  2 | (passed by)
///   - Client <- Broker: done        step 2
/// else nobody knows:                           on the PULL of Log:      alt  3 | (passed by)
///   - Broker -> Log: entry          step 3
/// ```
struct ChainProjection<Thing: Hashable> {
  /// What happens to each thing, in the order of time.
  private(set) var paths: [Thing: [PathItem]] = [:]
  /// The things, in the order in which the chain first names them.
  private(set) var things: [Thing] = []

  private let chain: ChainSpec
  private let of: (Int, StepSpec) -> [Thing]
  private var groupCount = 0
  private var seen: Set<Thing> = []

  /// Projects a chain.
  ///
  /// - Parameter of: The things that a step concerns, each once; the step's place comes first.
  init(of chain: ChainSpec, on of: @escaping (Int, StepSpec) -> [Thing]) {
    self.chain = chain
    self.of = of
    paths = branch(chain.items).mapValues(\.items)
  }

  /// The items of one thing in a branch, while they are gathered.
  private struct Gathered {
    var items: [PathItem] = []
    /// How many breaks of the branch stand in front of the last of them.
    var breaks = 0
  }

  private mutating func branch(_ items: [ChainItemSpec]) -> [Thing: Gathered] {
    var gathered: [Thing: Gathered] = [:]
    var breaks = 0
    for item in items {
      switch item {
      case .step(let index):
        guard chain.steps.indices.contains(index) else { continue }
        for thing in of(index, chain.steps[index]) {
          if seen.insert(thing).inserted { things.append(thing) }
          append(.step(index), to: &gathered[thing, default: Gathered()], behind: breaks)
        }
      case .group(let group):
        for (thing, found) in project(group) {
          append(.group(found), to: &gathered[thing, default: Gathered()], behind: breaks)
          // A break with steps of the thing needs no other to stand for it.
          if group.kind == .break { gathered[thing]?.breaks = breaks + 1 }
        }
        if group.kind == .break { breaks += 1 }
      case .note, .pause, .work: continue
      }
    }
    return gathered
  }

  /// A `break` without any step of a thing still ends the branch before its next step: one of them is as good as
  /// several in a row.
  private mutating func append(_ item: PathItem, to gathered: inout Gathered, behind breaks: Int) {
    if gathered.breaks < breaks {
      groupCount += 1
      gathered.items.append(.group(PathGroup(id: groupCount, kind: .break, branches: [[]], canBePassed: true)))
    }
    gathered.items.append(item)
    gathered.breaks = breaks
  }

  private mutating func project(_ group: GroupSpec) -> [Thing: PathGroup] {
    var projected: [Thing: PathGroup] = [:]
    for items in group.branches.map(\.items) {
      for (thing, found) in branch(items) {
        groupCount += 1
        projected[
          thing, default: PathGroup(id: groupCount, kind: group.kind, branches: [], canBePassed: false)
        ].branches.append(found.items)
      }
    }
    return projected.mapValues { found in
      var found = found
      found.canBePassed =
        switch group.kind {
        case .alt: found.branches.count < group.branches.count
        case .opt, .loop, .break: true
        case .par: false
        }
      return found
    }
  }
}
