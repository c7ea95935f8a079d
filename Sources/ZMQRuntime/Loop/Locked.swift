#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A value that several threads reach, one at a time.
///
/// A pthread mutex and not `Synchronization.Mutex`: ThreadSanitizer reports false races on the latter on
/// Linux, and the runtime's tests must be clean under it.
package final class Locked<Value>: @unchecked Sendable {
  // Sendable, which a C mutex cannot be by itself: `value` is only touched between lock and unlock, and crosses threads
  // only by `sending`.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` while no other thread is in here. Never call back into the same lock from it.
  package func withLock<Result, Failure: Error>(_ body: (inout sending Value) throws(Failure) -> sending Result)
    throws(Failure) -> sending Result
  {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
