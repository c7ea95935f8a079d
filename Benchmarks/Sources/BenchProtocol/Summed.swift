/// A value with something cheap to look at, so that no decoding can be left out as unused.
public protocol Summed {
  /// Something of the value.
  var sum: Int { get }
}

extension Bench.Ping: Summed {
  /// Something of the value.
  public var sum: Int { count }
}
extension Bench.Order: Summed {
  /// Something of the value.
  public var sum: Int { quantity &+ note.utf8.count }
}
extension Bench.Scene: Summed {
  /// Something of the value.
  public var sum: Int { bodies.count &+ lights.count &+ frame }
}
extension Bench.Dataset: Summed {
  /// Something of the value.
  public var sum: Int { records.count &+ (records.last?.count ?? 0) }
}
extension Bench.Order.View {
  /// Something of the value, with the frame beside it in which its texts lie.
  public func sum(in frame: Span<UInt8>) -> Int { quantity &+ note.withUTF8(in: frame) { $0.count } }
}
