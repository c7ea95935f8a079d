import ZMQWire

/// Where a message came from: the last argument of every handler method, the same type for every socket
/// type, so that changing REP to ROUTER in the protocol file changes no line of yours.
@frozen public struct Origin: Sendable {
  /// The peer's routing id; nil where ZeroMQ tells none (SUB, PULL, PAIR, DEALER).
  ///
  /// Where a REP receives it, the id is known as well, because a ROUTER stands in for it.
  public var routingID: RoutingID?
  // What most messages of a socket have in common is in one place: an origin is copied on its way to the handler.
  @usableFromInline var rest: Rest

  @usableFromInline final class Rest: Sendable {
    let furtherIDs: [RoutingID]
    let topic: String?
    let socket: String

    init(furtherIDs: [RoutingID] = [], topic: String? = nil, socket: String) {
      self.furtherIDs = furtherIDs
      self.topic = topic
      self.socket = socket
    }
  }

  init(routingID: RoutingID?, rest: Rest) {
    self.routingID = routingID
    self.rest = rest
  }

  /// An origin; for calling a handler in a test, all of it may be left out.
  public init(
    routingID: RoutingID? = nil, furtherIDs: [RoutingID] = [], topic: String? = nil, socket: String = ""
  ) {
    self.init(routingID: routingID, rest: Rest(furtherIDs: furtherIDs, topic: topic, socket: socket))
  }

  /// The further routing ids of the envelope of a message that has come through proxies, the nearest first.
  public var furtherIDs: [RoutingID] {
    get { rest.furtherIDs }
    set { rest = Rest(furtherIDs: newValue, topic: topic, socket: socket) }
  }

  /// Frame 0 of a published message; nil where there is no topic.
  public var topic: String? {
    get { rest.topic }
    set { rest = Rest(furtherIDs: furtherIDs, topic: newValue, socket: socket) }
  }

  /// `Process.socket` of the receiving side, as in the protocol file.
  public var socket: String {
    get { rest.socket }
    set { rest = Rest(furtherIDs: furtherIDs, topic: topic, socket: newValue) }
  }

  /// The way back to whoever has sent the message, for what is sent to it through the same proxies later.
  public var route: Route { Route((routingID.map { [$0] } ?? []) + furtherIDs) }
}
