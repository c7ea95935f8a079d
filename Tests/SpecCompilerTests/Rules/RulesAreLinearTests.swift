import SpecCompiler
import SpecModel
import Testing

@testable import SpecCompiler

/// The rules look at each part of a protocol a constant number of times.
@Suite(.serialized) struct RulesAreLinearTests {
  /// A protocol with so many messages, each in a chain of its own, and half as many published topics.
  private func large(_ count: Int) -> [UInt8] {
    var text = """
      zmqspec: 1
      protocol: large
      processes:
        Client: { sockets: { server: DEALER, news: SUB } }
        Server:
          sockets:
            clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
            news: { type: PUB, bind: "tcp://127.0.0.1:5556" }
      messages:

      """
    for i in 0..<count { text += "  m\(i): { args: { count: uint8 = 7 } }\n" }
    text += "chains:\n"
    for i in 0..<count {
      text += "  c\(i):\n    steps:\n"
      if i.isMultiple(of: 2) {
        text += "      - Server.news -> Client.news: m\(i)\n        topic: topic-\(i)-\n"
      } else {
        text += "      - Client.server -> Server: m\(i)\n      - Client <- Server: m\(i - 1)\n"
      }
    }
    return Array(text.utf8)
  }

  @Test("ten thousand messages and ten thousand chains")
  func tenThousand() {
    let compilation = Compiler.compile(large(10_000), name: "large.yaml")
    // Not #require: it would print all of it.
    guard let spec = compilation.spec else {
      Issue.record("\(compilation.diagnostics.prefix(2))")
      return
    }
    let clock = ContinuousClock()
    // The time of a debug build on a busy machine; a rule that is not linear needs minutes.
    let time = clock.measure { #expect(Rules.check(spec).count == 0) }
    #expect(time < .seconds(20))
  }

  @Test("one chain of ten thousand steps, each in groups of its own")
  func manyGroups() {
    guard var spec = Compiler.compile(large(100), name: "large.yaml").spec else {
      Issue.record("the protocol has errors")
      return
    }
    let asked = spec.chains[1].steps
    var chain = ChainSpec(name: NameSpec("groups", at: .beginning), steps: [])
    for index in 0..<5_000 {
      var (request, reply) = (asked[0], asked[1])
      (request.number, reply.number) = (2 * index + 1, 2 * index + 2)
      reply.kind = .reply(to: 2 * index)
      chain.steps += [request, reply]
      let range = request.range
      let answer = GroupSpec(
        .alt,
        branches: [
          GroupSpec.Branch(condition: "", items: [.step(2 * index + 1)], range: range),
          GroupSpec.Branch(condition: "", items: [], range: range),
        ], range: range)
      let kind: GroupSpec.Kind = [.opt, .loop, .break, .par][index % 4]
      let items: [ChainItemSpec] = [.step(2 * index), .group(answer)]
      chain.items.append(
        .group(
          GroupSpec(kind, branches: [GroupSpec.Branch(condition: "", items: items, range: range)], range: range)))
    }
    spec.chains.append(chain)
    // What a chain of this size is not proved of is said, once.
    let time = ContinuousClock().measure { #expect(Rules.check(spec).map(\.code) == ["ZS0707"]) }
    #expect(time < .seconds(20))
  }

  @Test(
    "what a row of groups can come to is looked at whole: ways that come to the same are one",
    arguments: GroupRow.Kind.allCases, GroupRow.Talk.allCases)
  func rowOfGroups(kind: GroupRow.Kind, talk: GroupRow.Talk) throws {
    let spec = try #require(GroupRow(kind, talk, count: 60).spec)
    // Two to the power of sixty ways, and as many pairs of places for each choice as it has places, squared: whatever
    // counts them says that the chain is too large.
    #expect(!NoChainGetsStuck.check(spec).map(\.code).contains(StuckChainLimit.code))
    #expect(!AlternativeIsKnown.check(spec).map(\.code).contains(StuckChainLimit.code))
  }

  @Test("four times the groups have about four times the states", arguments: GroupRow.Kind.allCases)
  func statesOfGroups(kind: GroupRow.Kind) throws {
    // Who stops waiting may be ahead by any number of steps: that is the square of their number.
    if kind == .timedAlt { return }
    func explores(_ count: Int, limit: Int) throws -> Bool {
      let outline = try #require(GroupRow(kind, .told, count: count).spec?.outlines.first)
      let program = ChainProgram(outline, runs: 1)
      #expect(program.isWhole)
      return ChainExploration(program, outline, withMishaps: true).explore(limit: limit) { _, _ in }
    }
    var enough = 1_000
    while try !explores(25, limit: enough) { enough += enough / 4 }
    #expect(try explores(100, limit: 5 * enough))
  }

  @Test(
    "rows of 1600 groups end soon, however they go on",
    arguments: [GroupRow.Kind.opt, .alt, .timedAlt, .loop, .loopBreak, .mixed], [GroupRow.Talk.asked, .told])
  func longRowOfGroups(kind: GroupRow.Kind, talk: GroupRow.Talk) throws {
    let spec = try #require(GroupRow(kind, talk, count: 1_600).spec)
    let time = ContinuousClock().measure { _ = Rules.check(spec) }
    // The time of a debug build on a busy machine; the old search needed minutes for a fourth of it.
    #expect(time < .seconds(20))
  }

  @Test("ten thousand messages of one layout on one socket")
  func manyShapes() {
    var text = """
      zmqspec: 1
      protocol: large
      processes:
        Client: { sockets: { server: DEALER } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
      layouts:
        work: [ text: WORK01, packed: [ uint16: $type, uint8: $level ], $more... ]
      messages:

      """
    for i in 0..<10_000 {
      text += "  m\(i): { layout: work, wire: \(i), args: { level: uint8, more...: bytes } }\n"
    }
    text += "chains:\n"
    for i in 0..<10_000 { text += "  c\(i): { steps: [ Client -> Server: m\(i) ] }\n" }
    guard let spec = Compiler.compile(Array(text.utf8), name: "large.yaml").spec else {
      Issue.record("the protocol has errors")
      return
    }
    let time = ContinuousClock().measure { #expect(Rules.check(spec).count == 0) }
    #expect(time < .seconds(20))
  }

  @Test("each rule has a code of its own, and the list is in their order")
  func order() {
    let codes = Rules.all.map { $0.code.rawValue }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }
}
