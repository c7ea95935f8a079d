/// One thread that owns every socket of a transport and runs every handler.
///
/// It is an actor whose executor is that thread: "one thread per socket" is then a rule of the compiler
/// and not a comment, and a handler is called without a hop between threads.
public actor EventLoop {
  nonisolated let executor: LoopExecutor
  let reactor: any Reactor
  private var timers = TimerQueue()
  /// Those that may be cancelled.
  var waits: [UInt64: Waiter] = [:]
  var lastWait: UInt64 = 0
  /// To be used again.
  var spareWaiters: [Waiter] = []
  var sockets: [SocketID: SocketDriver] = [:]
  var processes: [ProcessID: ProcessState] = [:]
  /// Closed sockets whose messages are leaving.
  var departures: [Int: WaitList] = [:]
  var streams: [Int: any AnyReplyStream] = [:]
  private var lastID = 0
  /// A test's time, where it is not the system's.
  package nonisolated let time: VirtualTime?
  /// When the turn began that is under way.
  let clock: TurnClock
  /// How often the thread has looked for work: while there is none it must not look.
  @exclusivity(unchecked) private(set) var turns = 0
  /// Whoever goes on in the next turn.
  private let nextTurn = WaitList()
  /// Whoever waits until there is nothing to do.
  private let idlers = WaitList()

  /// The loop's thread.
  ///
  /// A handler that returns is asked for it, message by message, so it is made once.
  public nonisolated let unownedExecutor: UnownedSerialExecutor

  private init(reactor: sending any Reactor, time: VirtualTime?) {
    executor = LoopExecutor(wake: reactor.wake)
    unownedExecutor = executor.asUnownedSerialExecutor()
    self.reactor = reactor
    self.time = time
    clock = TurnClock(time?.now ?? .now)
  }

  /// Starts a loop over a reactor on a thread of its own; it runs until `end()`.
  ///
  /// Where the system has no thread to give, the loop is there all the same, and the first process that is to run on it
  /// asks again, and is told (`ensureThread`).
  ///
  /// - Parameter time: What its timers go by; nil: the system's clock.
  public static func start(over reactor: sending any Reactor, time: VirtualTime? = nil) -> EventLoop {
    let loop = EventLoop(reactor: reactor, time: time)
    time?.attach(loop)
    try? loop.ensureThread()
    return loop
  }

  /// Makes sure that there is a thread, before anything is asked of the loop that would wait for one.
  nonisolated func ensureThread() throws(TransportError) {
    try executor.start { executor in
      // Once and not for each turn: it allocates.
      self.assumeIsolated { loop in
        while executor.runJobs() { loop.turn() }
        loop.finish()
      }
    }
  }

  /// Lets the loop's thread end when nothing is left to run.
  public nonisolated func end() {
    executor.end()
  }

  /// What is due, then whatever the reactor has, then sleep.
  private func turn() {
    turns += 1
    if time != nil { clock.time = now }
    while let action = timers.takeDue(at: clock.time) { action() }
    var hasLooked = false
    if executor.hasWork || !nextTurn.isEmpty {
      hasLooked = reactor.wait(until: time == nil ? clock.time : .now)
    } else if !idlers.isEmpty, !reactor.hasWork {
      idlers.wakeAll()
    } else {
      // Virtual time does not pass while the thread sleeps: whoever moves it wakes the loop.
      hasLooked = reactor.wait(until: time == nil ? timers.nextDeadline() : nil)
    }
    clock.time = now
    if hasLooked { clock.looked = clock.moment }
    nextTurn.wakeAll()
  }

  private func finish() {
    nextTurn.wakeAll()
    idlers.wakeAll()
    reactor.shutDown()
  }

  /// Lets timers and other sockets have their turn.
  ///
  /// `Task.yield()` would go on by way of the pool's threads.
  func yield() async {
    guard executor.isRunning else { return }
    _ = await rest(in: nextTurn)
  }

  /// What time it is for everything on this loop.
  var now: ContinuousClock.Instant { time?.now ?? .now }

  /// Waits until the loop has nothing to do before its next timer: no job, no message that a socket would report.
  package func settle() async {
    guard executor.isRunning else { return }
    _ = await rest(in: idlers)
  }

  /// When its next timer is due.
  func nextDeadline() -> ContinuousClock.Instant? { timers.nextDeadline() }

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
