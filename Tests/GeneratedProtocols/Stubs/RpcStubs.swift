// The handlers of rpc.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Callee does with what its ROUTER `clients` receives.
final class CalleeClients: Rpc.Callee.ClientsHandler {
  /// The message `draw`.
  func draw(shape: Rpc.Shape, times: Int, origin: Origin) throws -> Rpc.DrawReply {
    throw Unwritten("draw")
  }
}

/// What Callee does with what its PULL `notes` receives.
final class CalleeNotes: Rpc.Callee.NotesHandler {
  /// The message `everything`.
  func everything(
    bool: Bool, int: Int, small: Int8, large: UInt64, float: Double, half: Float, string: String, bytes: [UInt8],
    uuid: UUIDValue, timestamp: Timestamp, duration: Duration, json: JSONValue, routingId: RoutingID, empty: Empty,
    list: [Int16], blobs: [[UInt8]], map: [String: Rpc.Point], deep: [[String: [UInt8]]]?, colour: Rpc.Colour,
    bag: Rpc.Bag?, more: [String: JSONValue], origin: Origin
  ) throws {
    throw Unwritten("everything")
  }

  /// The message `nothing`.
  func nothing(more: [String: JSONValue], origin: Origin) throws {
    throw Unwritten("nothing")
  }

  /// The message `line`.
  func line(level: UInt8, words: [String], origin: Origin) throws {
    throw Unwritten("line")
  }

  /// The message `mark`.
  func mark(origin: Origin) throws {
    throw Unwritten("mark")
  }

  /// The message `move`.
  func move(to: Rpc.Point, by: String?, slowly: Bool?, steps: Int, origin: Origin) throws {
    throw Unwritten("move")
  }

  /// The message `stop`.
  func stop(origin: Origin) throws {
    throw Unwritten("stop")
  }

  /// The message `parts`.
  func parts(blobs: [String: [UInt8]], origin: Origin) throws {
    throw Unwritten("parts")
  }
}
