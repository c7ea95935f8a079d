// The handlers of ping-pong.yaml, to be filled in: zmqspec does not write this file again.

import ZMQRuntime
import ZMQWire

/// What PongProc does with what its REP `pings` receives.
final class PongProcPings: PingPong.PongProc.PingsHandler {
  /// The message `ping`.
  func ping(count: Int, origin: Origin) throws -> PingPong.Pong {
    throw Unwritten("ping")
  }

  /// The message `plzdiekthxbye`.
  func plzdiekthxbye(origin: Origin) throws {
    throw Unwritten("plzdiekthxbye")
  }
}
