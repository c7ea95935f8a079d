// The handlers of gauges.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What Board does with what its ROUTER `gauges` receives.
final class BoardGauges: Gauges.Board.GaugesHandler {
  /// The message `measured`.
  func measured(_ measured: Gauges.Measured.View, in frame: Span<UInt8>, origin: Origin) throws -> Gauges.Noted {
    throw Unwritten("measured")
  }

  /// The message `replay`.
  nonisolated(nonsending) func replay(
    _ replay: Gauges.Replay.View, in frame: Span<UInt8>, origin: Origin, send: SendElement<Gauges.Line>
  ) async throws -> Gauges.Replayed {
    throw Unwritten("replay")
  }

  /// The message `dump`.
  func dump(data: [UInt8], origin: Origin) throws {
    throw Unwritten("dump")
  }

  /// Gets what is malformed, unknown or out of turn, and whatever another method has thrown for.
  func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) throws {
    throw reason
  }
}

/// What Board does with what its PULL `lines` receives.
final class BoardLines: Gauges.Board.LinesHandler {
  /// The message `tick`.
  func tick(_ tick: Gauges.Tick.View, in frame: Span<UInt8>, origin: Origin) throws {
    throw Unwritten("tick")
  }

  /// The message `quiet`.
  func quiet(_ quiet: Gauges.Quiet.View, in frame: Span<UInt8>, origin: Origin) throws {
    throw Unwritten("quiet")
  }
}
