import ZMQWire

/// Where a message came from: the last argument of every handler method, the same type for every socket
/// type, so that changing REP to ROUTER in the protocol file changes no line of yours.
public struct Origin: Sendable {
  /// The peer's routing id; nil where ZeroMQ tells none (SUB, PULL, PAIR, DEALER).
  ///
  /// Where a REP receives it, the id is known as well, because a ROUTER stands in for it.
  public var routingID: RoutingID?
  /// Frame 0 of a published message; nil where there is no topic.
  public var topic: String?
  /// `Process.socket` of the receiving side, as in the protocol file.
  public var socket: String

  /// An origin; for calling a handler in a test, all of it may be left out.
  public init(routingID: RoutingID? = nil, topic: String? = nil, socket: String = "") {
    self.routingID = routingID
    self.topic = topic
    self.socket = socket
  }
}
