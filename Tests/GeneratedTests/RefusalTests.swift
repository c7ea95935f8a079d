import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// What becomes of messages that no generated client would send.
@Suite(.timeLimit(.minutes(1)))
struct RefusalTests {
  /// Runs a process of one socket that sends any bytes.
  static func withRawSocket(
    _ type: SocketType, to endpoint: String, delimiter: Bool = false, on transport: some Transport,
    _ body: (ClientSocket) async throws -> Void
  ) async throws {
    let configuration = SocketConfiguration(type, connect: [endpoint], delimiter: delimiter)
    let plan = ProcessPlan(
      name: "Raw", settings: ProcessSettings(label: "raw"), sockets: [ProcessPlan.Socket("raw", configuration)])
    try await plan.run(on: transport) { process in try await body(process.client("raw")) }
  }

  @Test(
    "`otherwise: message`: the peer is told what is wrong with its bytes, and the socket goes on",
    arguments: TestTransport.allCases)
  func told(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    var server = KitchenSink.Server(port: 1, instanceName: "x", handler: KitchenSinkServer())
    KitchenSinkTests.Endpoints(kind).bind(&server.sockets)
    server.sockets.questions.bind = [endpoint]
    try await server.run(on: transport) { server in
      try await Self.withRawSocket(.req, to: endpoint, on: transport) { socket in
        for (body, reason) in [
          (#"["ask",[5],{}]"#, #"frame 2, byte 8, args[0]: expected a string, found 5"#),
          (#"["askk",["x"],{}]"#, #"frame 2, byte 1, [0]: expected a message type of this socket, found "askk""#),
          ("hello", "frame 2, byte 0: expected an array, found hello"),
        ] {
          let refusal = try await socket.request(within: patience) { writer in
            writer.frame(body.utf8)
          } decode: { incoming in
            try incoming.decode(KitchenSink.Wtf.self)
          }
          #expect(refusal == KitchenSink.Wtf(reason: reason))
        }
      }
      let counters = await server.counters(of: .questions)
      #expect(counters.refused == [.wrongType: 1, .unknownType: 1, .notJSON: 1])
      #expect(counters.handled == 0)
      #expect(counters.failed == 0)
    }
  }

  @Test("`otherwise: handle`: a method gets the frames and the reason", arguments: TestTransport.allCases)
  func handled(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    let seen = Probe(of: String.self)
    var server = KitchenSink.Server(port: 1, instanceName: "x", handler: KitchenSinkServer(seen: seen))
    KitchenSinkTests.Endpoints(kind).bind(&server.sockets)
    server.sockets.clients.bind = [endpoint]
    try await server.run(on: transport) { _ in
      try await Self.withRawSocket(.dealer, to: endpoint, on: transport) { socket in
        for body in [#"["hello",[],{}]"#, #"{"type":"hello"}"#, #"["news",["x"],{}]"#, "["] {
          try await socket.send { $0.frame(body.utf8) }
        }
        try await socket.send { writer in
          writer.frame("one".utf8)
          writer.frame("two".utf8)
        }
      }
      #expect(
        await seen.next(5) == [
          "otherwise wrongArguments", "otherwise unknownType", "otherwise unknownType", "otherwise notJSON",
          "otherwise tooManyFrames",
        ])
    }
  }
}
