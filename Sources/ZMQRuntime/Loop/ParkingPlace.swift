/// A place where one task of a loop waits until the loop calls it.
///
/// Not a continuation: a task that has waited for one goes on by way of the pool, so that two other threads must wake up
/// before it is back on its loop. A parking place is an executor that keeps the job which it is given. Called, the job
/// runs on the loop, and the task goes on there at once.
actor ParkingPlace: SerialExecutor {
  private enum State {
    case empty
    case parked(UnownedJob)
    /// Called before the task has come.
    case called
  }

  private nonisolated let state = Locked(State.empty)
  private nonisolated let loop: LoopExecutor
  private var visits = 0

  init(on loop: LoopExecutor) { self.loop = loop }

  nonisolated var unownedExecutor: UnownedSerialExecutor { asUnownedSerialExecutor() }

  /// Keeps the job.
  nonisolated func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isCalled = state.withLock { state in
      if case .called = state {
        state = .empty
        return true
      }
      state = .parked(job)
      return false
    }
    if isCalled { loop.append(job) }
  }

  /// Lets the task go on that waits here, or is about to.
  nonisolated func call() {
    let parked: UnownedJob? = state.withLock { state in
      if case .parked(let job) = state {
        state = .empty
        return job
      }
      state = .called
      return nil
    }
    if let parked { loop.append(parked) }
  }

  /// Waits until the place is called; one task at a time.
  ///
  /// It must do something: the optimizer leaves out a change of executors behind which nothing happens.
  @inline(never)
  func wait() { visits &+= 1 }
}
