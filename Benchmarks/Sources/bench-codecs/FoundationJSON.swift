import BenchProtocol
import Foundation

/// Foundation's JSONDecoder and JSONEncoder over Codable types of the same shape.
enum FoundationJSON {
  static func contestant(bodies: [[UInt8]], of payload: Payload) throws -> Contestant {
    switch payload {
    case .ping: try codec(of: Triple<Ping, Nothing>.self, bodies)
    case .order: try codec(of: Triple<Order, OrderOptions>.self, bodies)
    case .scene: try codec(of: Triple<Scene, SceneOptions>.self, bodies)
    case .dataset: try codec(of: Triple<Dataset, Nothing>.self, bodies)
    }
  }

  private static func codec<Message: Codable & Summed>(
    of type: Message.Type, _ bodies: [[UInt8]]
  ) throws -> Contestant {
    let bodies = bodies.map { Data($0) }
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let messages = try bodies.map { try decoder.decode(type, from: $0) }
    return Contestant {
      var sum = 0
      for body in bodies { sum &+= try decoder.decode(type, from: body).sum }
      return sum
    } encode: {
      var bytes = 0
      try Contestant.lend(messages.span) { message in bytes &+= try encoder.encode(copy message).count }
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
