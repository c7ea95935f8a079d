import BenchProtocol
import ZMQWire

/// What zmqspec generates from bench.yaml.
enum Generated {
  static func contestant(bodies: [[UInt8]], of payload: Payload) throws -> Contestant {
    switch payload {
    case .ping: try codec(of: Bench.Ping.self, bodies)
    case .order: try codec(of: Bench.Order.self, bodies)
    case .scene: try codec(of: Bench.Scene.self, bodies)
    case .dataset: try codec(of: Bench.Dataset.self, bodies)
    }
  }

  private static func codec<Message: JSONMessage & Summed>(
    of type: Message.Type, _ bodies: [[UInt8]]
  ) throws -> Contestant {
    let messages = try bodies.map { try decode(type, $0.span) }
    let writer = Writer()
    return Contestant {
      var sum = 0
      for body in bodies { sum &+= try decode(type, body.span).sum }
      return sum
    } encode: {
      try encode(messages, into: &writer.frames)
    }
  }

  /// The same with texts that stay in the frame; of (b), which has texts.
  static func views(bodies: [[UInt8]], of payload: Payload) throws -> Contestant {
    guard payload == .order else { throw WrongPayload() }
    return Contestant {
      var sum = 0
      for body in bodies {
        guard let view = try Bench.Order.View.decode(body.span) else { throw WrongPayload() }
        sum &+= view.sum(in: body.span)
      }
      return sum
    } encode: {
      throw WrongPayload()
    }
  }

  private static func encode<Message: JSONMessage>(
    _ messages: [Message], into writer: inout FrameWriter
  ) throws -> Int {
    var bytes = 0
    try Contestant.lend(messages.span) { message in
      writer.removeAll()
      try message.encode(into: &writer)
      bytes &+= writer.json.count
    }
    return bytes
  }

  private static func decode<Message: JSONMessage>(_ type: Message.Type, _ body: Span<UInt8>) throws -> Message {
    guard let message = try type.decode(body) else { throw WrongPayload() }
    return message
  }

  /// The writer that all rounds use again.
  private final class Writer {
    var frames = FrameWriter()
  }
}

/// A body of another message than the one that was to be measured.
struct WrongPayload: Error {}
