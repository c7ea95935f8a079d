import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Layouts in MessagePack: the bytes that Python's msgpack writes for the same values, and what is wrong with others.
@Suite(.timeLimit(.minutes(1)))
struct RPCTests {
  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    var digits = hexadecimal[...]
    var bytes: [UInt8] = []
    while !digits.isEmpty {
      bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return bytes
  }

  private func roundTrip<Message: FramedMessage>(
    _ message: Message, _ frames: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = frames.map(Self.bytes)
    #expect(try message.bodyFrames() == expected, sourceLocation: sourceLocation)
    #expect(try Message.decode(StoredFrames(expected)) == message, sourceLocation: sourceLocation)
  }

  private static let circle = Rpc.Shape.circle(Rpc.Circle(centre: Rpc.Point(x: 1), radius: 2))

  @Test("every message is what Python's msgpack makes of the same tree")
  func golden() throws {
    try roundTrip(
      Rpc.Draw(shape: Self.circle, id: 7),
      "940007a4647261779283a46b696e64a6636972636c65a663656e74726582a178cb3ff0000000000000a179cb3fe0000000000000a6726164"
        + "697573cb400000000000000001")
    try roundTrip(Rpc.Drawn(area: 3.25, id: 7), "940107c0cb400a000000000000")
    try roundTrip(Rpc.Failed(error: "no", id: 7), "940107a26e6fc0")
    try roundTrip(
      Rpc.Nothing(more: ["b": true, "a": [1, .null]]),
      "84a26f70a76e6f7468696e67a466726f6d82a4686f7374a56c6f63616ca4706f727401a1619201c0a162c3")
    try roundTrip(Rpc.Line(level: 3, words: ["a", "bc"]), "94a46c696e6503a161a26263")
    try roundTrip(Rpc.Mark(), "91a44d41524b")
    try roundTrip(
      Rpc.Move(
        to: Rpc.Point(x: 0, label: "L"), sent: Timestamp(clampingMicroseconds: 1_500_000)),
      "43414c4c", "93a46d6f76659283a178cb0000000000000000a179cb3fe0000000000000a56c6162656ca14cc081a5737465707303",
      "d7ff7735940000000001")
    try roundTrip(
      Rpc.Stop(sent: Timestamp(clampingMicroseconds: 1_000_000)), "43414c4c", "93a473746f709080", "d6ff00000001")
  }

  static let everything = Rpc.Everything(
    bool: true, int: -5, small: -128, large: .max, float: 0.1, half: 0.25, string: "é", bytes: [0, 255],
    uuid: UUIDValue(high: 1, low: 2), timestamp: Timestamp(clampingMicroseconds: -1), duration: .milliseconds(1250),
    json: ["x": [1, 2.5, .null, "y"]], routingId: RoutingID(received: [0, 1]), empty: Empty(), list: [1, -300],
    blobs: [[], [1]], map: ["p": Rpc.Point(x: 1, y: 2, label: "three")], deep: [["k": [9]]], colour: .red,
    bag: Rpc.Bag(name: "bag", writer: [7], unknown: ["strange": [true]]), more: ["more": "m"])

  @Test("every type comes back as it was; what is absent is not there")
  func types() throws {
    let frames = try Self.everything.bodyFrames()
    #expect(try Rpc.Everything.decode(StoredFrames(frames)) == Self.everything)
    var less = Self.everything
    (less.deep, less.bag, less.more) = (nil, nil, [:])
    let fewer = try less.bodyFrames()
    #expect(fewer[0].count < frames[0].count)
    #expect(try Rpc.Everything.decode(StoredFrames(fewer)) == less)
  }

  private func error<Message: FramedMessage>(_ frames: String..., as type: Message.Type) -> String? {
    var body = BodyReader(StoredFrames(frames.map(Self.bytes)))
    do throws(WireError) {
      _ = try Message(body: &body)
      return nil
    } catch {
      return "\(error.reason.rawValue): \(error)"
    }
  }

