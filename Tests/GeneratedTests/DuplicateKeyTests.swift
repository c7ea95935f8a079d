import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// A key that stands twice, where the program has chosen that the last value counts.
@Suite(.timeLimit(.minutes(1)))
struct DuplicateKeyTests {
  private static let lastWins = CodecLimits(duplicateKeys: .lastWins)

  private static func decode<Message: JSONMessage>(_ body: String, as type: Message.Type) throws -> Message? {
    try type.decode(Array(body.utf8).span, limits: lastWins)
  }

  private static func read<Value: JSONCodable>(_ text: String, as type: Value.Type) throws -> Value {
    var reader = JSONReader(limits: lastWins)
    let bytes = Array(text.utf8)
    let value = try reader.read(type, in: bytes.span)
    try reader.end(in: bytes.span)
    return value
  }

  private static func unpack<Value: MessagePackCodable>(_ bytes: [UInt8], as type: Value.Type) throws -> Value {
    var reader = MessagePackReader(limits: lastWins)
    let value = try Value(from: &reader, in: bytes.span)
    try reader.end(in: bytes.span)
    return value
  }

  @Test("the last value counts, in messages, records, maps and values of any kind")
  func last() throws {
    #expect(
      try Self.decode(#"["pair-many",{"first":1,"key":true,"first":2}]"#, as: KitchenSink.PairMany.self)
        == KitchenSink.PairMany(first: 2, key: true))
    #expect(
      try Self.decode(#"{"type":"object-some","a":1,"bytes":2,"a":3}"#, as: KitchenSink.ObjectSome.self)
        == KitchenSink.ObjectSome(a: 3, bytes: 2))
    #expect(try Self.read(#"{"x":1,"\u0078":2.5,"y":3}"#, as: Rpc.Point.self) == Rpc.Point(x: 2.5, y: 3))
    #expect(try Self.read(#"{"a":1,"b":2,"\u0061":3}"#, as: [String: Int].self) == ["a": 3, "b": 2])
    #expect(
      try Self.read(#"[{"a":1,"b":{"c":1,"c":null},"a":[]}]"#, as: JSONValue.self)
        == [["a": [], "b": ["c": .null]]])
  }

  @Test("the last value counts in MessagePack, whatever the form of the key")
  func packed() throws {
    // {"x": 1.0, "x": 2.0 (its key as a str 8), "y": 0.0}
    let point: [UInt8] = [
      0x83, 0xA1, 0x78, 0xCB, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xD9, 1, 0x78, 0xCB, 0x40, 0, 0, 0, 0, 0, 0, 0, 0xA1, 0x79,
      0xCB, 0, 0, 0, 0, 0, 0, 0, 0,
    ]
    #expect(try Self.unpack(point, as: Rpc.Point.self) == Rpc.Point(x: 2, y: 0))
    #expect(try Self.unpack([0x82, 0xA1, 0x61, 1, 0xA1, 0x61, 2], as: [String: Int].self) == ["a": 2])
    var reader = MessagePackReader(limits: Self.lastWins)
    let map: [UInt8] = [0x83, 0xA1, 0x61, 1, 0xA1, 0x62, 5, 0xA1, 0x61, 2]
    #expect(try reader.readValue(in: map.span) == ["a": 2, "b": 5])
    reader = MessagePackReader()
    #expect(throws: MessagePackFault.self) { try reader.readValue(in: map.span) }
  }

  @Test("what tells which message or record it is must not stand twice")
  func tags() throws {
    let error = #expect(throws: WireError.self) {
      try Self.decode(#"{"type":"object-some","a":1,"type":"object-some"}"#, as: KitchenSink.ObjectSome.self)
    }
    #expect(error?.reason == .duplicateKey)
    for (tags, isRefused) in [
      (#""kind":"circle","kind":"square""#, true), (#""kind":"circle","\u006bind":"circle""#, true),
      (#""kind":"circle""#, false),
    ] {
      let shape = "{\(tags),\"centre\":{\"x\":1},\"radius\":1.5,\"radius\":2.5}"
      if isRefused {
        let fault = #expect(throws: JSONFault.self) { try Self.read(shape, as: Rpc.Shape.self) }
        #expect(fault?.reason == .duplicateKey)
      } else {
        #expect(try Self.read(shape, as: Rpc.Shape.self) == .circle(Rpc.Circle(centre: Rpc.Point(x: 1), radius: 2.5)))
      }
    }
  }

  @Test("a socket's limits are its codecs'", arguments: TestTransport.allCases)
  func socket(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: String.self)
    var server = KitchenSink.Server(port: 1, instanceName: "x", handler: KitchenSinkServer(seen: seen))
    KitchenSinkTests.Endpoints(kind).bind(&server.sockets)
    server.sockets.clients.bind = [kind.endpoint()]
    server.sockets.clients.limits = CodecLimits(depth: 4, duplicateKeys: .lastWins)
    let endpoint = server.sockets.clients.bind[0]
    try await server.run(on: transport) { server in
      try await RefusalTests.withRawSocket(.dealer, to: endpoint, on: transport) { socket in
        for body in [
          #"["pair-many",{"first":1,"first":2}]"#, #"{"type":"object-some","type":"object-some","a":1}"#,
          #"["containers",[],{"anything":{"a":[[1]]}}]"#,
        ] {
          try await socket.send { $0.frame(body.utf8) }
        }
        try await eventually("two messages are refused") { await server.counters(of: .clients).refused.count == 2 }
      }
      let counters = await server.counters(of: .clients)
      #expect(counters.refused == [.duplicateKey: 1, .tooDeep: 1] && counters.handled == 1, "\(counters)")
    }
  }
}
