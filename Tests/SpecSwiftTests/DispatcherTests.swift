import SpecCompiler
import SpecModel
import SpecSwift
import Testing

/// How a dispatcher comes from a message to its handler.
@Suite
struct DispatcherTests {
  /// A server that receives so many messages.
  private func source(messages count: Int) throws -> String {
    let messages = (1...count).map { "  m\($0): { args: { x: int } }" }
    let chains = (1...count).map { "  c\($0): { steps: [ Client -> Server: m\($0) ] }" }
    let text = """
      zmqspec: 1
      protocol: many
      processes:
        Client: { count: many, sockets: { server: DEALER } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://*:5678" } } }
      messages:
      \(messages.joined(separator: "\n"))
      chains:
      \(chains.joined(separator: "\n"))
      """
    let compilation = Compiler.compile(Array(text.utf8), name: "many.yaml")
    return SwiftEmitter.emit(try #require(compilation.spec), sourceName: "many.yaml")
  }

  @Test(
    "Every message is handled by one call, and no function has more than 32 of them",
    arguments: [(1, 0), (16, 0), (17, 0), (32, 0), (33, 2), (64, 2), (65, 3), (200, 7)])
  func groups(messages: Int, groups: Int) throws {
    let source = try source(messages: messages)
    for message in 1...messages {
      let call =
        messages <= 16 ? "try await handler.m\(message)(" : "return try await handleM\(message)(incoming, reader)"
      #expect(source.ranges(of: call).count == 1)
      // Of many types, each is compared by a call.
      let comparison = "if type.\(messages <= 16 ? "matches" : "isSpelled")(\"m\(message)\", in: bytes)"
      #expect(source.ranges(of: comparison).count == 1)
    }
    let functions = source.split(separator: "nonisolated(nonsending) func ")
    #expect(functions.allSatisfy { $0.ranges(of: "return try await").count <= 32 })
    #expect(functions.filter { $0.prefixMatch(of: /dispatch\d+\(/) != nil }.count == groups)
    #expect(source.ranges(of: /return try await dispatch\d+\(received, incoming, reader\)/).count == groups)
    #expect(source.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }
}
