import Dispatch
import ZMQRuntime

/// Threads that this program could still start.
///
/// Where libzmq cannot start those of a context, it ends the program instead of saying so (`posix_assert` in thread.cpp).
/// So it is tried before.
enum SpareThreads {
  /// Makes sure that there are so many: they are started all together, and have ended when this returns.
  ///
  /// - Throws: `TransportError` with what the system says.
  static func demand(_ count: Int) throws(TransportError) {
    let gate = DispatchSemaphore(value: 0)
    var started: [SystemThread] = []
    defer {
      for _ in started { gate.signal() }
      for thread in started { thread.join() }
    }
    while started.count < count { started.append(try SystemThread { gate.wait() }) }
  }
}
