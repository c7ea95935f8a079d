import SpecCompiler
import SpecModel
import SpecSwift
import Testing

/// What would become Swift that does something else than the protocol is refused.
@Suite
struct UnsupportedTests {
  /// What is refused about the layout of a message: what stands at the place, and the message.
  ///
  /// - Parameter layouts: What stands under `layouts:`, with a layout `own`.
  /// - Parameter status: What the message with that layout has beside it.
  private func refused(_ layouts: String, status: String = "") throws -> [String] {
    let text = """
      zmqspec: 1
      protocol: demo

      processes:
        Station: { sockets: { beacons: { type: PUB, bind: "tcp://*:5556" } } }
        Watcher: { sockets: { beacons: { type: SUB, connect: Station.beacons } } }

      layouts: \(layouts)

      messages:
        status: { layout: own\(status) }

      chains:
        watching:
          steps:
            - Station -> Watcher: status

      """
    let compilation = Compiler.compile(Array(text.utf8), name: "demo.yaml")
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    let found = SwiftEmitter.unsupported(in: try #require(compilation.spec, "\(printed)"))
    let line = Array(text.split(separator: "\n", omittingEmptySubsequences: false)[7])
    return found.map { diagnostic in
      #expect(diagnostic.code == "ZS0090")
      #expect(diagnostic.severity == .error)
      #expect(diagnostic.help != nil)
      #expect(diagnostic.range.start.line == 8)
      let place = line[(diagnostic.range.start.column - 1)..<(diagnostic.range.end.column - 1)]
      return "\(String(place)): \(diagnostic.message)"
    }
  }

  @Test("bytes that are spread in an object; texts are not refused")
  func spreadBytes() throws {
    let layout = "{ own: [ json: { type: $type, $more... } ] }"
    #expect(
      try refused(layout, status: ", args: { more: map<bytes> }") == [
        "$more...: a `map<bytes>` that is spread in an object in generated Swift comes with a later version of zmqspec"
      ])
    #expect(try refused(layout.replacing("json", with: "msgpack"), status: ", args: { more: map<bytes> }").count == 1)
    #expect(try refused(layout, status: ", args: { more: map<string> }") == [])
  }

  @Test("not a layout that no message has")
  func unused() throws {
    #expect(
      try refused(
        "{ own: [ text: $type ], other: { fields: { more: map<bytes> }, frames: [ json: { type: $type, $more... } ] } }"
      )
        == [])
  }

  @Test("once, however many messages have the layout")
  func once() throws {
    #expect(
      try refused(
        "{ own: { fields: { more: map<bytes> }, frames: [ json: { type: $type, $more... } ] } }",
        status: " }\n  further: { layout: own"
      ).count == 1)
  }

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
    let spec = try Self.beating("cause.n")
    #expect(SwiftEmitter.unsupported(in: spec) == [])
    let source = SwiftEmitter.emit(spec, sourceName: "demo.yaml")
    #expect(
      source.contains(
        """
                var refusal = error as? Refused ?? Refused(reason: reason)
                if let n = nOfRefused(incoming) { refusal.n = n }
                try incoming.reply { writer in try refusal.encode(into: &writer) }

        """))
  }

  @Test("headers of what the runtime sends by itself are filled in each time")
  func periodic() throws {
    let spec = try Self.beating("fresh")
    #expect(SwiftEmitter.unsupported(in: spec) == [])
    let source = SwiftEmitter.emit(spec, sourceName: "demo.yaml")
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
                try incoming.reply { writer in try refusal.encode(into: &writer) }

        """))
  }

  @Test("nothing in what is generated and committed", arguments: GoldenSourceTests.protocols)
  func supported(file: String) throws {
    #expect(SwiftEmitter.unsupported(in: try GoldenSourceTests.compile(file)) == [])
  }
}
