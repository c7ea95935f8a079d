import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a PongProc does with pings: it answers each with its own count, until it hangs.
final class PongLogic {
  private let hangsAfter: Int
  private var pings = 0

  init(hangsAfter: Int) {
    self.hangsAfter = hangsAfter
  }

  func answer(_ count: Int) -> Int {
    if pings == hangsAfter { hang() }
    pings += 1
    return count
  }

  func plzdiekthxbye(origin: Origin) {}

  /// Never returns, and says when the first signal to stop has been taken.
  private func hang() -> Never {
    say("hanging")
    while isTrapped(SIGINT) || isTrapped(SIGTERM) { usleep(1000) }
    say("signals are the system's again")
    while true { pause() }
  }

  /// Whether a signal does something else than what the system does with it.
  private func isTrapped(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
      return action.__sigaction_u.__sa_handler != nil
    #else
      return action.__sigaction_handler.sa_handler != nil
    #endif
  }
}
