// The handlers of zre.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Node does with what its ROUTER `inbox` receives.
final class NodeInbox: Zre.Node.InboxHandler {
  /// Here I am; the first message on every connection.
  func hello(
    endpoint: String, groups: [String], status: UInt8, name: String, headers: [String: String], origin: Origin
  ) throws {
    throw Unwritten("hello")
  }

  /// I am.
  func pingOk(origin: Origin) throws {
    throw Unwritten("ping-ok")
  }

  /// Nothing was heard for 30s.
  func silent(peer: RoutingID) throws {
    throw Unwritten("silence")
  }
}

/// What Peer does with what its ROUTER `inbox` receives.
final class PeerInbox: Zre.Peer.InboxHandler {
  /// Here I am; the first message on every connection.
  func hello(
    endpoint: String, groups: [String], status: UInt8, name: String, headers: [String: String], origin: Origin
  ) throws {
    throw Unwritten("hello")
  }

  /// For you alone.
  func whisper(content: [[UInt8]], origin: Origin) throws {
    throw Unwritten("whisper")
  }

  /// For everybody in the group; sent to each of them.
  func shout(group: String, content: [[UInt8]], origin: Origin) throws {
    throw Unwritten("shout")
  }

  /// I have joined a group.
  func join(group: String, status: UInt8, origin: Origin) throws {
    throw Unwritten("join")
  }

  /// I have left a group.
  func leave(group: String, status: UInt8, origin: Origin) throws {
    throw Unwritten("leave")
  }

  /// You have been silent for long. Are you there?
  func ping(origin: Origin) throws {
    throw Unwritten("ping")
  }

  /// Nothing was heard for 30s.
  func silent(peer: RoutingID) throws {
    throw Unwritten("silence")
  }
}
