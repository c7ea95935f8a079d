import BenchProtocol
import ZMQWire

/// What zmqspec generates from bench.yaml.
enum Generated {
  static func contestant(bodies: [[UInt8]], of payload: Payload) throws -> any Contestant {
    switch payload {
    case .ping: try Codec<Bench.Ping>(bodies: bodies, of: payload)
    case .order: try Codec<Bench.Order>(bodies: bodies, of: payload)
    case .scene: try Codec<Bench.Scene>(bodies: bodies, of: payload)
    case .dataset: try Codec<Bench.Dataset>(bodies: bodies, of: payload)
    }
  }

  final class Codec<Message: JSONMessage & Summed>: Contestant {
    private let bodies: [[UInt8]]
    private let messages: [Message]
    private var writer = FrameWriter()

    init(bodies: [[UInt8]], of payload: Payload) throws {
      self.bodies = bodies
      messages = try bodies.map { try Self.decode($0.span) }
    }

    func decode() throws -> Int {
      var sum = 0
      for body in bodies { sum &+= try Self.decode(body.span).sum }
      return sum
    }

    func encode() throws -> Int {
      var bytes = 0
      for message in messages {
        writer.removeAll()
        try message.encode(into: &writer)
        bytes &+= writer.json.count
      }
      return bytes
    }

    private static func decode(_ body: Span<UInt8>) throws -> Message {
      guard let message = try Message.decode(body) else { throw WrongPayload() }
      return message
    }
  }
}

/// A body of another message than the one that was to be measured.
struct WrongPayload: Error {}
