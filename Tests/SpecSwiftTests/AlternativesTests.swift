import SpecCompiler
import SpecModel
import SpecSwift
import Testing

/// One message with several answers becomes an enum of them.
///
/// The checker refuses different answers in different chains, and `alt` is not in the language yet, so the
/// protocol is put together here; Tests/GeneratedTests runs what comes out.
@Suite
struct AlternativesTests {
  static let text = """
    zmqspec: 1
    protocol: alternatives
    about: A question with several answers.
    processes:
      Asker: { sockets: { questions: REQ } }
      Oracle: { sockets: { answers: { type: REP, bind: "tcp://127.0.0.1:5690", otherwise: silence } } }
    messages:
      ask: { args: { question: string } }
      ask-again: { args: { question: string } }
      answer: { about: What is so., args: { text: string } }
      riddle: { layout: object, args: { text: string, hints: list<string> = empty } }
      silence: { args: { reason: optional<string> } }
      ask-reply: { args: { text: string } }
    chains:
      asking:
        steps: [ Asker -> Oracle: ask, { Asker <- Oracle: answer, within: 1s } ]
      guessing:
        steps: [ Asker -> Oracle: ask-again, { Asker <- Oracle: riddle, within: 3s } ]
      thanking:
        steps: [ Asker -> Oracle: ask-reply, { Asker <- Oracle: answer, within: 3s } ]
    """

  static func spec() throws -> ProtocolSpec {
    let compilation = Compiler.compile(Array(text.utf8), name: "alternatives.yaml")
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    var spec = try #require(compilation.spec, "\(printed)")
    spec.chains[1].steps[0].message = spec.chains[0].steps[0].message
    return spec
  }

  @Test("the enum of alternatives is up to date")
  func golden() throws {
    let source = SwiftEmitter.emit(try Self.spec(), sourceName: "alternatives.yaml")
    try GoldenSourceTests.compare(source, with: "Tests/GeneratedProtocols/Alternatives.swift")
  }

  @Test("the enum gives way to a message that has its name")
  func name() throws {
    let source = SwiftEmitter.emit(try Self.spec(), sourceName: "alternatives.yaml")
    #expect(source.contains("public struct AskReply: WireMessage"))
    #expect(source.contains("public enum AskAnswer: Sendable, Hashable"))
  }
}
