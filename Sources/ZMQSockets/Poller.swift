import ZMQRuntime

/// How the reactor's thread sleeps once it has file descriptors.
protocol Poller: AnyObject {
  /// Ends the `wait` under way, or else the next one; callable from every thread.
  var wake: @Sendable () -> Void { get }
  /// Watches a socket from now on.
  func add(_ socket: ZMQSocket) throws(TransportError)
  /// Watches a socket no longer.
  func remove(_ socket: ZMQSocket)
  /// Sleeps until something is ready, `wake` is called, or the deadline has passed, and reports the `ZMQ_FD`
  /// of each socket that may be ready.
  func wait(until deadline: ContinuousClock.Instant?, ready: (Int32) -> Void)
  /// Gives its file descriptors back.
  func close()
}

/// Milliseconds until a deadline, rounded up so that a timer is due when the sleep ends; -1: no deadline.
func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
  guard let deadline else { return -1 }
  let remaining = deadline - ContinuousClock.now
  guard remaining > .zero else { return 0 }
  let (seconds, attoseconds) = remaining.components
  let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
  let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  return overflow ? Int32.max : Int32(clamping: whole + rest)
}
