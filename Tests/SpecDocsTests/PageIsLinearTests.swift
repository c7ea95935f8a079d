import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import SpecDocs

@Suite("A page takes work in proportion to its protocol")
struct PageIsLinearTests {
  /// A protocol of so many messages, each said once in one chain.
  private static func spec(messages: Int) throws -> ProtocolSpec {
    let names = (0..<messages).map { "m\($0)" }
    let file = """
      zmqspec: 1
      protocol: long
      processes:
        A: { sockets: { b: DEALER } }
        B: { sockets: { a: { type: ROUTER, bind: "tcp://*:5555" } } }
      messages: { \(names.map { "\($0): { args: { n: int } }" }.joined(separator: ", ")) }
      chains:
        c: { steps: [ \(names.map { "{ A -> B: \($0) }" }.joined(separator: ", ")) ] }
      """
    let result = Compiler.compile(Array(file.utf8), name: "long.yaml")
    return try #require(result.spec, "\(result.diagnostics.prefix(3).map(\.message))")
  }

  /// The processor time of this thread for all three pages, the least of three; no wall clock, which other work stretches.
  private func seconds(messages: Int) throws -> Double {
    let spec = try Self.spec(messages: messages)
    return (0..<3).map { _ in
      let start = Self.now
      #expect(!MarkdownPage.render(spec, sourceName: "long.yaml").isEmpty)
      #expect(!ReStructuredTextPage.render(spec, sourceName: "long.yaml").isEmpty)
      #expect(!HTMLPage.render([(spec, "long.yaml")]).isEmpty)
      return Self.now - start
    }.min() ?? 0
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("Eight times the messages are not much more than eight times the work")
  func linear() throws {
    // A message that looked at all others would make it 64 times.
    #expect(try seconds(messages: 400) < 20 * seconds(messages: 50))
  }
}
