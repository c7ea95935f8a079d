import SpecModel
import Testing

@testable import SpecCompiler

/// The exploration and an explorer that shares nothing with it find the same ends in many small chains.
@Suite struct ExplorationTests {
  /// The ends that the compiler's exploration finds.
  private func ends(
    _ world: SmallWorld, withMishaps: Bool, requests: Bool, runs: Int = 1
  ) throws -> Set<SmallWorld.End> {
    let outline = try #require(world.spec.outlines.first)
    var program = ChainProgram(outline, inARow: runs)
    #expect(program.isWhole)
    if requests { program.contend(outline) }
    let exploration = ChainExploration(program, outline, withMishaps: withMishaps)
    var ends: Set<SmallWorld.End> = []
    let isWhole = exploration.explore(limit: 1_000_000) { state, _ in
      var gone: Int?
      var mishap = ""
      switch state.mishap {
      case nil: break
      case .loss: mishap = "loss"
      case .restart(let actor):
        gone = program.actors[actor].process.index
        mishap = "restart \(program.actors[actor].process.index)"
      }
      var end = SmallWorld.End(waits: [], isWhole: true, mishap: mishap)
      let awaited = Set(exploration.awaited(state))
      for (event, value) in program.events.enumerated() {
        let process = program.actors[value.actor].process.index
        if process == gone { continue }
        if !state.isOver(event) { end.isWhole = false }
        if !value.isSend, awaited.contains(event) {
          end.waits.insert([process, program.operations[value.operation].step])
        }
        if !value.isSend, state.isLeftOut(event), state.isDone(program.operations[value.operation].send) {
          end.left.insert(program.operations[value.operation].step)
        }
      }
      ends.insert(end)
    }
    #expect(isWhole)
    return ends
  }

  @Test("messages that ask nothing, one loss or one restart", arguments: 0..<10)
  func mishaps(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      let world = SmallWorld(seed: seed, size: 5, requests: false)
      let ours = try ends(world, withMishaps: true, requests: false)
      #expect(ours == world.ends(withMishaps: true), "seed \(seed): \(world.spec.chains[0].items)")
    }
  }

  @Test("breaks, and one loss or one restart", arguments: 0..<10)
  func mishapsAndBreaks(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      let world = SmallWorld(seed: seed, size: 5, requests: false, breaks: true)
      let ours = try ends(world, withMishaps: true, requests: false)
      let theirs = world.ends(withMishaps: true).map { end in
        var end = end
        end.left = []
        return end
      }
      #expect(ours == Set(theirs), "seed \(seed): \(world.spec.chains[0].items)")
    }
  }

  @Test("requests in requests, REQ and REP in lockstep", arguments: 0..<10)
  func lockstep(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      let world = SmallWorld(seed: seed, size: 8, requests: true)
      let ours = try ends(world, withMishaps: false, requests: true)
      #expect(ours == world.ends(withMishaps: false), "seed \(seed): \(world.spec.chains[0].items)")
    }
  }

  @Test("twice in a row, what a break leaves in queues", arguments: 0..<10)
  func leftBehind(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      let world = SmallWorld(seed: seed, size: 5, requests: false, breaks: true, runs: 2)
      let ours = try ends(world, withMishaps: false, requests: false, runs: 2)
      #expect(ours == world.ends(withMishaps: false), "seed \(seed): \(world.spec.chains[0].items)")
    }
  }

  @Test("without a mishap, messages that ask nothing always arrive, whoever decides", arguments: 0..<10)
  func nothingStuck(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      let world = SmallWorld(seed: seed, size: 8, requests: false, breaks: true)
      let ends = try ends(world, withMishaps: false, requests: false)
      #expect(ends.allSatisfy { $0.waits.isEmpty && $0.isWhole }, "seed \(seed)")
    }
  }

  @Test("some small chains do leave something behind")
  func someLeave() throws {
    let leaving = (0..<200).filter { seed in
      SmallWorld(seed: seed, size: 5, requests: false, breaks: true).ends(withMishaps: false).contains {
        !$0.left.isEmpty
      }
    }
    #expect(leaving.count > 5)
  }

  @Test("some small chains do get stuck, so that the agreement says something")
  func someAreStuck() throws {
    let stuck = (0..<400).filter { seed in
      SmallWorld(seed: seed, size: 8, requests: true).ends(withMishaps: false).contains { !$0.isWhole }
    }
    #expect(stuck.count > 10)
  }

  @Test("what is too large is not looked at whole, and says so")
  func limit() throws {
    let world = SmallWorld(seed: 3, size: 8, requests: false)
    let outline = try #require(world.spec.outlines.first)
    let exploration = ChainExploration(ChainProgram(outline, runs: 1), outline, withMishaps: true)
    #expect(!exploration.explore(limit: 2) { _, _ in })
    #expect(exploration.explore(limit: StuckChainLimit.states) { _, _ in })
  }
}
