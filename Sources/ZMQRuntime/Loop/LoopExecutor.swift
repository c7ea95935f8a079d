import Dispatch

/// The executor of an `EventLoop`: one thread that runs the loop's jobs in the order in which they came.
///
/// It is not a `TaskExecutor` on purpose. A task that prefers an executor must be enqueued anew at each
/// switch between "prefers it" and "is isolated to it"; handlers are isolated to the loop and never
/// switch.
public final class LoopExecutor: SerialExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    // Those that are being run: the two arrays take turns, so that their memory is used again.
    var running: [UnownedJob] = []
    var thread: ThreadID?
    var phase = Phase.unstarted
  }

  /// The life of the loop's thread.
  private enum Phase {
    /// It has not begun, or the system had none to give; jobs wait for it.
    case unstarted
    case running
    /// It ends as soon as its queue is empty.
    case ending
    /// It has ended and its reactor is shut down; jobs that still come run on Dispatch's threads, one at a time, so that
    /// nobody waits for ever for an answer from a loop that is no more. Where the system has no further thread, Dispatch
    /// tries again until it has.
    case ended
  }

  private let queue = Locked(Queue())
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Adds a job, and wakes the thread if it may be asleep.
  public func enqueue(_ job: consuming ExecutorJob) { append(UnownedJob(job)) }

  /// The same for a job that another executor was given.
  func append(_ job: UnownedJob) {
    queue.withLock { queue in
      queue.jobs.append(job)
      // With more than one job somebody has woken the thread already; the thread itself is awake.
      guard queue.jobs.count == 1, queue.thread != ThreadID.current else { return }
      // Within the lock: the thread cannot end, and give back what wakes it, before this returns.
      switch queue.phase {
      case .unstarted: break
      case .running, .ending: wake()
      case .ended: startAfterlife(in: &queue)
      }
    }
  }

  private func startAfterlife(in queue: inout Queue) {
    // While one of these runs, `thread` is not nil and keeps others from starting.
    guard queue.thread == nil else { return }
    queue.thread = .starting
    DispatchQueue.global().async {
      self.queue.withLock { $0.thread = ThreadID.current }
      while self.runJobs() {}
    }
  }

  /// What the runtime checks when isolation is asserted rather than proved by the compiler.
  public func checkIsolated() {
    precondition(isCurrentThread, "this must run on the event loop that owns the socket")
  }

  /// Whether the caller runs on the loop's thread.
  var isCurrentThread: Bool { queue.withLock { $0.thread == ThreadID.current } }

  /// Whether there is something to do before the thread may sleep.
  var hasWork: Bool { queue.withLock { !$0.jobs.isEmpty || $0.phase != .running } }

  /// Whether the thread goes on when it has run what is queued.
  var isRunning: Bool { queue.withLock { $0.phase == .running } }

  /// Runs what is queued, not what is added meanwhile.
  ///
  /// - Returns: false when the thread is to end: nothing is queued, and nothing will be for it.
  func runJobs() -> Bool {
    let (jobs, goesOn) = queue.withLock { queue in
      queue.running.removeAll(keepingCapacity: true)
      swap(&queue.jobs, &queue.running)
      let jobs = queue.running
      let goesOn = queue.phase == .running || !jobs.isEmpty
      if !goesOn {
        // An afterlife's thread leaves at once; the loop's own still has its reactor to shut down.
        if queue.phase == .ended { queue.thread = nil }
        queue.phase = .ended
      }
      return (jobs, goesOn)
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    return goesOn
  }

  /// Lets the thread end as soon as its queue is empty.
  func end() {
    queue.withLock { queue in
      switch queue.phase {
      case .running:
        queue.phase = .ending
        wake()
      case .unstarted:
        queue.phase = .ended
        if !queue.jobs.isEmpty { startAfterlife(in: &queue) }
      case .ending, .ended: break
      }
    }
  }

  /// Starts the thread, on which `live` is to call `runJobs` until that tells it to end; does nothing where it has been
  /// started before.
  ///
  /// - Throws: Where the system gives no further thread. The next call tries again.
  func start(_ live: @escaping @Sendable (LoopExecutor) -> Void) throws(TransportError) {
    try queue.withLock { queue throws(TransportError) in
      guard queue.phase == .unstarted else { return }
      try SystemThread { self.run(live) }.detach()
      queue.phase = .running
    }
  }

  private func run(_ live: (LoopExecutor) -> Void) {
    queue.withLock { $0.thread = ThreadID.current }
    live(self)
    queue.withLock { queue in
      queue.thread = nil
      if !queue.jobs.isEmpty { startAfterlife(in: &queue) }
    }
  }
}
