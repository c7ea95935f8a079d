import Foundation

/// What a program has done so far.
struct State {
  /// Lines, and how many of them a test has taken.
  struct Lines {
    private(set) var all: [String] = []
    private var taken = 0
    /// Whether no more will come.
    private(set) var isComplete = false

    mutating func append(_ line: String?) {
      if let line { all.append(line) } else { isComplete = true }
    }

    mutating func takeNext() -> String? {
      guard taken < all.count else { return nil }
      taken += 1
      return all[taken - 1]
    }
  }

  var output = Lines()
  var errors = Lines()
  var end: Program.End?
  /// How often something was added.
  fileprivate(set) var changes = 0
}

/// A `State` that threads add to and tasks wait for.
final class History: @unchecked Sendable {
  // Sendable because everything is only touched under the lock.
  private let lock = NSLock()
  private var state = State()
  private var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
  private var lastID = 0

  /// Looks at the state, and may take lines from it.
  func look<Value>(_ look: (inout State) -> Value) -> Value {
    lock.withLock { look(&state) }
  }

  /// Adds to the state; those who wait look again.
  func add(_ change: (inout State) -> Void) {
    let waiters = lock.withLock {
      change(&state)
      state.changes += 1
      defer { waiting = [:] }
      return waiting
    }
    for waiter in waiters.values { waiter.resume(returning: true) }
  }

  /// Waits until there are more than `seen` changes.
  ///
  /// - Returns: false when the deadline has passed before.
  func change(after seen: Int, before deadline: ContinuousClock.Instant) async -> Bool {
    let id = lock.withLock {
      lastID += 1
      return lastID
    }
    let alarm = Task {
      try await Task.sleep(until: deadline)
      self.give(up: id)
    }
    defer { alarm.cancel() }
    return await withCheckedContinuation { continuation in
      let answer: Bool? = lock.withLock {
        if state.changes > seen { return true }
        if ContinuousClock.now >= deadline { return false }
        waiting[id] = continuation
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }

  private func give(up id: Int) {
    lock.withLock { waiting.removeValue(forKey: id) }?.resume(returning: false)
  }
}
