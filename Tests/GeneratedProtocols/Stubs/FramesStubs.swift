// The handlers of frames.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Receiver does with what its ROUTER `in` receives.
final class ReceiverIn: Frames.Receiver.InHandler {
  /// The message `plain`.
  func plain(count: Int, offset: Int32, blob: [UInt8], origin: Origin) throws {
    throw Unwritten("plain")
  }

  /// The message `scalars`.
  func scalars(
    text: String, small: UInt8, wide: Int, id: UUIDValue, at: Timestamp, peer: RoutingID, gap: Empty,
    colour: Frames.Colour, ratio: Double, origin: Origin
  ) throws {
    throw Unwritten("scalars")
  }

  /// The message `open-ended`.
  func openEnded(first: String, priority: Int, rest: [[UInt8]], origin: Origin) throws {
    throw Unwritten("open-ended")
  }

  /// The message `packed`.
  func packed(
    name: String, size: UInt64, groups: [String], headers: [String: String], key: [UInt8], rest: [String],
    origin: Origin
  ) throws {
    throw Unwritten("packed")
  }

  /// The message `sum`.
  func sum(numbers: [Int], origin: Origin) throws {
    throw Unwritten("sum")
  }

  /// The message `draw`.
  func draw(shape: Frames.Shape, colour: Frames.Colour, origin: Origin) throws {
    throw Unwritten("draw")
  }

  /// The message `clear`.
  func clear(origin: Origin) throws {
    throw Unwritten("clear")
  }

  /// The message `grow`.
  func grow(by: Double, why: String?, origin: Origin) throws {
    throw Unwritten("grow")
  }

  /// The message `with-map`.
  func withMap(scale: Double, entries: [String: Int], names: [String], origin: Origin) throws {
    throw Unwritten("with-map")
  }

  /// The message `pieces`.
  func pieces(blobs: [String: [UInt8]], origin: Origin) throws {
    throw Unwritten("pieces")
  }

  /// The message `peers`.
  func peers(ids: [String: RoutingID], origin: Origin) throws {
    throw Unwritten("peers")
  }

  /// The message `limited`.
  func limited(limits: Frames.Limits, shapes: [Frames.Shape], origin: Origin) throws {
    throw Unwritten("limited")
  }

  /// The message `letter`.
  func letter(subject: String, header: Frames.Point, attachments: [[UInt8]], origin: Origin) throws {
    throw Unwritten("letter")
  }

  /// The message `one`.
  func one(text: String, origin: Origin) throws {
    throw Unwritten("one")
  }

  /// The message `two`.
  func two(text: String, origin: Origin) throws {
    throw Unwritten("two")
  }

  /// The message `painted`.
  func painted(state: Frames.State, before: Frames.State, coats: UInt8, origin: Origin) throws {
    throw Unwritten("painted")
  }

  /// The message `move`.
  func move(x: Int, y: Int, speed: Double?, origin: Origin) throws -> Frames.Moved {
    throw Unwritten("move")
  }
}
