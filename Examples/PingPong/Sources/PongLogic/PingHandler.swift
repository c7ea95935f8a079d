/// The third tier: what the pong process is for. It imports nothing, so a test is a call.
public struct PingHandler {
  /// How many pings have been answered.
  public private(set) var answered = 0

  /// A handler that has answered nothing yet.
  public init() {}

  /// The count that goes into the pong for a ping with `count`.
  public mutating func makePong(count: Int) -> Int {
    answered += 1
    return count
  }
}
