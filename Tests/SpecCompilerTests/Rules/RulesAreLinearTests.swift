import SpecCompiler
import SpecModel
import Testing

@testable import SpecCompiler

/// The rules look at each part of a protocol a constant number of times.
@Suite struct RulesAreLinearTests {
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

  @Test("each rule has a code of its own, and the list is in their order")
  func order() {
    let codes = Rules.all.map { $0.code.rawValue }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }
}
