/// Time that passes only when a test says so.
///
/// Deadlines, signs of life and silences of the transports that are made with it come due in an instant, and in the
/// same order each time:
///
/// ```swift
/// let time = VirtualTime()
/// let transport = InMemoryTransport(time: time)
/// …
/// await time.advance(by: .seconds(10))   // four heartbeats of 2.5 s, one after the other, and what they set off
/// ```
public final class VirtualTime: Sendable {
  private struct State {
    var now: ContinuousClock.Instant
    var loops: [WeakLoop] = []
  }

  private struct WeakLoop {
    weak var loop: EventLoop?
  }

  private let state = Locked(State(now: .now))

  /// Time that stands still.
  public init() {}

  /// What time it is.
  public var now: ContinuousClock.Instant { state.withLock { $0.now } }

  /// Lets time pass, from one timer to the next; between two, the loops do all that there is to do.
  ///
  /// Waits for what the loops can do by themselves, handlers included, and not for other threads: what a task of the
  /// test is about to ask must have been asked before, if it is to be late. One caller at a time.
  public func advance(by duration: Duration) async {
    let target = now + duration
    await settle()
    while let next = await nextDeadline(), next <= target {
      move(to: next)
      await settle()
    }
    move(to: target)
    await settle()
  }

  /// Lets time pass to the next timer, and no further than `limit`; then the loops do what there is to do.
  ///
  /// - Returns: false when it was `limit`, and no timer was due.
  package func advance(toNextTimerUntil limit: ContinuousClock.Instant) async -> Bool {
    await settle()
    guard let next = await nextDeadline(), next <= limit else {
      move(to: limit)
      await settle()
      return false
    }
    move(to: next)
    await settle()
    return true
  }

  func attach(_ loop: EventLoop) {
    state.withLock { state in
      state.loops.removeAll { $0.loop == nil }
      state.loops.append(WeakLoop(loop: loop))
    }
  }

  /// Those that have something to do; one that the system has given no thread runs nothing.
  private var loops: [EventLoop] {
    state.withLock { state in state.loops.compactMap(\.loop) }.filter(\.executor.isRunning)
  }

  private func move(to time: ContinuousClock.Instant) {
    state.withLock { $0.now = max($0.now, time) }
  }

  private func settle() async {
    for loop in loops { await loop.settle() }
  }

  private func nextDeadline() async -> ContinuousClock.Instant? {
    var earliest: ContinuousClock.Instant?
    for loop in loops {
      guard let deadline = await loop.nextDeadline() else { continue }
      earliest = earliest.map { min($0, deadline) } ?? deadline
    }
    return earliest
  }
}
