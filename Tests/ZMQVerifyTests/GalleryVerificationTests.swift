import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import ZMQVerify

/// Every IN and OUT that the pages of Docs/Protocols show is what libzmq delivers.
@Suite(.serialized)
struct GalleryVerificationTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "protocols")

  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted())?
    .filter { $0.hasSuffix(".yaml") } ?? []

  @Test("the frames of every protocol are those that libzmq delivers", arguments: files)
  func gallery(_ file: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: file))
    let spec = try #require(Compiler.compile(Array(bytes), name: file).spec)
    let verification = try Verification(spec, over: .tcp, limit: .seconds(5))
    #expect(verification.chains.count == spec.chains.count)
    for chain in verification.chains {
      for hop in chain.ways.flatMap(\.hops) {
        #expect(hop.isAsPredicted, "\(file), \(spec.chains[chain.index].name), \(hop.label): \(hop)")
      }
      // No step is passed over.
      let played = Set(chain.ways.flatMap { $0.hops.map(\.step) })
      #expect(played == Set(spec.chains[chain.index].steps.indices))
    }
  }

  @Test("what is predicted wrongly is told, and nothing is played behind it")
  func wrong() throws {
    let file = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { a: DEALER } }
        B: { sockets: { b: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
      messages: { m: {}, r: {} }
      chains: { c: { steps: [ { A -> B: m }, { A <- B: r } ] } }
      """
    var spec = try #require(Compiler.compile(Array(file.utf8), name: "t.yaml").spec)
    #expect(try Verification(spec, over: .inproc).isAsPredicted)
    // As if the delimiter had not been inferred: the REP drops the message.
    spec.processes[0].sockets[0].delimiter = false
    let hops = try Verification(spec, over: .tcp, limit: .milliseconds(200)).chains[0].ways[0].hops
    #expect(hops.map(\.outcome) == [.nothing, .notPlayed])
    #expect(!hops[0].isAsPredicted)
  }

  @Test("each step of every kind of group is on some way")
  func ways() throws {
    let file = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { a: DEALER } }
        B: { sockets: { b: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
      messages: { m: {}, r: {}, s: {} }
      chains:
        c:
          steps:
            - A -> B: m
            - alt one: [ { A <- B: r } ]
              else two: [ { A <- B: s } ]
            - opt more: [ { A -> B: s } ]
            - loop again:
                - A -> B: s
                - break at last: [ { A -> B: s } ]
                - A -> B: s
            - par:
                - [ { A -> B: s } ]
                - [ { B -> A: s } ]
      """
    let (root, spec) = (
      Compiler.compile(Array(file.utf8), name: "t.yaml").diagnostics,
      Compiler.compile(Array(file.utf8), name: "t.yaml").spec
    )
    let chain = try #require(spec?.chains.first, "\(root)")
    #expect(
      ChainTraces(chain).ways == [
        [0, 1, 3, 4, 6, 4, 6, 7, 8],
        [0, 2, 4, 5, 7, 8],
      ])
  }

  @Test("there is a gallery")
  func some() { #expect(Self.files.count > 10) }
}
