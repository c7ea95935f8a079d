import SpecCompiler
import SpecModel
import SpecSwift
import Testing

/// What is filled in where no program gives a value: in refusals, and in what the runtime sends by itself.
@Suite
struct FilledHeaderTests {
  /// A server that refuses with a message of layout `refusal`, and a client that sends one of that layout each second.
  private static func beating(_ source: String) throws -> ProtocolSpec {
    let text = """
      zmqspec: 1
      protocol: demo

      processes:
        Client: { sockets: { server: { type: DEALER } } }
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://*:5555", otherwise: refused } } }

      layouts:
        beat: { fields: { sent: timestamp = now, n: int = fresh }, frames: [ json: [ $type, $sent, $n ] ] }
        refusal: { fields: { n: int = \(source) }, frames: [ json: [ $type, $n, $kwargs ] ] }

      messages:
        beat: { layout: beat }
        thanks: {}
        refused: { layout: refusal, kwargs: { reason: string } }

      chains:
        beating:
          steps:
            - Client -> Server: beat
              every: 1s
            - Client <- Server: thanks

      """
    let compilation = Compiler.compile(Array(text.utf8), name: "demo.yaml")
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    return try #require(compilation.spec, "\(printed)")
  }

  @Test("an `otherwise` message copies from what is not understood what it finds")
  func refusal() throws {
    let source = SwiftEmitter.emit(try Self.beating("cause.n"), sourceName: "demo.yaml")
    #expect(
      source.contains(
        """
                var refusal = error as? Refused ?? Refused(reason: reason)
                if let n = nOfRefused(incoming) { refusal.n = n }
                try incoming.reply(with: refusal)

        """))
  }

  @Test("headers of what the runtime sends by itself are filled in each time")
  func periodic() throws {
    let source = SwiftEmitter.emit(try Self.beating("fresh"), sourceName: "demo.yaml")
    #expect(
      source.contains(
        """
                var message = message
                message.sent = Timestamp.now
                message.n = FreshNumbers.next()
                try message.encode(into: &writer)

        """))
    #expect(
      source.contains(
        """
                var refusal = error as? Refused ?? Refused(reason: reason)
                refusal.n = FreshNumbers.next()
                try incoming.reply(with: refusal)

        """))
  }
}
