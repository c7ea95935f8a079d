import PingPongProtocol
import PongLogic
import ZMQRuntime

/// The second tier: from messages to calls, and from results to replies. Decoding, dispatch and errors are generated.
final class RepStreamHandler: PingPong.PongProc.PingsHandler {
  private var pingHandler = PingHandler()

  func ping(count: Int, origin: Origin) -> PingPong.Pong {
    say("Pong got request: ping \(count)")
    return PingPong.Pong(count: pingHandler.makePong(count: count))
  }

  func plzdiekthxbye(origin: Origin) {
    // The protocol file says `final: PongProc`: the process ends when this returns.
  }
}
