#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The executor of an `EventLoop`: one thread that runs the loop's jobs in the order in which they came.
///
/// It is not a `TaskExecutor` on purpose. A task that prefers an executor must be enqueued anew at each
/// switch between "prefers it" and "is isolated to it"; handlers are isolated to the loop and never
/// switch.
public final class LoopExecutor: SerialExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isEnding = false
    var thread: ThreadID?
  }

  private let queue = Locked(Queue())
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Adds a job, and wakes the thread if it may be asleep.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isAsleep = queue.withLock { queue in
      queue.jobs.append(job)
      // With more than one job somebody has woken it already, and the thread itself is awake.
      return queue.jobs.count == 1 && queue.thread != ThreadID.current
    }
    if isAsleep { wake() }
  }

  /// What the runtime checks when isolation is asserted rather than proved by the compiler.
  public func checkIsolated() {
    precondition(isCurrentThread, "this must run on the event loop that owns the socket")
  }

  /// Whether the caller runs on the loop's thread.
  var isCurrentThread: Bool { queue.withLock { $0.thread == ThreadID.current } }

  /// Whether jobs are waiting.
  var hasJobs: Bool { queue.withLock { !$0.jobs.isEmpty || $0.isEnding } }

  /// Runs what is queued, not what is added meanwhile.
  ///
  /// - Returns: false when the loop is to end and nothing is left to run.
  func runJobs() -> Bool {
    let (jobs, ends) = queue.withLock { queue in
      let jobs = queue.jobs
      queue.jobs.removeAll(keepingCapacity: true)
      return (jobs, queue.isEnding)
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    return !(ends && jobs.isEmpty)
  }

  /// Lets the thread end as soon as its queue is empty.
  func end() {
    queue.withLock { $0.isEnding = true }
    wake()
  }

  /// Starts the thread, which calls `turn` whenever it has run its jobs and `finish` at its end.
  func start(turn: @escaping @Sendable () -> Void, finish: @escaping @Sendable () -> Void) {
    Thread.start {
      self.queue.withLock { $0.thread = ThreadID.current }
      while self.runJobs() { turn() }
      finish()
    }
  }
}
