import ZMQRuntime

/// What has arrived at a socket that a test plays, until the test asks for it.
final class Arrivals: Sendable {
  fileprivate struct State {
    var frames: [[[UInt8]]] = []
    var waiting: CheckedContinuation<Void, Never>?
    /// Which wait is under way.
    var number = 0
  }

  private let state = Locked(State())

  func put(_ arrival: [[UInt8]]) {
    state.withLock { state in
      state.frames.append(arrival)
      return state.takeWaiting()
    }?.resume()
  }

  /// The next message, as soon as there is one; nil when the time has passed. One caller at a time.
  func next(within limit: Duration) async -> [[UInt8]]? {
    let number = state.withLock { state in
      state.number += 1
      return state.number
    }
    let timer = Task {
      try? await Task.sleep(for: limit)
      self.giveUp(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          if !state.frames.isEmpty || Task.isCancelled { return true }
          state.waiting = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      giveUp(number)
    }
    timer.cancel()
    return takeFirst()
  }

  /// The next message, if it is here.
  func takeFirst() -> [[UInt8]]? { state.withLock { $0.frames.isEmpty ? nil : $0.frames.removeFirst() } }

  private func giveUp(_ number: Int) {
    state.withLock { $0.number == number ? $0.takeWaiting() : nil }?.resume()
  }

  /// All that nobody has asked for.
  var rest: [[[UInt8]]] { state.withLock { $0.frames } }
}

extension Arrivals.State {
  fileprivate mutating func takeWaiting() -> CheckedContinuation<Void, Never>? {
    defer { waiting = nil }
    return waiting
  }
}

/// Puts every message into an arrivals, good or bad.
struct ArrivalsDispatcher: Dispatcher {
  let arrivals: Arrivals

  nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
    arrivals.put(message.frames)
    return .handled
  }

  nonisolated(nonsending) func refuse(_ message: IncomingMessage, reason: String, error: any Error) async throws {
    arrivals.put(message.frames)
  }
}
