/// The way to a peer behind proxies: the routing ids that the ROUTERs on it take off, the nearest first.
///
/// ```
/// Worker (DEALER) → DEALER ~ ROUTER → Client             [client]
/// Manager (ROUTER) → DEALER ~ ROUTER → Agent             [relay, agent]
/// ```
///
/// A message that has come the same way tells the way back: `Origin.route`. Where the protocol sets routing ids, a
/// program can put one together: `[RoutingID(text: "relay"), RoutingID(text: "agent-7")]`. Nobody but the first ROUTER
/// can say that it knows no such peer; the others drop the message.
public struct Route: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// The ids, in the order in which they stand in the frames.
  public var routingIDs: [RoutingID]

  /// The way by these ids.
  public init(_ routingIDs: [RoutingID]) { self.routingIDs = routingIDs }

  /// The way by these ids.
  public init(arrayLiteral routingIDs: RoutingID...) { self.init(routingIDs) }
}

extension Route: CustomStringConvertible {
  /// `relay/agent-7`
  public var description: String { routingIDs.map(\.description).joined(separator: "/") }
}

extension FrameWriter {
  /// Adds a frame for each id of a route.
  ///
  /// - Parameter counts: How many ids lead to such a message's receiver: one for each ROUTER that sends it on.
  /// - Throws: `UnencodableValue` where the route has another number of ids, or one that is empty: a ROUTER would take
  ///   a frame of the body for an id, or the end of the envelope.
  public mutating func route(_ route: Route, of counts: Int...) throws(UnencodableValue) {
    let ids = route.routingIDs
    guard counts.contains(ids.count) else {
      throw UnencodableValue(
        "route", "\(ids.count) routing ids", expected: counts.map { "\($0)" }.joined(separator: " or "))
    }
    for id in ids {
      let bytes = id.bytes
      guard !bytes.isEmpty else { throw UnencodableValue("route", "an empty routing id", expected: "1 to 255 bytes") }
      frame(bytes)
    }
  }
}
