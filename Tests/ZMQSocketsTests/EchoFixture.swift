import Logging
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The transports that must behave alike.
enum TransportKind: String, CaseIterable, CustomTestStringConvertible {
  /// `best`: epoll on Linux, kqueue on macOS.
  case memory, best, zmqPoll

  var testDescription: String { rawValue }

  func make() -> any Transport {
    switch self {
    case .memory: InMemoryTransport()
    case .best: ZMQTransport(poller: .best)
    case .zmqPoll: ZMQTransport(poller: .zmqPoll)
    }
  }
}

/// `["say",text]` and `["echo",text]`, written by hand as the generator would.
struct Text: Sendable, Hashable {
  var text: String

  static func read(_ reader: inout JSONReader, _ bytes: Span<UInt8>) throws(JSONFault) -> String {
    guard try reader.elementFollows(in: bytes) else { throw JSONFault(.missingArgument, at: reader.offset) }
    let text = try reader.readString(in: bytes)
    guard try !reader.elementFollows(in: bytes) else { throw JSONFault(.tooManyArguments, at: reader.offset) }
    return text
  }
}

struct Say: JSONMessage {
  var text: String
  static let wireType: StaticString = "say"
  static let layout = BodyLayout.pair

  init(_ text: String) { self.text = text }

  init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    text = try Text.read(&reader, bytes)
  }

  func encode(into writer: inout FrameWriter) throws(UnencodableValue) {
    writer.json.raw("[\"say\",")
    writer.json.write(text)
    writer.json.raw("]")
    writer.endFrame()
  }
}

struct Echo: JSONMessage {
  var text: String
  static let wireType: StaticString = "echo"
  static let layout = BodyLayout.pair

  init(_ text: String) { self.text = text }

  init(fields reader: inout JSONReader, in bytes: Span<UInt8>) throws(JSONFault) {
    text = try Text.read(&reader, bytes)
  }

  func encode(into writer: inout FrameWriter) throws(UnencodableValue) {
    writer.json.raw("[\"echo\",")
    writer.json.write(text)
    writer.json.raw("]")
    writer.endFrame()
  }
}

/// Answers `say` as the closure says; nil: not at all. "stop" ends the process.
struct EchoDispatcher: Dispatcher {
  let answer: @Sendable (String, Origin) async throws -> String?
  var refusal: String?

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    guard let say = try message.decode(Say.self) else {
      throw message.refusal(.unknownType, expected: "say", found: "another message")
    }
    if let text = try await answer(say.text, message.origin) {
      try message.reply { writer in try Echo(text).encode(into: &writer) }
    }
    return say.text == "stop" ? .final : .handled
  }

  nonisolated(nonsending) func refuse(_ message: IncomingMessage, reason: String, error: any Error) async throws {
    if refusal != nil { try message.reply { writer in try Echo("refused: \(reason)").encode(into: &writer) } }
  }
}

/// A server's plan with one socket, `in`.
func server(
  _ configuration: SocketConfiguration, refusal: String? = nil,
  answer: @escaping @Sendable (String, Origin) async throws -> String? = { text, _ in text }
) -> ProcessPlan {
  ProcessPlan(
    name: "Server", settings: quiet("Server"),
    sockets: [
      .init(
        "in", configuration,
        handler: HandlerSource { _ in EchoDispatcher(answer: answer, refusal: refusal) })
    ])
}

/// A client's plan with one socket, `out`.
func client(_ configuration: SocketConfiguration) -> ProcessPlan {
  ProcessPlan(name: "Client", settings: quiet("Client"), sockets: [.init("out", configuration)])
}

func quiet(_ label: String) -> ProcessSettings {
  var settings = ProcessSettings(label: label)
  settings.logger = Logger(label: label, factory: { _ in SwiftLogNoOpLogHandler() })
  settings.stopSignals = []
  return settings
}

extension RunningProcess {
  func ask(_ text: String, within limit: Duration = .seconds(5), delimiter: Bool = false) async throws -> String {
    let say = Say(text)
    return try await client("out").request(within: limit) { writer in
      if delimiter { writer.delimiter() }
      try say.encode(into: &writer)
    } decode: { message in
      try message.decode(Echo.self)
    }.text
  }

  func tell(_ text: String, prefix: [[UInt8]] = []) async throws {
    let say = Say(text)
    try await client("out").send { writer in
      for frame in prefix { writer.frame(frame) }
      try say.encode(into: &writer)
    }
  }
}

/// Runs a server, then a body that gets the server and a client connected to where it was bound.
func withServerAndClient(
  _ kind: TransportKind, server serverPlan: ProcessPlan, client type: SocketType, delimiter: Bool = false,
  body: (RunningProcess, RunningProcess) async throws -> Void
) async throws {
  let transport = kind.make()
  try await serverPlan.run(on: transport) { server async throws -> Void in
    let endpoint = try #require(server.endpoints(of: "in").first)
    let plan = client(SocketConfiguration(type, connect: [endpoint], delimiter: delimiter))
    try await plan.run(on: transport) { client in try await body(server, client) }
  }
}

/// Waits until a condition holds, looking again whenever the loop has had its turn.
func eventually(
  within limit: Duration = .seconds(10), _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  while try await !condition() {
    try #require(ContinuousClock.now < deadline, what, sourceLocation: sourceLocation)
    await Task.yield()
  }
}
