import BenchProtocol
import Foundation
import SwiftProtobuf
import ZMQWire

/// swift-protobuf's binary form of the same values.
enum ProtocolBuffers {
  static func contestant(bodies: [[UInt8]], of payload: Payload) throws -> Contestant {
    switch payload {
    case .ping: try codec(bodies, Bench_Ping.init)
    case .order: try codec(bodies, Bench_Order.init)
    case .scene: try codec(bodies, Bench_Scene.init)
    case .dataset: try codec(bodies, Bench_Dataset.init)
    }
  }

  /// The JSON bodies carried over to protobuf's messages.
  private static func codec<Source: JSONMessage, Message: SwiftProtobuf.Message & Summed>(
    _ bodies: [[UInt8]], _ convert: (Source) -> Message
  ) throws -> Contestant {
    let messages = try bodies.map {
      guard let source = try Source.decode($0.span) else { throw WrongPayload() }
      return convert(source)
    }
    let bodies: [Data] = try messages.map { try $0.serializedData() }
    return Contestant {
      var sum = 0
      for body in bodies { sum &+= try Message(serializedBytes: body).sum }
      return sum
    } encode: {
      var bytes = 0
      try Contestant.lend(messages.span) { message in bytes &+= try message.serializedData().count }
      return bytes
    }
  }
}

extension Bench_Ping: Summed {
  var sum: Int { Int(count) }
  init(_ ping: Bench.Ping) {
    self.init()
    count = Int64(ping.count)
  }
}

extension Bench_Order: Summed {
  var sum: Int { Int(quantity) &+ note.utf8.count }
  init(_ order: Bench.Order) {
    self.init()
    customer = order.customer
    item = order.item
    price = order.price
    quantity = Int64(order.quantity)
    express = order.express
    currency = order.currency
    discount = order.discount
    gift = order.gift
    note = order.note
  }
}

extension Bench_Scene: Summed {
  var sum: Int { bodies.count &+ lights.count &+ Int(frame) }
  init(_ scene: Bench.Scene) {
    self.init()
    name = scene.name
    bodies = scene.bodies.map { source in
      Bench_Body.with {
        $0.id = Int64(source.id)
        $0.name = source.name
        $0.visible = source.visible
        $0.mass = source.mass
        $0.position = source.position
        $0.material = source.material
      }
    }
    frame = Int64(scene.frame)
    lights = scene.lights.map { source in
      Bench_Light.with {
        $0.name = source.name
        $0.power = source.power
        $0.colour = source.colour
      }
    }
  }
}

extension Bench_Dataset: Summed {
  var sum: Int { records.count }
  init(_ dataset: Bench.Dataset) {
    self.init()
    records = dataset.records.map { source in
      Bench_Record.with {
        $0.key = source.key
        $0.x = source.x
        $0.y = source.y
        $0.z = source.z
        $0.count = Int64(source.count)
      }
    }
  }
}
