// The handlers of names.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Transport does with what its SUB `float` receives.
final class TransportFloat: Names.Transport.FloatHandler {
  /// The message `float`.
  func float(string: String, float: Double, origin: Origin) throws {
    throw Unwritten("float")
  }
}

/// What Socket does with what its ROUTER `string` receives.
final class SocketString: Names.Socket.StringHandler {
  /// The message `string`.
  func string(string: String, int: Int, frames: Names.Frames?, origin: Origin) throws -> Names.StringReply {
    throw Unwritten("string")
  }

  /// The message `sendable`.
  nonisolated(nonsending) func sendable(
    value: Names.JSONValue, map: [String: Names.Timestamp], double: Float?, origin: Origin,
    send: SendElement<Names.Hashable>
  ) async throws -> Names.Optional {
    throw Unwritten("sendable")
  }

  /// The message `replies`.
  func replies(uuid: UUIDValue, id: RoutingID?, origin: Origin) throws {
    throw Unwritten("replies")
  }

  /// The message `origin`.
  func origin(origin: String, rest: [Names.Duration], origin_: Origin) throws {
    throw Unwritten("origin")
  }
}

/// What Swiftly does with what its REP `value` receives.
final class SwiftlyValue: Names.Swiftly.ValueHandler {
  /// The message `result`.
  func result(origin: Origin) throws -> Names.ResultReply {
    throw Unwritten("result")
  }
}

/// What Press does with what its PULL `frame` receives.
final class PressFrame: Names.Press.FrameHandler_ {
  /// The message `words`.
  func words(self_: Names.Sheet, `await`: String, hashValue_: Names.Word, origin: Origin) throws {
    throw Unwritten("words")
  }
}
