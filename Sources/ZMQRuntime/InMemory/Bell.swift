import Dispatch

/// Wakes one sleeping thread; a ring while it is awake is remembered, many as one.
package final class Bell: Sendable {
  private let isRung = Locked(false)
  /// Has one signal for each time that `isRung` becomes true.
  private let signal = DispatchSemaphore(value: 0)

  package init() {}

  /// Ends the `wait` that is under way, or else the next.
  package func ring() {
    let isFirst = isRung.withLock { isRung in
      defer { isRung = true }
      return !isRung
    }
    if isFirst { signal.signal() }
  }

  /// Sleeps until a ring or the deadline, whichever comes first.
  package func wait(until deadline: ContinuousClock.Instant?) {
    let isLate = signal.wait(timeout: deadline.map(Self.time) ?? .distantFuture) == .timedOut
    let wasRung = isRung.withLock { isRung in
      defer { isRung = false }
      return isRung
    }
    // A ring in the very last moment: its signal must not be found by the next `wait`.
    if isLate && wasRung { signal.wait() }
  }

  private static func time(of deadline: ContinuousClock.Instant) -> DispatchTime {
    // Whoever sleeps for a day looks at the clock anew.
    let (seconds, attoseconds) = min(max(deadline - .now, .zero), .seconds(86400)).components
    return .now() + .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
  }
}
