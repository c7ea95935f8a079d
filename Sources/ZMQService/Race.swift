import ZMQRuntime

/// What comes first: the end of the work, or the end of its time.
final class Race: Sendable {
  private struct State {
    var outcome: Result<Void, any Error>?
    var waiting: CheckedContinuation<Void, any Error>?
    var processes: [RunningProcess] = []
  }

  private let state = Locked(State())

  func note(_ process: RunningProcess) {
    state.withLock { $0.processes.append(process) }
  }

  var processes: [RunningProcess] { state.withLock { $0.processes } }

  /// The first call counts.
  func end(_ outcome: Result<Void, any Error>) {
    let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      if state.outcome != nil { return nil }
      state.outcome = outcome
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(with: outcome)
  }

  /// Waits for it.
  func outcome() async throws {
    try await withCheckedThrowingContinuation { continuation in
      let outcome = state.withLock { state in
        if state.outcome == nil { state.waiting = continuation }
        return state.outcome
      }
      if let outcome { continuation.resume(with: outcome) }
    }
  }
}
