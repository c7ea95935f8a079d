import BenchProtocol
import Foundation

/// Foundation's JSONDecoder and JSONEncoder over Codable types of the same shape.
enum FoundationJSON {
  static func contestant(bodies: [[UInt8]], of payload: Payload) throws -> any Contestant {
    switch payload {
    case .ping: try Codec<Triple<Ping, Nothing>>(bodies: bodies, of: payload)
    case .order: try Codec<Triple<Order, OrderOptions>>(bodies: bodies, of: payload)
    case .scene: try Codec<Triple<Scene, SceneOptions>>(bodies: bodies, of: payload)
    case .dataset: try Codec<Triple<Dataset, Nothing>>(bodies: bodies, of: payload)
    }
  }

  final class Codec<Message: Codable & Summed>: Contestant {
    private let bodies: [Data]
    private let messages: [Message]
    private let decoder = JSONDecoder()
    private let encoder = JSONEncoder()

    init(bodies: [[UInt8]], of payload: Payload) throws {
      self.bodies = bodies.map { Data($0) }
      messages = try self.bodies.map { try JSONDecoder().decode(Message.self, from: $0) }
    }

    func decode() throws -> Int {
      var sum = 0
      for body in bodies { sum &+= try decoder.decode(Message.self, from: body).sum }
      return sum
    }

    func encode() throws -> Int {
      var bytes = 0
      for message in messages { bytes &+= try encoder.encode(message).count }
      return bytes
    }
  }

  /// `[type, args, kwargs]`, whose members are of three types.
  struct Triple<Arguments: Codable & Summed, Options: Codable>: Codable, Summed {
    let type: String
    let arguments: Arguments
    let options: Options
    var sum: Int { arguments.sum &+ type.utf8.count }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      type = try list.decode(String.self)
      arguments = try list.decode(Arguments.self)
      options = try list.decode(Options.self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(type)
      try list.encode(arguments)
      try list.encode(options)
    }
  }

  struct Nothing: Codable {}

  struct Ping: Codable, Summed {
    let count: Int
    var sum: Int { count }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      count = try list.decode(Int.self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(count)
    }
  }

  struct Order: Codable, Summed {
    let customer: String
    let item: String
    let price: Double
    let quantity: Int
    let express: Bool
    var sum: Int { quantity }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      customer = try list.decode(String.self)
      item = try list.decode(String.self)
      price = try list.decode(Double.self)
      quantity = try list.decode(Int.self)
      express = try list.decode(Bool.self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(customer)
      try list.encode(item)
      try list.encode(price)
      try list.encode(quantity)
      try list.encode(express)
    }
  }

  struct OrderOptions: Codable {
    let currency: String
    let discount: Double
    let gift: Bool
    let note: String
  }

  struct Scene: Codable, Summed {
    let name: String
    let bodies: [Body]
    var sum: Int { bodies.count }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      name = try list.decode(String.self)
      bodies = try list.decode([Body].self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(name)
      try list.encode(bodies)
    }
  }

  struct SceneOptions: Codable {
    let frame: Int
    let lights: [Light]
  }

  struct Body: Codable {
    let id: Int
    let name: String
    let visible: Bool
    let mass: Double
    let position: [Double]
    let material: String
  }

  struct Light: Codable {
    let name: String
    let power: Double
    let colour: String
  }

  struct Dataset: Codable, Summed {
    let records: [Record]
    var sum: Int { records.count }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      records = try list.decode([Record].self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(records)
    }
  }

  struct Record: Codable {
    let key: String
    let x: Double
    let y: Double
    let z: Double
    let count: Int
  }
}