  @Test("an error names the frame, the byte and the argument")
  func errors() throws {
    // The radius is -1, the times a text, the shape a "line", an argument too many, the frame too short.
    #expect(
      error(
        "940007a4647261779283a46b696e64a6636972636c65a663656e74726582a178cb3ff0000000000000a179cb3fe0000000000000a6726164"
          + "697573ff01", as: Rpc.Draw.self)?.hasPrefix("outOfRange: frame 0, byte ") == true)
    #expect(error("940107c0a178", as: Rpc.Drawn.self)?.contains("data: expected a number") == true)
    #expect(
      error("940007a4647261779181a46b696e64a46c696e65", as: Rpc.Draw.self)?.hasPrefix("unknownCase") == true)
    #expect(error("940107a26e6fa26e6f", as: Rpc.Failed.self)?.hasPrefix("wrongConstant") == true)
    #expect(error("95a46c696e6503a161a26263", as: Rpc.Line.self)?.hasPrefix("notMessagePack") == true)
    #expect(error("91a34d4152", as: Rpc.Mark.self)?.hasPrefix("unknownType") == true)
  }

  struct Artist: Rpc.Callee.ClientsHandler {
    func draw(shape: Rpc.Shape, times: Int, origin: Origin) -> Rpc.DrawReply {
      switch shape {
      case .circle(let circle): .drawn(Rpc.Drawn(area: circle.radius * Double(times)))
      case .square: .failed(Rpc.Failed(error: "no squares"))
      }
    }
  }

  struct Notes: Rpc.Callee.NotesHandler {
    let seen: Probe<String>

    func everything(
      bool: Bool, int: Int, small: Int8, large: UInt64, float: Double, half: Float, string: String, bytes: [UInt8],
      uuid: UUIDValue, timestamp: Timestamp, duration: Duration, json: JSONValue, routingId: RoutingID, empty: Empty,
      list: [Int16], blobs: [[UInt8]], map: [String: Rpc.Point], deep: [[String: [UInt8]]]?, colour: Rpc.Colour,
      bag: Rpc.Bag?, more: [String: JSONValue], origin: Origin
    ) { seen.note("everything \(string)") }

    func nothing(more: [String: JSONValue], origin: Origin) { seen.note("nothing \(more.keys.sorted())") }
    func line(level: UInt8, words: [String], origin: Origin) { seen.note("line \(level) \(words)") }
    func mark(origin: Origin) { seen.note("mark") }
    func move(to: Rpc.Point, by: String?, slowly: Bool?, steps: Int, origin: Origin) { seen.note("move \(steps)") }
    func stop(origin: Origin) { seen.note("stop") }
    func parts(blobs: [String: [UInt8]], origin: Origin) { seen.note("parts \(blobs.sorted { $0.key < $1.key })") }
  }

  @Test(
    "calls in flight find their answers, and messages of every layout their methods", arguments: TestTransport.allCases)
  func sockets(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: String.self)
    var server = Rpc.Callee(clients: Artist(), notes: Notes(seen: seen))
    server.sockets.clients.bind = [kind.endpoint()]
    server.sockets.notes.bind = [kind.endpoint()]
    var client = Rpc.Caller()
    client.sockets.server.connect = server.sockets.clients.bind
    client.sockets.notes.connect = server.sockets.notes.bind
    let running = client
    try await server.run(on: transport) { server in
      try await running.run(on: transport) { client in
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for times in 1...50 {
            group.addTask {
              let reply = try await client.server.draw(shape: Self.circle, times: times)
              if case .drawn(let drawn) = reply { return drawn.area == 2 * Double(times) }
              return false
            }
          }
          for try await isRight in group { #expect(isRight) }
        }
        let square = Rpc.Shape.square(Rpc.Square(corner: Rpc.Point(x: 0), colour: .darkBlue))
        guard case .failed(let failed) = try await client.server.draw(shape: square) else { throw WrongReply() }
        #expect(failed.error == "no squares")

        let all = Self.everything
        try await client.notes.everything(
          bool: all.bool, int: all.int, small: all.small, large: all.large, float: all.float, half: all.half,
          string: all.string, bytes: all.bytes, uuid: all.uuid, timestamp: all.timestamp, duration: all.duration,
          json: all.json, routingId: all.routingId, list: all.list, blobs: all.blobs, map: all.map)
        try await client.notes.nothing(more: ["a": 1])
        try await client.notes.line(level: 1, words: ["x"])
        try await client.notes.mark()
        try await client.notes.move(to: Rpc.Point(x: 1))
        try await client.notes.stop()
        try await client.notes.parts(blobs: ["b": [], "a": [1, 2]])
        #expect(
          await seen.next(7) == [
            "everything é", #"nothing ["a"]"#, #"line 1 ["x"]"#, "mark", "move 3", "stop",
            #"parts [(key: "a", value: [1, 2]), (key: "b", value: [])]"#,
          ])
        #expect(await server.counters(of: .notes).refused.isEmpty)
      }
    }
  }

  private struct WrongReply: Error {}
}
