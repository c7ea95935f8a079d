import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Messages, types and processes that are called as Swift and the runtime call something of theirs.
@Suite(.timeLimit(.minutes(1)))
struct NamesTests {
  struct Strings: Names.Socket.StringHandler {
    let seen: Probe<String>

    func string(string: String, int: Int, frames: Names.Frames?, origin: Origin) throws -> Names.StringReply {
      if string.isEmpty { throw Names.Error(reason: "nothing") }
      guard let number = Int(string) else { return .never(Names.Never(bytes: frames?.all.first)) }
      return .int(Names.Int(int: number + int, floats: [0.5], bool: .dark))
    }

    nonisolated(nonsending) func sendable(
      value: Names.JSONValue, map: [String: Names.Timestamp], double: Float?, origin: Origin,
      send: SendElement<Names.Hashable>
    ) async throws -> Names.Optional {
      guard case .duration(let duration) = value else { throw Names.Error(reason: "no duration") }
      for key in map.keys.sorted() {
        try await send(Names.Hashable(double: duration.seconds / .seconds(1) + (map[key]?.float ?? 0)))
      }
      return Names.Optional()
    }

    func replies(uuid: UUIDValue, id: RoutingID?, origin: Origin) { seen.note("\(uuid)") }

    func origin(origin: String, rest: [Names.Duration], origin_: Origin) {
      seen.note("\(origin) \(rest.map(\.text)) \(origin_.socket)")
    }
  }

  struct Floats: Names.Transport.FloatHandler {
    func float(string: String, float: Double, origin: Origin) {}
  }

  struct Spans: Names.Swiftly.ValueHandler {
    func result(origin: Origin) -> Names.ResultReply { .span(Names.Span(span: -3)) }
  }

  @Test("a message `error` is thrown, `string` answered, `sendable` streamed", arguments: TestTransport.allCases)
  func asking(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: String.self)
    var server = Names.Socket(string: Strings(seen: seen))
    server.sockets.string.bind = [kind.endpoint()]
    server.sockets.float.bind = [kind.endpoint()]
    var client = Names.Transport(float: Floats())
    client.sockets.int.connect = server.sockets.string.bind
    client.sockets.float.connect = server.sockets.float.bind
    let running = client
    try await server.run(on: transport) { _ in
      try await running.run(on: transport) { client in
        let int = client.int
        guard case .int(let number) = try await int.string(string: "4") else { throw WrongReply() }
        #expect(number.int == 7 && number.floats == [0.5] && number.bool == .dark)
        let frames = Names.Frames(count: 1, all: [[1, 2]])
        guard case .never(let never) = try await int.string(string: "x", frames: frames) else { throw WrongReply() }
        #expect(never.bytes == [1, 2] && never.json == .null)
        await #expect(throws: Names.Error(reason: "nothing")) { _ = try await int.string(string: "") }

        let now = Timestamp(clampingMicroseconds: 1)
        let sums = try await int.sendable(
          value: .duration(Names.Duration(text: "two")),
          map: ["a": Names.Timestamp(now: now), "b": Names.Timestamp(now: now, float: 2)])
        var all: [Double] = []
        for try await sum in sums { all.append(sum.double) }
        #expect(all == [4, 4.5])

        let uuid = UUIDValue(high: 1, low: 2)
        try await int.replies(uuid: uuid)
        try await int.origin(origin: "here", rest: [Names.Duration(text: "a"), Names.Duration(text: "b")])
        #expect(await seen.next(2) == ["\(uuid)", #"here ["a", "b"] Socket.string"#])
      }
    }
  }

  struct Pages: Names.Press.FrameHandler_ {
    let seen: Probe<String>

    func words(self_: Names.Sheet, await: String, hashValue_: Names.Word, origin: Origin) {
      seen.note("\(self_.self_) \(self_.`await`) \(self_.hashValue_ ?? "nil") \(`await`) \(hashValue_.rawValue)")
    }
  }

  @Test(
    "fields `self`, `await` and `hash-value`, a socket `self`, and one whose handler would be the runtime's own",
    arguments: TestTransport.allCases)
  func printing(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: String.self)
    var press = Names.Press(frame: Pages(seen: seen))
    press.sockets.frame.bind = [kind.endpoint()]
    var author = Names.Author()
    author.sockets.self_.connect = press.sockets.frame.bind
    let running = author
    try await press.run(on: transport) { _ in
      try await running.run(on: transport) { author in
        let words = Names.Sheet(self_: 3, await: .hashValue_, hashValue_: "x")
        try await author.self_.words(self_: words, await: "now")
        #expect(await seen.next(1) == ["3 hashValue_ x now self"])
        await #expect(throws: UnencodableValue.self) {
          try await author.self_.words(self_: Names.Sheet(self_: 0), await: "never")
        }
      }
    }
    // What is sent and what is logged has the names of the protocol file.
    #expect(Names.Press.Socket.frame.rawValue == "frame" && Names.Author.Socket.self_.rawValue == "self")
  }

  @Test("a process `Handler` asks through a socket `running`", arguments: TestTransport.allCases)
  func measuring(kind: TestTransport) async throws {
    let transport = kind.make()
    var server = Names.Swiftly(string: 1, value: Spans())
    server.sockets.value.bind = [kind.endpoint()]
    var client = Names.Handler(string: 1)
    client.sockets.running.connect = server.sockets.value.bind
    let running = client
    try await server.run(on: transport) { _ in
      try await running.run(on: transport) { client in
        let result = try await client.running.result()
        #expect(result == .span(Names.Span(span: -3)))
      }
    }
  }

  private struct WrongReply: Error {}
}
