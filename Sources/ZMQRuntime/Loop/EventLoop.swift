/// One thread that owns every socket of a transport and runs every handler.
///
/// It is an actor whose executor is that thread: "one thread per socket" is then a rule of the compiler
/// and not a comment, and a handler is called without a hop between threads.
public actor EventLoop {
  nonisolated let executor: LoopExecutor
  let reactor: any Reactor
  private var timers = TimerQueue()
  var waits: [UInt64: Wait] = [:]
  var lastWait: UInt64 = 0
  var sockets: [SocketID: SocketDriver] = [:]
  var processes: [ProcessID: ProcessState] = [:]
  var streams: [Int: any AnyReplyStream] = [:]
  private var lastID = 0

  /// The loop's thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private init(reactor: sending any Reactor) {
    executor = LoopExecutor(wake: reactor.wake)
    self.reactor = reactor
  }

  /// Starts a loop over a reactor on a thread of its own; it runs until `end()`.
  public static func start(over reactor: sending any Reactor) -> EventLoop {
    let loop = EventLoop(reactor: reactor)
    loop.executor.start(
      turn: { loop.assumeIsolated { $0.turn() } },
      finish: { loop.assumeIsolated { $0.reactor.shutDown() } })
    return loop
  }

  /// Lets the loop's thread end when nothing is left to run.
  public nonisolated func end() {
    executor.end()
  }

  /// What is due, then whatever the reactor has, then sleep.
  private func turn() {
    let now = ContinuousClock.now
    while let action = timers.takeDue(at: now) { action() }
    reactor.wait(until: executor.hasWork ? now : timers.nextDeadline())
  }

  func schedule(at deadline: ContinuousClock.Instant, _ action: @escaping () -> Void) -> TimerQueue.ID {
    timers.add(at: deadline, action)
  }

  func cancel(_ timer: TimerQueue.ID?) {
    if let timer { timers.cancel(timer) }
  }

  /// A number that no other socket or process of this loop has.
  func nextID() -> Int {
    lastID += 1
    return lastID
  }
}
