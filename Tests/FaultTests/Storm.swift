import Foundation
import Programs

/// A signal every millisecond, from a thread of its own.
final class Storm: @unchecked Sendable {
  // Sendable because everything is only touched under the lock.
  private let lock = NSLock()
  private let ended = DispatchSemaphore(value: 0)
  private var isOver = false
  private var count = 0

  init(at program: Program) {
    Thread.detachNewThread { [self] in
      let timer = DispatchSemaphore(value: 0)
      while !lock.withLock({ isOver }) {
        program.send(SIGUSR1)
        lock.withLock { count += 1 }
        _ = timer.wait(timeout: .now() + .milliseconds(1))
      }
      ended.signal()
    }
  }

  /// Ends it, and tells how many there were.
  func end() -> Int {
    lock.withLock { isOver = true }
    ended.wait()
    return lock.withLock { count }
  }
}
