#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Wakes one sleeping thread; a ring while it is awake is remembered.
final class Bell: @unchecked Sendable {
  // Sendable because `isRung` is only touched under the mutex.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var isRung = false

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Ends the `wait` that is under way, or else the next.
  func ring() {
    pthread_mutex_lock(mutex)
    isRung = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Sleeps until a ring or the deadline, whichever comes first.
  func wait(until deadline: ContinuousClock.Instant?) {
    pthread_mutex_lock(mutex)
    defer {
      isRung = false
      pthread_mutex_unlock(mutex)
    }
    while !isRung {
      guard let deadline else {
        pthread_cond_wait(condition, mutex)
        continue
      }
      let remaining = deadline - ContinuousClock.now
      guard remaining > .zero else { return }
      // The condition counts by the wall clock; a wait cut short or drawn out by a change of it is looked at anew.
      var until = timespec()
      clock_gettime(CLOCK_REALTIME, &until)
      let (seconds, attoseconds) = min(remaining, .seconds(1)).components
      let nanoseconds = Int(until.tv_nsec) + Int(attoseconds / 1_000_000_000)
      until.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
      until.tv_nsec = nanoseconds % 1_000_000_000
      pthread_cond_timedwait(condition, mutex, &until)
    }
  }
}
