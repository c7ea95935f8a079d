import SpecModel
import SpecSwift
import Testing

/// One message with several answers becomes an enum of them; Tests/GeneratedTests runs what comes out.
@Suite
struct AlternativesTests {
  @Test("the enum gives way to a message that has its name")
  func name() throws {
    let spec = try GoldenSourceTests.compile("Tests/SpecSwiftTests/Protocols/alternatives.yaml")
    let source = SwiftEmitter.emit(spec, sourceName: "alternatives.yaml")
    #expect(source.contains("public struct AskReply: JSONMessage"))
    #expect(source.contains("public enum AskAnswer: Sendable, Hashable"))
  }
}
