import ZMQWire

/// Where a message came from: the last argument of every handler method, the same type for every socket
/// type, so that changing REP to ROUTER in the protocol file changes no line of yours.
public struct Origin: Sendable {
  /// The peer's routing id; nil where ZeroMQ tells none (SUB, PULL, PAIR, DEALER).
  ///
  /// Where a REP receives it, the id is known as well, because a ROUTER stands in for it.
  public var routingID: RoutingID?
  /// The further routing ids of the envelope of a message that has come through proxies, the nearest first.
  public var furtherIDs: [RoutingID]
  /// Frame 0 of a published message; nil where there is no topic.
  public var topic: String?
  /// `Process.socket` of the receiving side, as in the protocol file.
  public var socket: String

  /// An origin; for calling a handler in a test, all of it may be left out.
  public init(
    routingID: RoutingID? = nil, furtherIDs: [RoutingID] = [], topic: String? = nil, socket: String = ""
  ) {
    self.routingID = routingID
    self.furtherIDs = furtherIDs
    self.topic = topic
    self.socket = socket
  }

  /// The way back to whoever has sent the message, for what is sent to it through the same proxies later.
  public var route: Route { Route((routingID.map { [$0] } ?? []) + furtherIDs) }
}
