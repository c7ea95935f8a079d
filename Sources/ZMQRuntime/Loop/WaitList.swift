/// Tasks that wait on a loop for something to happen, first come first served.
///
/// Not `Sendable`: it belongs to the loop, and only `EventLoop.suspend` and `rest` put tasks into it.
final class WaitList {
  /// Why a task goes on.
  enum Wake {
    case woken, expired, cancelled, stopped
  }

  private var first: Waiter?
  private unowned var last: Waiter?
  private(set) var isStopped = false

  /// Whether nobody waits.
  var isEmpty: Bool { first == nil }

  /// Lets the task go on that has waited longest.
  ///
  /// - Returns: false when nobody waits.
  @discardableResult
  func wakeOne() -> Bool {
    guard let first else { return false }
    wake(first, because: .woken)
    return true
  }

  /// Lets every task go on that waits now.
  func wakeAll(because reason: Wake = .woken) {
    while let first { wake(first, because: reason) }
  }

  /// Lets every task go on, and every later one at once.
  func stop() {
    isStopped = true
    wakeAll(because: .stopped)
  }

  fileprivate func append(_ waiter: Waiter) {
    waiter.list = self
    waiter.previous = last
    if let last { last.next = waiter } else { first = waiter }
    last = waiter
  }

  fileprivate func wake(_ waiter: Waiter, because reason: Wake) {
    if let previous = waiter.previous { previous.next = waiter.next } else { first = waiter.next }
    if let next = waiter.next { next.previous = waiter.previous } else { last = waiter.previous }
    (waiter.previous, waiter.next, waiter.list) = (nil, nil, nil)
    waiter.reason = reason
    waiter.place.call()
  }
}

/// A task that waits; used again for another when it goes on.
final class Waiter {
  fileprivate let place: ParkingPlace
  /// Where it waits, which must not go before it is woken; nil when it was.
  fileprivate var list: WaitList?
  fileprivate var next: Waiter?
  fileprivate unowned var previous: Waiter?
  /// Why it goes on.
  fileprivate var reason = WaitList.Wake.woken

  fileprivate init(on loop: LoopExecutor) { place = ParkingPlace(on: loop) }

  fileprivate func wake(because reason: WaitList.Wake) { list?.wake(self, because: reason) }
}

extension EventLoop {
  /// Waits until `list` wakes the caller, the deadline has passed, or the task is cancelled.
  ///
  /// - Parameter isDue: Asked once more when the caller is in the list, so that nothing that happens between
  ///   its last look and this call is missed.
  func suspend(
    in list: WaitList, until deadline: ContinuousClock.Instant? = nil, unless isDue: () -> Bool = { false }
  ) async -> WaitList.Wake {
    if list.isStopped { return .stopped }
    if Task.isCancelled { return .cancelled }
    if isDue() { return .woken }
    let waiter = takeWaiter()
    lastWait += 1
    let id = lastWait
    waits[id] = waiter
    list.append(waiter)
    let timer = deadline.map { schedule(at: $0) { waiter.wake(because: .expired) } }
    let place = waiter.place
    await withTaskCancellationHandler {
      await place.wait()
    } onCancel: {
      Task { await self.cancelWait(id) }
    }
    cancel(timer)
    waits[id] = nil
    return giveBack(waiter)
  }

  private func cancelWait(_ id: UInt64) {
    waits[id]?.wake(because: .cancelled)
  }

  /// Waits until `list` wakes the caller, whose task nobody cancels.
  func rest(in list: WaitList) async -> WaitList.Wake {
    if list.isStopped { return .stopped }
    let waiter = takeWaiter()
    list.append(waiter)
    await waiter.place.wait()
    return giveBack(waiter)
  }

  private func takeWaiter() -> Waiter { spareWaiters.popLast() ?? Waiter(on: executor) }

  /// So many are kept for those that wait next.
  private static let spareLimit = 1024

  private func giveBack(_ waiter: Waiter) -> WaitList.Wake {
    if spareWaiters.count < Self.spareLimit { spareWaiters.append(waiter) }
    return waiter.reason
  }
}
