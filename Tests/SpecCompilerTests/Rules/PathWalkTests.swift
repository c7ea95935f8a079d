import SpecModel
import Testing

@testable import SpecCompiler

/// Every way through the groups of a chain, and no other.
@Suite struct PathWalkTests {
  /// The sequences of steps that may have happened.
  private struct Ways: PathState {
    var all: Set<[Int]> = [[]]

    mutating func join(_ other: Ways) { all.formUnion(other.all) }
  }

  /// A chain of as many steps between two sockets as its items name.
  private func ways(_ items: [ChainItemSpec], steps count: Int, without left: Set<Int> = []) -> Set<[Int]> {
    let socket = SocketID(ProcessID(0), 0)
    let steps = (0..<count).map { index in
      StepSpec(
        number: index + 1, kind: .send, hops: [HopSpec(sender: socket, receivers: [SocketID(ProcessID(1), 0)])],
        message: MessageID(0), range: .beginning)
    }
    let chain = ChainSpec(name: NameSpec("chain", at: .beginning), steps: steps, items: items)
    let projection = ChainProjection<Int>(of: chain) { index, _ in left.contains(index) ? [] : [0] }
    return PathWalk.walk(projection.paths[0] ?? [], from: Ways()) { index, ways in
      // Three steps tell all there is to know, and end every loop.
      ways.all = Set(ways.all.map { Array(($0 + [index]).prefix(3)) })
    }.all
  }

  private func group(_ kind: GroupSpec.Kind, _ branches: [ChainItemSpec]...) -> ChainItemSpec {
    .group(
      GroupSpec(
        kind, branches: branches.map { GroupSpec.Branch(condition: "", items: $0, range: .beginning) },
        range: .beginning))
  }

  @Test("steps follow one another") func sequence() {
    #expect(ways([.step(0), .step(1)], steps: 2) == [[0, 1]])
  }

  @Test("one branch of an alt happens") func alternatives() {
    #expect(ways([group(.alt, [.step(0)], [.step(1)]), .step(2)], steps: 3) == [[0, 2], [1, 2]])
  }

  @Test("an alt can be passed where another branch says nothing of it") func passing() {
    #expect(ways([group(.alt, [.step(0)], [.step(1)]), .step(2)], steps: 3, without: [1]) == [[0, 2], [2]])
  }

  @Test("an opt happens or does not") func option() {
    #expect(ways([group(.opt, [.step(0)]), .step(1)], steps: 2) == [[0, 1], [1]])
  }

  @Test("a loop happens any number of times") func loop() {
    #expect(ways([group(.loop, [.step(0)])], steps: 1) == [[], [0], [0, 0], [0, 0, 0]])
  }

  @Test("a break ends the loop around it, in any of its rounds") func breakInLoop() {
    let items = [group(.loop, [.step(0), group(.break, [.step(1)]), .step(2)]), .step(3)]
    let ways = ways(items, steps: 4)
    #expect(ways.isSuperset(of: [[3], [0, 1, 3], [0, 2, 3], [0, 2, 0]]))
    // Whoever has broken out does not go round again.
    #expect(ways.isDisjoint(with: [[0, 1, 2], [0, 1, 0], [0, 3]]))
  }

  @Test("a break ends the chain, also where nothing of it is left but the end") func breakOfTheChain() {
    #expect(ways([.step(0), group(.break, [.step(1)]), .step(2)], steps: 3) == [[0, 1], [0, 2]])
    #expect(ways([.step(0), group(.break, [.step(1)]), .step(2)], steps: 3, without: [1]) == [[0], [0, 2]])
  }

  @Test("all branches of a par happen") func parallel() {
    #expect(ways([group(.par, [.step(0)], [.step(1)]), .step(2)], steps: 3) == [[0, 1, 2]])
  }

  @Test("a branch of a par may begin before or after another") func interleaving() {
    var seen: [Int: Set<[Int]>] = [:]
    let items = [PathItem.group(PathGroup(id: 1, kind: .par, branches: [[.step(0)], [.step(1)]], canBePassed: false))]
    _ = PathWalk.walk(items, from: Ways()) { index, ways in
      seen[index, default: []].formUnion(ways.all)
      ways.all = Set(ways.all.map { $0 + [index] })
    }
    #expect(seen == [0: [[], [1]], 1: [[], [0]]])
  }

  @Test("groups inside groups cost no more than as many side by side", .timeLimit(.minutes(1)))
  func nesting() {
    var items: [ChainItemSpec] = [.step(0)]
    for depth in 0..<40 { items = [depth.isMultiple(of: 2) ? group(.loop, items) : group(.par, items, [])] }
    #expect(ways(items, steps: 1) == [[], [0], [0, 0], [0, 0, 0]])
  }
}
