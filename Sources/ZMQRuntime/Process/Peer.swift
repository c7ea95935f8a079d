import ZMQWire

/// A peer of a ROUTER, as far as it has been heard.
///
/// A peer is known from its first message on. It is known to be lost when its connection ends (over tcp and ipc, and in
/// memory; libzmq tells nothing of `inproc`), when a message cannot be sent to it, or when it has been silent for as long
/// as the protocol allows (`silence`).
public struct Peer: Sendable, Equatable {
  /// The id by which it is addressed; one that libzmq has made up is another after each connection.
  public let routingID: RoutingID
  /// When its first message came.
  public let firstSeen: ContinuousClock.Instant
  /// When its last message came.
  public let lastSeen: ContinuousClock.Instant
  /// Whether it is there, as far as anybody can tell.
  public let isPresent: Bool
  /// How often it came back after it was lost or silent, or on another connection: it was restarted, or could not be
  /// reached for a while.
  public let returns: Int

  init(_ entry: PeerTable.Entry) {
    routingID = entry.routingID
    firstSeen = entry.firstSeen.instant
    lastSeen = entry.lastSeen.instant
    isPresent = !entry.isLost && !entry.isSilent
    returns = entry.returns
  }
}
