/// Tasks that wait on a loop for something to happen, first come first served.
///
/// Not `Sendable`: it belongs to the loop, and only `EventLoop.suspend` puts tasks into it.
final class WaitList {
  /// Why a task goes on.
  enum Wake {
    case woken, expired, cancelled, stopped
  }

  fileprivate var continuations: [UInt64: CheckedContinuation<Wake, Never>] = [:]
  fileprivate var order: ArraySlice<UInt64> = []
  private(set) var isStopped = false

  /// Whether nobody waits.
  var isEmpty: Bool { continuations.isEmpty }

  /// Lets the task go on that has waited longest.
  ///
  /// - Returns: false when nobody waits.
  @discardableResult
  func wakeOne() -> Bool {
    while let id = order.popFirst() {
      if let continuation = continuations.removeValue(forKey: id) {
        continuation.resume(returning: .woken)
        return true
      }
    }
    return false
  }

  /// Lets every task go on, and every later one at once.
  func stop() {
    isStopped = true
    let waiting = continuations
    continuations = [:]
    order = []
    for continuation in waiting.values { continuation.resume(returning: .stopped) }
  }

  fileprivate func wake(_ id: UInt64, because reason: Wake) {
    guard let continuation = continuations.removeValue(forKey: id) else { return }
    if let place = order.firstIndex(of: id) { order.remove(at: place) }
    continuation.resume(returning: reason)
  }
}

extension EventLoop {
  /// Waits until `list` wakes the caller, the deadline has passed, or the task is cancelled.
  ///
  /// - Parameter isDue: Asked once more when the caller is in the list, so that nothing that happens between
  ///   its last look and this call is missed.
  func suspend(
    in list: WaitList, until deadline: ContinuousClock.Instant? = nil, unless isDue: () -> Bool = { false }
  ) async -> WaitList.Wake {
    lastWait += 1
    let id = lastWait
    defer { cancel(waits.removeValue(forKey: id)?.timer) }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if list.isStopped { return continuation.resume(returning: .stopped) }
        if Task.isCancelled { return continuation.resume(returning: .cancelled) }
        if isDue() { return continuation.resume(returning: .woken) }
        list.continuations[id] = continuation
        list.order.append(id)
        let timer = deadline.map { schedule(at: $0) { list.wake(id, because: .expired) } }
        waits[id] = Wait(list: list, timer: timer)
      }
    } onCancel: {
      Task { await self.cancelWait(id) }
    }
  }

  /// A task that waits, and its timer.
  struct Wait {
    let list: WaitList
    let timer: TimerQueue.ID?
  }

  private func cancelWait(_ id: UInt64) {
    waits[id]?.list.wake(id, because: .cancelled)
  }
}
