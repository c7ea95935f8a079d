/// A value with something cheap to look at.
public protocol Summed {
  var sum: Int { get }
}

extension Bench.Ping: Summed { public var sum: Int { count } }
extension Bench.Order: Summed { public var sum: Int { quantity &+ note.utf8.count } }
extension Bench.Scene: Summed { public var sum: Int { bodies.count &+ lights.count &+ frame } }
extension Bench.Dataset: Summed { public var sum: Int { records.count &+ (records.last?.count ?? 0) } }
